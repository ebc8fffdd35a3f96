use std::{env, path::Path, process::Command};

fn main() {
    let out = env::var("OUT_DIR").unwrap();
    let host = env::var("HOST").unwrap();

    // A generator for the desktop, run at once; its header is compiled into the board's library.
    let generator = Path::new(&out).join("generator");
    let compiler = cc::Build::new().target(&host).host(&host).get_compiler();
    let status = compiler.to_command().arg("src/machine.c").arg("-DGENERATOR").arg("-o").arg(&generator).status();
    assert!(status.unwrap().success());
    let header = Command::new(&generator).output().unwrap().stdout;
    std::fs::write(Path::new(&out).join("generated.h"), header).unwrap();

    cc::Build::new().file("src/machine.c").include(&out).compile("machine");
}
