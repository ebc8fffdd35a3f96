#include "sysroot/gpt.h"

#include <unistd.h>
#include <zlib.h>

#include <catch2/catch_test_macros.hpp>
#include <cstdio>
#include <memory>

using namespace jetson;

namespace {

void put(std::string& bytes, std::size_t at, std::size_t width, std::uint64_t value) {
  for (std::size_t i = 0; i < width; ++i) bytes[at + i] = static_cast<char>(value >> (8 * i));
}

std::uint32_t sum(const std::string& bytes, std::size_t at, std::size_t length) {
  return static_cast<std::uint32_t>(crc32(0, reinterpret_cast<const Bytef*>(bytes.data() + at), static_cast<uInt>(length)));
}

// A disk of 100 sectors with one partition, after the UEFI specification 2.10, tables 5-5 and 5-6.
std::string disk(std::uint64_t sector, std::uint64_t first = 40, std::uint64_t last = 49, std::uint32_t count = 4) {
  std::string bytes(100 * sector, '\0');
  const std::size_t header = sector, entries = 2 * sector;
  bytes[entries] = 1;  // the type
  put(bytes, entries + 32, 8, first);
  put(bytes, entries + 40, 8, last);
  for (const auto at : {std::size_t{0}, std::size_t{1}, std::size_t{2}}) put(bytes, entries + 56 + 2 * at, 2, static_cast<unsigned char>("APP"[at]));
  bytes.replace(header, 8, "EFI PART");
  put(bytes, header + 12, 4, 92);
  put(bytes, header + 72, 8, 2);
  put(bytes, header + 80, 4, count);
  put(bytes, header + 84, 4, 128);
  put(bytes, header + 88, 4, sum(bytes, entries, std::size_t{4} * 128));
  put(bytes, header + 16, 4, sum(bytes, header, 92));
  return bytes;
}

std::vector<Partition> read(const std::string& bytes) {
  const std::unique_ptr<FILE, int (*)(FILE*)> file(std::tmpfile(), &std::fclose);
  std::fwrite(bytes.data(), 1, bytes.size(), file.get());
  std::fflush(file.get());
  return read_gpt(fileno(file.get()), bytes.size());
}

}  // namespace

TEST_CASE("gpt: name and place, with sectors of 512 and 4096 bytes") {
  for (const std::uint64_t sector : {512, 4096}) {
    const auto partitions = read(disk(sector));
    REQUIRE(partitions.size() == 1);
    CHECK(partitions[0].name == "APP");
    CHECK(partitions[0].offset == 40 * sector);
    CHECK(partitions[0].size == 10 * sector);
  }
}

TEST_CASE("gpt: damage is found, wild numbers are passed over") {
  const std::string good = disk(512);
  for (std::size_t at : {std::size_t{512 + 3}, std::size_t{512 + 75}, std::size_t{1024 + 33}, std::size_t{1024 + 500}}) {
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 1);
    CHECK(read(bad).empty());
  }
  CHECK(read(disk(512, 50, 40)).empty());
  CHECK(read(disk(512, 1, UINT64_MAX)).empty());
  CHECK(read(disk(512, 40, 49, UINT32_MAX)).empty());
  CHECK(read("").empty());
  CHECK(read(good.substr(0, 1024)).empty());
}
