use std::ffi::CStr;

fn main() {
    let text = b"123456789";
    unsafe {
        let version = CStr::from_ptr(libz_ng_sys::zlibVersion()).to_str().unwrap();
        println!("{version} {:08x}", libz_ng_sys::crc32(0, text.as_ptr(), text.len() as u32));
    }
}
