fn main() {
    println!("{} {}", blake3::hash(b"abc"), blake3::platform::Platform::detect().simd_degree());
}
