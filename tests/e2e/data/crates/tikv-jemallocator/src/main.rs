#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

/// Only jemalloc knows how much it gave for a pointer of Rust's.
fn main() {
    let bytes: Vec<u8> = Vec::with_capacity(1000);
    println!("{}", unsafe { tikv_jemalloc_sys::malloc_usable_size(bytes.as_ptr().cast_mut().cast()) });
}
