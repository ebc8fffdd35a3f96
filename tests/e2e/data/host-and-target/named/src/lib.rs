use proc_macro::TokenStream;
use std::ffi::{c_char, CStr};

/// The machine that this macro's C code was compiled for: the one that compiles.
#[proc_macro]
pub fn compiling_machine(_: TokenStream) -> TokenStream {
    extern "C" {
        fn compiling_machine() -> *const c_char;
    }
    let machine = unsafe { CStr::from_ptr(compiling_machine()) }.to_str().unwrap();
    format!("{machine:?}").parse().unwrap()
}
