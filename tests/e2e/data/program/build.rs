fn main() {
    let mut c = cc::Build::new();
    // Any word on stderr makes the cc crate take a flag for unsupported.
    c.flag_if_supported("-DFLAG_WAS_TAKEN=1").flag_if_supported("-fno-such-flag-at-all");
    c.file("src/sum.c").file("src/answer.S").compile("sum");
    cc::Build::new().cpp(true).std("c++17").file("src/divide.cc").compile("divide");
    println!("cargo:rerun-if-changed=src");
}
