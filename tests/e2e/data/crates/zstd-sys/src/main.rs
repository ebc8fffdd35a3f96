use std::ffi::CStr;

fn main() {
    let text = b"nano ".repeat(2000);
    let (mut packed, mut back) = (vec![0u8; 4096], vec![0u8; text.len()]);
    unsafe {
        let size = zstd_sys::ZSTD_compress(packed.as_mut_ptr().cast(), packed.len(), text.as_ptr().cast(), text.len(), 3);
        assert!(size < 100, "{size} bytes");
        let unpacked = zstd_sys::ZSTD_decompress(back.as_mut_ptr().cast(), back.len(), packed.as_ptr().cast(), size);
        let version = CStr::from_ptr(zstd_sys::ZSTD_versionString()).to_str().unwrap();
        println!("{version} {unpacked} {}", back == text);
    }
}
