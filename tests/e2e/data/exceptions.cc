// prints: caught: thrown from a destructor's neighbour, unwound 3
#include <cstdio>
#include <stdexcept>

static int unwound;
struct Guard {
    ~Guard() { ++unwound; }
};

static void dive(int depth) {
    Guard guard;
    if (depth == 0) throw std::runtime_error("thrown from a destructor's neighbour");
    dive(depth - 1);
}

int main() {
    try {
        dive(2);
    } catch (const std::exception &e) {
        std::printf("caught: %s, unwound %d\n", e.what(), unwound);
    }
}
