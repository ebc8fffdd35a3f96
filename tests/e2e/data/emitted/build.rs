fn main() {
    // Each of the three ways a build script comes by C and C++: the compilers, CMake and pkg-config of the target.
    cc::Build::new().cpp(true).file("native/thrower.cc").compile("thrower");
    let built = cmake::Config::new("native").build_target("checksum").build();
    println!("cargo:rustc-link-search=native={}/build", built.display());
    println!("cargo:rustc-link-lib=static=checksum");
    let zlib = pkg_config::probe_library("zlib").unwrap();
    println!("cargo:rustc-env=ZLIB_OF_PKG_CONFIG={}", zlib.version);
}
