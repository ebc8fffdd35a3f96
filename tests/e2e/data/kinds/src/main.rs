use std::panic;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

static CONSTRUCTED: AtomicUsize = AtomicUsize::new(0);

extern "C" fn construct() {
    CONSTRUCTED.fetch_add(1, Ordering::Relaxed);
}

// Runs before main if crt1.o and its kin are in the program as they should be.
#[used]
#[link_section = ".init_array"]
static CONSTRUCTOR: extern "C" fn() = construct;

fn main() {
    if std::env::args().len() > 1 {
        panic!("told to");
    }
    let threads: Vec<_> = (1..=8).map(|n| thread::spawn(move || n)).collect();
    let total: i32 = threads.into_iter().map(|t| t.join().unwrap()).sum();
    panic::set_hook(Box::new(|_| {}));
    let caught = panic::catch_unwind(|| panic!("caught")).is_err();
    println!("threads {total}, caught {caught}, constructors {}", CONSTRUCTED.load(Ordering::Relaxed));
}
