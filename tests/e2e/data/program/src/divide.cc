#include <stdexcept>
#include <string>

static int checked(int a, int b) {
    if (b == 0) throw std::domain_error("division of " + std::to_string(a) + " by zero");
    return a / b;
}

// -1 stands for the exception, which must not reach Rust.
extern "C" int divide(int a, int b) {
    try {
        return checked(a, b);
    } catch (const std::exception &) {
        return -1;
    }
}
