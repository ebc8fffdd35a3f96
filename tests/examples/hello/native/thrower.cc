#include <cstddef>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <thread>

namespace {
void refuse(int number) {
  if (number < 0) throw std::invalid_argument("C++ refuses " + std::to_string(number));
}
}  // namespace

// Throws in a thread of its own, catches there, and writes the message of the exception.
extern "C" void caught_message(int number, char* message, std::size_t size) {
  std::thread([=] {
    try {
      refuse(number);
      std::snprintf(message, size, "C++ takes %d", number);
    } catch (const std::exception& error) {
      std::snprintf(message, size, "%s", error.what());
    }
  }).join();
}
