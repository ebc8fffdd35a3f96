//! A grey picture of one colour becomes a JPEG in memory.
use mozjpeg_sys::*;
use std::mem;
use std::os::raw::c_ulong;
use std::ptr;

fn main() {
    unsafe {
        let mut errors: jpeg_error_mgr = mem::zeroed();
        let mut jpeg: jpeg_compress_struct = mem::zeroed();
        jpeg.common.err = jpeg_std_error(&mut errors);
        jpeg_create_compress(&mut jpeg);
        let (mut bytes, mut size): (*mut u8, c_ulong) = (ptr::null_mut(), 0);
        jpeg_mem_dest(&mut jpeg, &mut bytes, &mut size);
        (jpeg.image_width, jpeg.image_height, jpeg.input_components) = (16, 16, 1);
        jpeg.in_color_space = J_COLOR_SPACE::JCS_GRAYSCALE;
        jpeg_set_defaults(&mut jpeg);
        jpeg_start_compress(&mut jpeg, 1);
        let row = [128u8; 16];
        while jpeg.next_scanline < jpeg.image_height {
            jpeg_write_scanlines(&mut jpeg, [row.as_ptr()].as_ptr(), 1);
        }
        jpeg_finish_compress(&mut jpeg);
        let written = std::slice::from_raw_parts(bytes, size as usize);
        println!("{:x?} {:x?}", &written[..2], &written[written.len() - 2..]);
        jpeg_destroy_compress(&mut jpeg);
    }
}
