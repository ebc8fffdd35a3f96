fn main() {
    println!("cargo:rerun-if-changed=kernels");
    // Host and device code, linked into the program. cudarc's static linking takes all of the static runtime in, whoever else does.
    let cudart = if cfg!(feature = "static") { "none" } else { "static" };
    cc::Build::new()
        .cuda(true)
        .cudart(cudart)
        .file("kernels/run.cu")
        .compile("run");
    // PTX that the program loads.
    let ptx = bindgen_cuda::Builder::default()
        .kernel_paths(vec!["kernels/fill.cu"])
        .build_ptx()
        .unwrap();
    ptx.write(std::path::Path::new(&std::env::var("OUT_DIR").unwrap()).join("ptx.rs"))
        .unwrap();
}
