fn main() {
    println!("cargo:rerun-if-changed=native");
    cc::Build::new()
        .cuda(true)
        .flag("-std=c++17")
        .file("native/invert.cu")
        .compile("invert");
    // Where the board has it; the compiler reads the sysroot's.
    cc::Build::new()
        .cpp(true)
        .std("c++17")
        .include("/usr/include/opencv4")
        .file("native/image.cc")
        .compile("image");
    println!("cargo:rustc-link-lib=opencv_core");
}
