//! Rust calls a kernel and OpenCV. Without a GPU it says so and goes on.
use std::ffi::{c_char, c_int, CStr};

extern "C" {
    fn make_image(pixels: *mut u8, width: c_int, height: c_int) -> f64;
    fn invert_image(pixels: *mut u8, count: c_int) -> *const c_char;
}

fn main() {
    let (width, height) = (64, 48);
    let mut pixels = vec![0u8; (width * height) as usize];
    let mean = unsafe { make_image(pixels.as_mut_ptr(), width, height) };
    println!("OpenCV made an image of {width} x {height}, mean {mean}");
    let said = unsafe { CStr::from_ptr(invert_image(pixels.as_mut_ptr(), width * height)) };
    println!("CUDA: {}", said.to_string_lossy());
    if pixels[0] == 155 {
        println!("the GPU inverted it");
    }
}
