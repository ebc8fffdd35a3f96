#[cxx::bridge]
mod ffi {
    extern "Rust" {
        fn half(n: i32) -> Result<i32>;
    }
    unsafe extern "C++" {
        include!("try-cxx/src/sorted.h");
        fn sorted(words: Vec<String>) -> UniquePtr<CxxString>;
        fn halved(n: i32) -> Result<i32>;
    }
}

fn half(n: i32) -> Result<i32, String> {
    if n % 2 == 0 {
        Ok(n / 2)
    } else {
        Err(format!("{n} is odd"))
    }
}

fn main() {
    let words = ["tegra", "orin", "nano"].map(String::from).to_vec();
    println!("{}, {:?}, {}", ffi::sorted(words), ffi::halved(84), ffi::halved(7).unwrap_err());
}
