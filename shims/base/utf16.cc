#include "base/utf16.h"

#include "base/text.h"

namespace jetson {
namespace {

constexpr char32_t kReplacement = 0xfffd;

bool is_high(char32_t c) { return c >= 0xd800 && c < 0xdc00; }
bool is_low(char32_t c) { return c >= 0xdc00 && c < 0xe000; }

// The three bytes of a lone half, which are no valid UTF-8.
bool starts_with_half(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  return text.size() >= 3 && byte(0) == 0xed && byte(1) >= 0xa0 && byte(1) < 0xc0 && (byte(2) & 0xc0) == 0x80;
}

char32_t decode(std::string_view sequence) {
  char32_t c = static_cast<unsigned char>(sequence[0]);
  if (sequence.size() > 1) c &= 0xffU >> (sequence.size() + 1);
  for (const char next : sequence.substr(1)) c = (c << 6) | (static_cast<unsigned char>(next) & 0x3fU);
  return c;
}

void append(std::string& out, char32_t c) {
  const auto add = [&](char32_t byte) { out += static_cast<char>(byte); };
  if (c < 0x80) return add(c);
  if (c < 0x800) {
    add(0xc0 | (c >> 6));
  } else {
    if (c < 0x10000) {
      add(0xe0 | (c >> 12));
    } else {
      add(0xf0 | (c >> 18));
      add(0x80 | ((c >> 12) & 0x3f));
    }
    add(0x80 | ((c >> 6) & 0x3f));
  }
  add(0x80 | (c & 0x3f));
}

}  // namespace

std::u16string utf16_of(std::string_view text) {
  std::u16string out;
  out.reserve(text.size());
  while (!text.empty()) {
    std::size_t length = starts_with_half(text) ? 3 : utf8_length(text);
    const char32_t c = length == 0 ? kReplacement : decode(text.substr(0, length));
    if (c < 0x10000) {
      out += static_cast<char16_t>(c);
    } else {
      out += static_cast<char16_t>(0xd800 + ((c - 0x10000) >> 10));
      out += static_cast<char16_t>(0xdc00 + ((c - 0x10000) & 0x3ff));
    }
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return out;
}

std::string utf8_of(std::u16string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    const char32_t next = i + 1 < text.size() ? text[i + 1] : char16_t{0};
    if (!is_high(c) || !is_low(next)) {
      append(out, c);
      continue;
    }
    append(out, 0x10000 + ((c - 0xd800) << 10) + (next - 0xdc00));
    ++i;
  }
  return out;
}

}  // namespace jetson
