#include "base/child.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "base/os.h"
#include "base/posix.h"

extern char** environ;

namespace jetson {
namespace {

std::vector<char*> pointers(const std::vector<std::string>& words) {
  std::vector<char*> out;
  out.reserve(words.size() + 1);
  for (const std::string& word : words) out.push_back(const_cast<char*>(word.c_str()));
  out.push_back(nullptr);
  return out;
}

// Both ends closed in children that do not get them as a standard stream.
bool open_pipe(Descriptor& read_end, Descriptor& write_end) {
  int ends[2];
  if (make_pipe(ends) != 0) return false;
  read_end = Descriptor(ends[0]);
  write_end = Descriptor(ends[1]);
  return true;
}

// A file that has no name: for stderr of a child, which may be long, and which nobody reads before the end; and for its stdin.
Descriptor open_unnamed_file() {
  const char* folder = std::getenv("TMPDIR");
  std::string path = std::string(folder != nullptr && *folder != '\0' ? folder : "/tmp") + "/aarch64-jetson.XXXXXX";
  Descriptor file(mkostemp(path.data(), O_CLOEXEC));
  if (file.get() >= 0) unlink(path.c_str());
  return file;
}

std::string read_from_start(int file) {
  std::string text;
  char piece[1 << 14];
  off_t at = 0;
  for (ssize_t n; (n = pread(file, piece, sizeof piece, at)) > 0; at += n) text.append(piece, static_cast<std::size_t>(n));
  return text;
}

// In the child, between fork and exec: only what is safe there.
[[noreturn]] void become(const ChildRequest& request, char** arguments, char** environment, int in, int out, int err, int report) {
  for (const int signal : {SIGPIPE, SIGINT, SIGTERM, SIGHUP}) ::signal(signal, SIG_DFL);
  const bool ready = dup2(in, 0) == 0 && dup2(out, 1) == 1 && (err < 0 || dup2(err, 2) == 2) &&
                     (request.directory.empty() || chdir(request.directory.c_str()) == 0);
  environ = environment;
  if (ready) execvp(arguments[0], arguments);
  const int code = errno;
  [[maybe_unused]] const ssize_t written = write(report, &code, sizeof code);
  _exit(127);
}

}  // namespace

Result<Child> Child::start(const ChildRequest& request) {
  const auto cannot = [&](int code) {
    return Error{.what = "cannot run " + request.arguments.front() + " (" + std::strerror(code) + ")", .where = {}, .fix = {}, .more = {}};
  };
  Descriptor output, output_end, report, report_end;
  const bool captures_errors = !request.shows_errors && !request.joins_errors;
  Descriptor errors = captures_errors ? open_unnamed_file() : Descriptor();
  const Descriptor input = request.input.empty() ? Descriptor(open("/dev/null", O_RDONLY | O_CLOEXEC)) : open_unnamed_file();
  if (input.get() < 0 || !write_all(input.get(), request.input) || lseek(input.get(), 0, SEEK_SET) < 0) return cannot(errno);
  if (!open_pipe(output, output_end) || !open_pipe(report, report_end)) return cannot(errno);
  if (captures_errors && errors.get() < 0) return cannot(errno);
  const auto arguments = pointers(request.arguments);
  const auto environment = pointers(request.environment.lines());
  const pid_t process = fork();
  if (process < 0) return cannot(errno);
  if (process == 0)
    become(request, const_cast<char**>(arguments.data()), const_cast<char**>(environment.data()), input.get(), output_end.get(),
           request.joins_errors ? output_end.get() : errors.get(), report_end.get());
  report_end = Descriptor();
  int code = 0;
  ssize_t n;
  while ((n = read(report.get(), &code, sizeof code)) < 0 && errno == EINTR) {
  }
  Child child(process, std::move(output), std::move(errors));
  if (n == 0) return child;
  child.finish();
  return cannot(code);
}

Child::Child(Child&& other) noexcept
    : process_(std::exchange(other.process_, 0)), output_(std::move(other.output_)), errors_(std::move(other.errors_)) {}

Child::~Child() {
  if (process_ <= 0) return;
  kill(static_cast<pid_t>(process_), SIGTERM);
  output_ = Descriptor();
  finish();
}

ChildEnd Child::finish() {
  ChildEnd end;
  int status = 0;
  if (process_ > 0)
    while (waitpid(static_cast<pid_t>(process_), &status, 0) < 0 && errno == EINTR) {
    }
  process_ = 0;
  end.exit_code = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  if (errors_.get() >= 0) end.err = read_from_start(errors_.get());
  return end;
}

}  // namespace jetson
