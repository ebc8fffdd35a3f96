#![allow(non_camel_case_types)]
include!(concat!(env!("OUT_DIR"), "/stat.rs"));

fn main() {
    println!("desktop {}, board {}", env!("HOST_SIZE"), std::mem::size_of::<stat>());
}
