use std::panic;
use std::thread;

extern "C" {
    fn sum(numbers: *const i32, count: usize) -> i32;
    fn answer() -> i32;
    fn divide(a: i32, b: i32) -> i32;
}

fn main() {
    if std::env::args().len() > 1 {
        panic!("told to");
    }
    let threads: Vec<_> = (1..=8)
        .map(|n| thread::spawn(move || unsafe { sum([n; 10].as_ptr(), 10) }))
        .collect();
    let total: i32 = threads.into_iter().map(|t| t.join().unwrap()).sum();
    panic::set_hook(Box::new(|_| {}));
    let caught = panic::catch_unwind(|| panic!("caught")).is_err();
    let (asm, cxx) = unsafe { (answer(), divide(7, 2) * 10 + divide(7, 0)) };
    println!("threads {total}, caught {caught}, assembler {asm}, C++ {cxx}");
}
