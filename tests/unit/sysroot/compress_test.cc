#include "sysroot/compress.h"

#include <lzma.h>
#include <unistd.h>
#include <zstd.h>

#include <catch2/catch_test_macros.hpp>
#include <algorithm>
#include <cstdio>

using namespace jetson;

namespace {

// In pieces that end nowhere in particular.
std::string compressed(std::unique_ptr<Compressor> (*make)(int, const std::string&), const std::string& text) {
  std::FILE* const file = std::tmpfile();
  const auto compressor = make(fileno(file), "file");
  for (std::size_t at = 0; at < text.size(); at += 77777)
    REQUIRE_FALSE(compressor->add(text.data() + at, std::min<std::size_t>(77777, text.size() - at)));
  REQUIRE_FALSE(compressor->finish());
  std::string bytes(1 << 20, '\0');
  bytes.resize(static_cast<std::size_t>(pread(fileno(file), bytes.data(), bytes.size(), 0)));
  std::fclose(file);
  return bytes;
}

std::string some_text() {
  std::string text;
  while (text.size() < 3 << 20) text += std::to_string(text.size() * 7919 % 10007) + " lines\n";
  return text;
}

}  // namespace

TEST_CASE("compress: zstd gives back what went in, nothing too") {
  for (const std::string& text : {std::string(), some_text()}) {
    const std::string bytes = compressed(make_zstd_compressor, text);
    std::string back(text.size() + 1, '\0');
    back.resize(ZSTD_decompress(back.data(), back.size(), bytes.data(), bytes.size()));
    CHECK(back == text);
  }
}

TEST_CASE("compress: xz gives back what went in, nothing too") {
  for (const std::string& text : {std::string(), some_text()}) {
    const std::string bytes = compressed(make_xz_compressor, text);
    std::string back(text.size(), '\0');
    std::uint64_t most = UINT64_MAX;
    std::size_t in = 0, out = 0;
    REQUIRE(lzma_stream_buffer_decode(&most, 0, nullptr, reinterpret_cast<const std::uint8_t*>(bytes.data()), &in, bytes.size(),
                                      reinterpret_cast<std::uint8_t*>(back.data()), &out, back.size()) == LZMA_OK);
    CHECK(out == text.size());
    CHECK(back == text);
  }
}

TEST_CASE("compress: a full disk is told") {
  const std::string text = some_text();
  for (const auto make : {make_zstd_compressor, make_xz_compressor}) {
    std::FILE* const full = std::fopen("/dev/full", "w");
    REQUIRE(full != nullptr);
    const auto compressor = make(fileno(full), "x.tar");
    auto failure = compressor->add(text.data(), text.size());
    if (!failure) failure = compressor->finish();
    REQUIRE(failure);
    CHECK(failure->what.find("x.tar (No space left on device)") != std::string::npos);
    std::fclose(full);
  }
}
