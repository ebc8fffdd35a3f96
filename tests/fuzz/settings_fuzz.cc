// Any text as settings file: read, or refused with messages that say where and how to mend it.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "fuzz/require.h"
#include "settings/load.h"
#include "settings/plain.h"
#include "support/difference.h"
#include "support/fake_disk.h"

using namespace jetson;

namespace {

constexpr std::string_view kFile = "/etc/f.toml";

void check_message(const Error& error) {
  require(!error.what.empty(), "a message says what is wrong");
  require(error.where.starts_with(std::string(kFile) + ":"), "a message says where", error.where);
  require(!error.fix.empty(), "a message says how to mend it", error.what);
  require(error.fault == Fault::kUser, "the settings are the user's", error.what);
  for (const Error& other : error.more) check_message(other);
}

void check_word(std::string_view word) { require(word.find('\0') == word.npos, "what goes to a program or a path has no NUL", word); }

void check_value(const std::string& value) { check_word(value); }
void check_value(HostPaths) {}
void check_value(const Words& words) {
  for (const std::string& word : words) check_word(word);
}
void check_value(const Directories& directories) {
  for (const Words& choices : directories) check_value(choices);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size), file(kFile);
  const auto plain = read_plain_settings(text, file);
  const auto whole = parse_any_settings(text, file);
  require(!plain || whole, "the shortcut takes nothing that the TOML library refuses");
  if (plain) require(find_difference(*plain, *whole).empty(), "the shortcut reads what the TOML library reads", find_difference(*plain, *whole));
  const auto parsed = parse_settings(text, file);
  if (!parsed) {
    check_message(parsed.error());
    require(!format_error("aarch64-jetson-clang", parsed.error()).empty(), "a message can be printed");
    return 0;
  }

  FakeDisk disk;
  disk.add_file(file, text);
  const auto loaded = load_settings(file, Environment({"HOME=/home/me"}), disk);
  require(bool(loaded), "what can be read from a text can be read from a file");
  const Settings defaults;
  for_each_setting(*loaded, [&](std::string_view key, const auto& setting) {
    check_value(setting.value);
    require(setting.is_default() || setting.origin.starts_with(file + ":"), "a value of the file says where it stands", key);
  });
  const std::string& sysroot = loaded->sysroot.value;
  require(sysroot.empty() || sysroot[0] == '/' || sysroot[0] == '~', "the sysroot is a whole path", sysroot);
  if (loaded->launcher.is_default()) require(loaded->launcher.value == defaults.launcher.value, "what is not set keeps its default");
  return 0;
}
