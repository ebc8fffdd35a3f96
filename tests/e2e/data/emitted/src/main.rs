use std::ffi::{c_char, CStr};

extern "C" {
    fn caught() -> i32;
    fn checksum(text: *const u8, size: u32) -> u64;
    fn version_of_zlib() -> *const c_char;
}

fn main() {
    let version = unsafe { CStr::from_ptr(version_of_zlib()) }.to_str().unwrap();
    assert_eq!(version, env!("ZLIB_OF_PKG_CONFIG"));
    let sum = unsafe { checksum(b"123456789".as_ptr(), 9) };
    println!("{} caught {}, crc32 {sum:08x}", std::env::consts::ARCH, unsafe { caught() });
}
