use std::ffi::{c_char, CStr};

extern "C" {
    fn generated_on() -> *const c_char;
    fn runs_on() -> *const c_char;
}

fn main() {
    let text = |s| unsafe { CStr::from_ptr(s) }.to_str().unwrap();
    let (generated, runs) = unsafe { (text(generated_on()), text(runs_on())) };
    println!("generated on {generated}, macro on {}, runs on {runs}", named::compiling_machine!());
}
