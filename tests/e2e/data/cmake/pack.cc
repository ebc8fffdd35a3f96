#include <stdexcept>
#include <string>
#include <zlib.h>

std::string pack(const std::string &text) {
    uLongf size = compressBound(text.size());
    std::string packed(size, '\0');
    if (compress(reinterpret_cast<Bytef *>(&packed[0]), &size, reinterpret_cast<const Bytef *>(text.data()),
                 text.size()) != Z_OK)
        throw std::runtime_error("compress");
    packed.resize(size);
    return packed;
}
