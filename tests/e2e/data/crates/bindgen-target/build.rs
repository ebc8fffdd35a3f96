use std::{env, path::Path};

fn main() {
    println!("cargo:rustc-env=HOST_SIZE={}", bindgen_host::size_of_stat());
    let bindings = bindgen::Builder::default()
        .header_contents("stat.h", "#include <sys/stat.h>")
        .allowlist_type("stat")
        .generate()
        .unwrap();
    bindings.write_to_file(Path::new(&env::var("OUT_DIR").unwrap()).join("stat.rs")).unwrap();
}
