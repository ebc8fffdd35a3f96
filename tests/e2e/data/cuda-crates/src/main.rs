//! A kernel by the cc crate, PTX by bindgen_cuda, the runtime by cudarc. Without a GPU all of them come as far as the driver.
mod kernels {
    include!(concat!(env!("OUT_DIR"), "/ptx.rs"));
}

extern "C" {
    fn run_add() -> i32;
}

fn main() {
    let target = kernels::FILL.lines().find(|line| line.starts_with(".target")).unwrap();
    println!("ptx {}", target.trim_start_matches(".target "));
    println!("kernel launched by C++: error {}", unsafe { run_add() });
    let error = cudarc::runtime::result::device::get_count().unwrap_err();
    println!("cudarc: error {}", error.0 as i32);
}
