// A Rust program with C in it, built by plain cargo with the configuration that `emit cargo` writes, and no network. Its build script
// does what the cc crate does: the compiler and archiver of the target's environment variables.
#include <algorithm>

#include "doctor/patient.h"
#include "emit/cargo.h"

namespace jetson {
namespace {

constexpr char kManifest[] = R"([package]
name = "doctor"
version = "0.0.0"
edition = "2018"
[workspace]
)";

constexpr char kBuild[] = R"(use std::{env, process::Command};

fn run(program: String, arguments: &[&str]) {
    let status = Command::new(&program).args(arguments).status();
    assert!(status.as_ref().map_or(false, |status| status.success()), "error: {} {:?}: {:?}", program, arguments, status);
}

fn main() {
    let out = env::var("OUT_DIR").unwrap();
    let target = env::var("TARGET").unwrap();
    let tool = |name: &str| env::var(format!("{}_{}", name, target.replace('-', "_"))).expect(name);
    let (object, library) = (format!("{}/answer.o", out), format!("{}/libanswer.a", out));
    let flag = format!("--target={}", target);
    run(tool("CC"), &["-O0", "-ffunction-sections", "-fdata-sections", "-fPIC", "-g", "-fno-omit-frame-pointer", &flag, "-Wall", "-Wextra",
        "-o", &object, "-c", "src/answer.c"]);
    run(tool("AR"), &["cqD", &library, &object]);
    run(tool("AR"), &["sD", &library]);
    println!("cargo:rustc-link-search=native={}", out);
    println!("cargo:rustc-link-lib=static=answer");
}
)";

constexpr char kRustMain[] = R"(extern "C" {
    fn answer() -> i32;
}
fn main() {
    let caught = std::panic::catch_unwind(|| if std::env::args().count() == 1 { std::panic::resume_unwind(Box::new(1)) });
    println!("{}", unsafe { answer() } + caught.is_err() as i32);
}
)";

}  // namespace

Findings try_rust(const Patient& patient) {
  if (!patient.on_path("cargo")) return {};  // told by check_rust_programs
  const Workbench bench(patient);
  bench.write("Cargo.toml", kManifest);
  bench.write("build.rs", kBuild);
  bench.write("src/main.rs", kRustMain);
  bench.write("src/answer.c", "int answer(void);\nint answer(void) { return 41; }\n");
  bench.write(".cargo/config.toml", emit_cargo(*patient.facts));
  const std::string target(kRustTarget);
  if (auto finding = bench.fails("rust", "a Rust program with C in it", {"cargo", "--quiet", "build", "--offline", "--target", target},
                                 "mend what is found above; RUSTFLAGS and cargo's files in your home folder count here, too"))
    return {*finding};
  return {bench.run("rust", "a Rust program with C in it", bench.folder() + "/target/" + target + "/debug/doctor")};
}

}  // namespace jetson
