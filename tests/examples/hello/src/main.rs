//! Rust threads, C and C++ in one program; each line it prints is checked by the tests.

use std::ffi::{c_char, c_double, c_int, CStr};
use std::thread;

extern "C" {
    fn answer(x: c_double) -> c_int;
    fn caught_message(number: c_int, message: *mut c_char, size: usize);
}

fn sum_by_threads(last: u64) -> u64 {
    let threads: Vec<_> = (0..4)
        .map(|first| thread::spawn(move || (first..=last).step_by(4).sum::<u64>()))
        .collect();
    threads.into_iter().map(|t| t.join().unwrap()).sum()
}

fn message_of(number: i32) -> String {
    let mut buffer = [0 as c_char; 64];
    unsafe {
        caught_message(number, buffer.as_mut_ptr(), buffer.len());
        CStr::from_ptr(buffer.as_ptr())
            .to_string_lossy()
            .into_owned()
    }
}

fn main() {
    println!("architecture: {}", std::env::consts::ARCH);
    println!("sum by threads: {}", sum_by_threads(1000));
    println!("answer of C: {}", unsafe { answer(1764.0) });
    println!("exception of C++: {}", message_of(-1));
    std::panic::set_hook(Box::new(|_| {}));
    let caught = std::panic::catch_unwind(|| message_of(7).parse::<i32>().unwrap());
    println!("panic of Rust caught: {}", caught.is_err());
}
