fn main() {
    cxx_build::bridge("src/main.rs").file("src/sorted.cc").std("c++17").compile("sorted");
    println!("cargo:rerun-if-changed=src");
}
