use std::panic;
use std::thread;

/// The sum of 1 to `n`, each added by a thread of its own; -1 for a negative `n`, by a panic that is caught.
#[no_mangle]
pub extern "C" fn rust_sum(n: i32) -> i32 {
    panic::set_hook(Box::new(|_| {}));
    panic::catch_unwind(|| {
        assert!(n >= 0);
        let threads: Vec<_> = (1..=n).map(|i| thread::spawn(move || i)).collect();
        threads.into_iter().map(|t| t.join().unwrap()).sum()
    })
    .unwrap_or(-1)
}
