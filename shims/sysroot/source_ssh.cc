// A running Jetson: its own tar sends what is kept over the user's own ssh. Not compressed: on the cable that a desk has, zstd on the
// board's cores is slower than the wire; `Compression yes` in ~/.ssh/config serves where it is not.
#include <unistd.h>

#include <cerrno>
#include <optional>

#include "base/child.h"
#include "base/os.h"
#include "sysroot/remote_tar.h"
#include "sysroot/stage.h"
#include "sysroot/tar_stream.h"

namespace jetson {
namespace {

constexpr int kSshFailed = 255, kFilesDiffer = 1, kFatal = 2;  // exit codes of ssh and of GNU tar

// What libarchive reads from: the child's stdout.
struct Wire {
  explicit Wire(int from) : descriptor(from) {}

  int descriptor;
  bool ended = false;
  std::uint64_t bytes = 0;
  char buffer[1 << 18];

  static la_ssize_t read(archive* reader, void* data, const void** piece) {
    auto& wire = *static_cast<Wire*>(data);
    *piece = wire.buffer;
    ssize_t n;
    while ((n = ::read(wire.descriptor, wire.buffer, sizeof wire.buffer)) < 0 && errno == EINTR)
      if (interrupted() != 0) break;
    if (n < 0) archive_set_error(reader, errno, "interrupted");
    wire.ended = n == 0;
    if (n > 0) wire.bytes += static_cast<std::uint64_t>(n);
    return n;
  }
};

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    std::string line = text.substr(start, end - start);
    while (line.ends_with('\r') || line.ends_with(' ')) line.pop_back();
    if (!line.empty()) out.push_back(std::move(line));
    start = end + 1;
  }
  return out;
}

class SshSource final : public Source {
 public:
  SshSource(RemotePlace place, std::string script) : place_(std::move(place)), script_(std::move(script)) {}

  Failure read(EntryTaker& taker, Progress& progress) override {
    progress.begin("reading from " + place_.host, 0);
    remarks_.clear();
    auto child = start();
    if (!child) {
      Error error = child.error();
      error.fix = "install OpenSSH's client (openssh-client)";
      return error;
    }
    const auto wire = std::make_unique<Wire>(child->output());
    const ArchiveReader reader = new_archive_reader();
    archive_read_support_format_tar(reader.get());
    archive_read_support_format_empty(reader.get());
    TarStream stream(reader.get(), place_.host);
    Failure failure;
    if (archive_read_open(reader.get(), wire.get(), nullptr, Wire::read, nullptr) == ARCHIVE_OK) failure = stream.read(taker, progress);
    else failure = garbled();
    if (failure && !wire->ended) return stream.is_broken() && stream.entries() == 0 && wire->bytes > 0 ? garbled() : failure;
    // Behind the end of the archive tar fills its last record; ssh must get rid of that to end well.
    const void* rest = nullptr;
    while (!wire->ended)
      if (Wire::read(reader.get(), wire.get(), &rest) < 0) return garbled();
    if (auto reason = judge(child->finish(), wire->bytes > 0)) return reason;
    if (failure) return stream.entries() == 0 && stream.is_broken() ? garbled() : failure;
    if (stream.entries() == 0) return error("nothing could be read on " + place_.host, "log in there as a user who may read /usr");
    progress.end();
    return std::nullopt;
  }

  std::vector<std::string> remarks() const override { return remarks_; }

 private:
  Result<Child> start() const {
    ChildRequest request{.arguments = {"ssh", "-T"}, .environment = process_environment(), .input = script_};
    // Nobody is there to be asked for a password or about a new host.
    if (isatty(0) == 0) request.arguments.insert(request.arguments.end(), {"-o", "BatchMode=yes"});
    if (!place_.port.empty()) request.arguments.insert(request.arguments.end(), {"-p", place_.port});
    request.arguments.insert(request.arguments.end(), {"--", place_.host, "sh -s"});
    return Child::start(request);
  }

  Error error(std::string what, std::string fix) const { return {.what = std::move(what), .where = "ssh://" + place_.host, .fix = std::move(fix), .more = {}}; }

  Error garbled() const {
    return error("what " + place_.host + " sends is no tar archive",
                 "its login shell must print nothing when it is not interactive: look in ~/.bashrc there");
  }

  std::string login() const { return "`ssh " + (place_.port.empty() ? "" : "-p " + place_.port + " ") + place_.host + "`"; }

  Error ssh_failed(const std::string& last, bool was_connected) const {
    if (was_connected) return error("the connection to " + place_.host + " was lost (" + last + ")", "run it again");
    std::string fix = "see that " + login() + " works";
    if (last.find("Host key verification failed") != std::string::npos)
      fix = "connect by " + login() + " once and accept the board's key; if it was flashed anew, first forget the old key by ssh-keygen -R";
    else if (last.find("Permission denied") != std::string::npos)
      fix = "see that " + login() + " lets you in, by ssh-copy-id for example; a password can be given only on a terminal";
    return error("cannot connect to " + place_.host + " (" + last + ")", fix);
  }

  // What the end of ssh, and of tar on the board, means for what arrived; remarks where it is still good.
  Failure judge(const ChildEnd& end, bool something_came) {
    const auto told = lines(end.err);
    const std::string last = told.empty() ? "no reason given" : told.back();
    switch (end.exit_code) {
      case 0: return std::nullopt;
      case kSshFailed: return ssh_failed(last, something_came);
      case kNoDirectory: return error("there is no folder " + place_.directory + " on " + place_.host + " that can be entered", "name another");
      case kNoTar: return error("there is no tar on " + place_.host, "install it there (apt-get install tar)");
      case kNothingKept:
        return error("there is no root filesystem at " + place_.directory + " on " + place_.host, "name the folder that holds usr, lib and etc");
      case kFilesDiffer:
      case kFatal: return judge_tar(told);
      default: return error("tar on " + place_.host + " failed (" + last + ")", "see what it says there");
    }
  }

  // tar ends with 2 alike for files that the user may not read and for a broken disk.
  Failure judge_tar(const std::vector<std::string>& told) {
    std::size_t unreadable = 0, changed = 0;
    std::string first;
    for (const std::string& line : told) {
      if (line.ends_with("Permission denied")) {
        if (unreadable++ == 0) first = line;
      } else if (line.find(": file changed as we read it") != std::string::npos || line.find(": File removed before we read it") != std::string::npos) {
        ++changed;
      } else if (line.find(": File shrank by ") != std::string::npos || line.find("ead error") != std::string::npos || line.find(": Cannot ") != std::string::npos) {
        // GNU tar takes a disk's error in the middle of a file for its end, and fills up with zeros.
        return error("tar on " + place_.host + " could not read everything (" + line + ")", "look at that disk's health (dmesg there), or run it again");
      }
    }
    if (unreadable > 0)
      remarks_.push_back(std::to_string(unreadable) + " files or folders on " + place_.host + " are not readable for the user there and were passed over, the first: " + first);
    if (changed > 0) remarks_.push_back(std::to_string(changed) + " files changed on " + place_.host + " while they were read");
    return std::nullopt;
  }

  RemotePlace place_;
  std::string script_;
  std::vector<std::string> remarks_;
};

}  // namespace

Result<std::unique_ptr<Source>> open_ssh_source(const std::string& address, const KeepRules& rules) {
  auto place = parse_ssh_address(address);
  if (!place) return place.error();
  std::string script = build_remote_tar(rules, place->directory);
  return std::unique_ptr<Source>(new SshSource(std::move(*place), std::move(script)));
}

}  // namespace jetson
