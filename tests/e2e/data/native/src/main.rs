extern "C" {
    fn answer() -> i32;
}

fn main() {
    println!("built on {}, answer {}", env!("BUILT_ON"), unsafe { answer() });
}
