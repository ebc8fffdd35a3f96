fn main() {
    println!("cargo:rerun-if-changed=native");
    // The compilers read it, which the cc crate cannot know.
    println!("cargo:rerun-if-env-changed=JETSON_SYSROOT");
    cc::Build::new().file("native/answer.c").compile("answer");
    cc::Build::new()
        .cpp(true)
        .std("c++17")
        .file("native/thrower.cc")
        .compile("thrower");
}
