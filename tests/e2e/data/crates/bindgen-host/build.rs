use std::{env, path::Path};

fn main() {
    let bindings = bindgen::Builder::default()
        .header_contents("stat.h", "#include <sys/stat.h>")
        .allowlist_type("stat")
        .generate()
        .unwrap();
    bindings.write_to_file(Path::new(&env::var("OUT_DIR").unwrap()).join("stat.rs")).unwrap();
}
