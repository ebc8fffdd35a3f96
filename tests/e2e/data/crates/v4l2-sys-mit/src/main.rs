//! VIDIOC_QUERYCAP holds the size of its structure. What it is asked of here is no camera.
//! __WORDSIZE_TIME64_COMPAT32 is 1 in the headers of an x86-64 desktop.
use v4l2_sys_mit::{v4l2_capability, __WORDSIZE_TIME64_COMPAT32};

fn main() {
    let size = std::mem::size_of::<v4l2_capability>();
    let querycap = 2 << 30 | (size as u64) << 16 | (b'V' as u64) << 8;
    let mut capability: v4l2_capability = unsafe { std::mem::zeroed() };
    let answer = unsafe { libc::ioctl(0, querycap, &mut capability) };
    println!("{querycap:x} {__WORDSIZE_TIME64_COMPAT32} {answer}");
}
