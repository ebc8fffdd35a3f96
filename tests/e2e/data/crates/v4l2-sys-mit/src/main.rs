//! VIDIOC_QUERYCAP holds the size of its structure. What it is asked of here is no camera.
use v4l2_sys::{v4l2_capability, v4l2_format};

fn main() {
    let size = std::mem::size_of::<v4l2_capability>();
    let querycap = 2 << 30 | (size as u64) << 16 | (b'V' as u64) << 8;
    let mut capability: v4l2_capability = unsafe { std::mem::zeroed() };
    let answer = unsafe { libc::ioctl(0, querycap, &mut capability) };
    let error = std::io::Error::last_os_error();
    println!("{querycap:x} {} {answer} {error}", std::mem::size_of::<v4l2_format>());
}
