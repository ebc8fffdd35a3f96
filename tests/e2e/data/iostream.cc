// prints: 0xff 3.142 [  right] caf\303\251 9
#include <algorithm>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <map>
#include <regex>
#include <sstream>

int main() {
    std::ostringstream out;
    out << std::showbase << std::hex << 255 << ' ' << std::setprecision(4) << 3.14159 << " [" << std::setw(7) << "right"
        << "] ";
    std::map<std::string, int> words{{"caf\\303\\251", 9}};
    for (const auto &[word, count] : words) out << word << ' ' << std::dec << std::noshowbase << count;
    if (!std::filesystem::exists("iostream.cc")) return 1;
    if (!std::regex_search(out.str(), std::regex("0x[f]{2}"))) return 2;
    std::cout << out.str() << std::endl;
}
