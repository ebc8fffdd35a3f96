// Windows hands over UTF-16, and our main() takes UTF-8. wmain, since CommandLineToArgvW would load shell32 and double the start-up time.
#include <vector>

#include "base/win32.h"

int main(int argc, char** argv);

extern "C" int wmain(int argc, wchar_t** argv) {
  std::vector<std::string> words;
  words.reserve(static_cast<std::size_t>(argc));
  for (int i = 0; i < argc; ++i) words.push_back(jetson::narrow(argv[i]));
  std::vector<char*> pointers;
  pointers.reserve(words.size() + 1);
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return main(argc, pointers.data());
}
