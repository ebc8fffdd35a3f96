#include "base/os.h"

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

using namespace jetson;

namespace {

// A folder of its own for each test, gone afterwards.
struct Folder {
  std::filesystem::path path;
  Folder() {
    std::string text = (std::filesystem::temp_directory_path() / "jetson-XXXXXX").string();
    REQUIRE(mkdtemp(text.data()) != nullptr);
    path = text;
  }
  ~Folder() { std::filesystem::remove_all(path); }
  std::string operator/(const char* name) const { return (path / name).string(); }
};

}  // namespace

TEST_CASE("the real disk: files, folders, links and what is missing") {
  const Folder folder;
  const HostDisk disk;
  std::ofstream(folder / "file") << "text";
  std::filesystem::create_symlink("file", folder / "link");
  CHECK(disk.info(folder / "file").is_file());
  CHECK(disk.info(folder / "link").is_file());
  CHECK_FALSE(disk.info(folder / "file").executable);
  CHECK(disk.info(folder.path.string()).is_directory());
  CHECK(disk.info(folder / "none").kind == FileInfo::Kind::kMissing);
  CHECK(disk.entry(folder / "link").link == "file");
  CHECK(disk.entry(folder / "file").exists);
  CHECK_FALSE(disk.entry(folder / "none").exists);
  CHECK_FALSE(disk.entry(folder / "file/below").exists);
  CHECK(disk.list(folder.path.string()).size() == 2);
  CHECK(disk.list(folder / "none").empty());
  CHECK(*disk.read(folder / "link", 100) == "text");
}

TEST_CASE("what cannot be read says why, and never waits") {
  const Folder folder;
  const HostDisk disk;
  REQUIRE(mkfifo((folder / "pipe").c_str(), 0600) == 0);
  std::ofstream(folder / "large") << std::string(3 << 20, 'x');
  CHECK(disk.read(folder / "pipe", 100).error().what == "is no regular file: " + folder / "pipe");
  CHECK(disk.read(folder.path.string(), 100).error().what == "is a directory, not a file: " + folder.path.string());
  CHECK(disk.read(folder / "none", 100).error().what == "cannot be read (No such file or directory): " + folder / "none");
  CHECK(disk.read(folder / "large", 1 << 20).error().what == "is larger than 1024 kB: " + folder / "large");
}

TEST_CASE("the name we were called by") {
  char name[] = "aarch64-jetson-clang", empty[] = "";
  char* usual[] = {name, nullptr};
  char* nameless[] = {empty, nullptr};
  char* nothing[] = {nullptr};
  CHECK(called_name(1, usual) == "aarch64-jetson-clang");
  // What the kernel was asked to run: this test's own executable.
  CHECK(called_name(1, nameless).ends_with("unit_tests"));
  CHECK(called_name(0, nothing).ends_with("unit_tests"));
  CHECK(executable_path().ends_with("unit_tests"));
}

TEST_CASE("an exec that fails comes back with a sentence") {
  const Folder folder;
  const Environment none;
  const std::vector<std::string> words{"x"};
  std::ofstream(folder / "script") << "no interpreter line\n";
  std::ofstream(folder / "interpreter") << "#!/not/there\n";
  std::ofstream(folder / "plain") << "x";
  chmod((folder / "script").c_str(), 0755);
  chmod((folder / "interpreter").c_str(), 0755);
  const auto what = [&](const char* name) { return exec_program(folder / name, words, none, 0).what; };
  CHECK(what("none") == "cannot run (No such file or directory): " + folder / "none");
  CHECK(what("interpreter") == "cannot run (No such file or directory): " + folder / "interpreter");
  CHECK(what("script") == "cannot run (Exec format error): " + folder / "script");
  CHECK(what("plain") == "cannot run (Permission denied): " + folder / "plain");
}
