fn main() {
    cc::Build::new().file("src/machine.c").compile("named_machine");
}
