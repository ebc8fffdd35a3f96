use std::ffi::CStr;

fn main() {
    let mut digest = [0u8; 32];
    unsafe {
        assert!(libsodium_sys::sodium_init() >= 0);
        libsodium_sys::crypto_hash_sha256(digest.as_mut_ptr(), b"abc".as_ptr(), 3);
        let version = CStr::from_ptr(libsodium_sys::sodium_version_string()).to_str().unwrap();
        let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        println!("{version} {hex}");
    }
}
