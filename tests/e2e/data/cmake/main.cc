#include <iostream>
#include <string>
#include <thread>

extern "C" unsigned long checksum(const char *text, unsigned length);
std::string pack(const std::string &text);

int main() {
    std::string packed;
    std::thread([&] { packed = pack(std::string(1000, 'a')); }).join();
    std::cout << packed.size() << ' ' << std::hex << checksum("123456789", 9) << std::endl;
    return packed.size() < 50 && checksum("123456789", 9) == 0xcbf43926 ? 0 : 1;
}
