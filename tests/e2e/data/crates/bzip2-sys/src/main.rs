use bzip2_sys::*;
use std::mem;

fn main() {
    let text = b"nano ".repeat(2000);
    let (mut packed, mut back) = (vec![0u8; 4096], vec![0u8; text.len()]);
    unsafe {
        let mut stream: bz_stream = mem::zeroed();
        assert_eq!(BZ2_bzCompressInit(&mut stream, 9, 0, 0), BZ_OK);
        (stream.next_in, stream.avail_in) = (text.as_ptr() as *mut _, text.len() as u32);
        (stream.next_out, stream.avail_out) = (packed.as_mut_ptr().cast(), packed.len() as u32);
        assert_eq!(BZ2_bzCompress(&mut stream, BZ_FINISH), BZ_STREAM_END);
        let size = stream.total_out_lo32;
        BZ2_bzCompressEnd(&mut stream);

        let mut stream: bz_stream = mem::zeroed();
        assert_eq!(BZ2_bzDecompressInit(&mut stream, 0, 0), BZ_OK);
        (stream.next_in, stream.avail_in) = (packed.as_mut_ptr().cast(), size);
        (stream.next_out, stream.avail_out) = (back.as_mut_ptr().cast(), back.len() as u32);
        assert_eq!(BZ2_bzDecompress(&mut stream), BZ_STREAM_END);
        BZ2_bzDecompressEnd(&mut stream);
        println!("{} {}", size < 200, back == text);
    }
}
