//! For build scripts: what it knows of struct stat is the desktop's.
#![allow(non_camel_case_types)]
include!(concat!(env!("OUT_DIR"), "/stat.rs"));

pub fn size_of_stat() -> usize {
    std::mem::size_of::<stat>()
}
