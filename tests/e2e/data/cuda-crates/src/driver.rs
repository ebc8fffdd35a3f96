fn main() {
    println!("{}", cudarc::driver::result::init().is_ok());
}
