use std::ffi::CStr;

fn main() {
    let mut text = b"nano ".repeat(2000);
    let (mut packed, mut back) = (vec![0u8; 4096], vec![0u8; text.len()]);
    let (mut size, mut unpacked) = (packed.len() as u32, back.len() as u32);
    unsafe {
        let (to, from) = (packed.as_mut_ptr().cast(), text.as_mut_ptr().cast());
        assert_eq!(bzip2_sys::BZ2_bzBuffToBuffCompress(to, &mut size, from, text.len() as u32, 9, 0, 0), 0);
        let to = back.as_mut_ptr().cast();
        assert_eq!(bzip2_sys::BZ2_bzBuffToBuffDecompress(to, &mut unpacked, packed.as_mut_ptr().cast(), size, 0, 0), 0);
        let version = CStr::from_ptr(bzip2_sys::BZ2_bzlibVersion()).to_str().unwrap();
        println!("{version} {}", back == text);
    }
}
