#include "base/child.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "base/os.h"

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
  if (pipe2(ends, O_CLOEXEC) != 0) return false;
  read_end = Descriptor(ends[0]);
  write_end = Descriptor(ends[1]);
  return true;
}

// A file that has no name: stderr of a child may be long, and nobody reads it before the end.
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
  if (ready) execvpe(arguments[0], arguments, environment);
  const int code = errno;
  [[maybe_unused]] const ssize_t written = write(report, &code, sizeof code);
  _exit(127);
}

}  // namespace

Result<Child> Child::start(const ChildRequest& request) {
  const auto cannot = [&](int code) {
    return Error{.what = "cannot run " + request.arguments.front() + " (" + std::strerror(code) + ")", .where = {}, .fix = {}, .more = {}};
  };
  Descriptor input, input_end, output, output_end, report, report_end;
  Descriptor errors = request.shows_errors ? Descriptor() : open_unnamed_file();
  if (request.input.empty()) input_end = Descriptor(open("/dev/null", O_RDONLY | O_CLOEXEC));
  else if (!open_pipe(input_end, input)) return cannot(errno);
  if (!open_pipe(output, output_end) || !open_pipe(report, report_end) || input_end.get() < 0) return cannot(errno);
  if (!request.shows_errors && errors.get() < 0) return cannot(errno);
  const auto arguments = pointers(request.arguments);
  const auto environment = pointers(request.environment.lines());
  const pid_t process = fork();
  if (process < 0) return cannot(errno);
  if (process == 0)
    become(request, const_cast<char**>(arguments.data()), const_cast<char**>(environment.data()), input_end.get(), output_end.get(),
           errors.get(), report_end.get());
  report_end = Descriptor();
  int code = 0;
  ssize_t n;
  while ((n = read(report.get(), &code, sizeof code)) < 0 && errno == EINTR) {
  }
  Child child(process, std::move(input), std::move(output), std::move(errors));
  if (n == 0) return child;
  child.finish();
  return cannot(code);
}

Child::Child(Child&& other) noexcept
    : process_(std::exchange(other.process_, -1)), input_(std::move(other.input_)), output_(std::move(other.output_)),
      errors_(std::move(other.errors_)) {}

Child::~Child() {
  if (process_ <= 0) return;
  kill(process_, SIGTERM);
  output_ = Descriptor();
  finish();
}

ChildEnd Child::finish() {
  ChildEnd end;
  int status = 0;
  if (process_ > 0)
    while (waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
  process_ = -1;
  end.exit_code = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  if (errors_.get() >= 0) end.err = read_from_start(errors_.get());
  return end;
}

Result<ChildEnd> run_child(const ChildRequest& request) {
  auto child = Child::start(request);
  if (!child) return child.error();
  // A child that does not read all of its stdin is no fault of ours.
  struct sigaction ignore {}, former {};
  ignore.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &ignore, &former);
  std::string out;
  std::size_t sent = 0;
  char piece[1 << 14];
  while (true) {
    pollfd wanted[2] = {{child->output_.get(), POLLIN, 0}, {child->input_.get(), POLLOUT, 0}};
    if (poll(wanted, child->input_.get() < 0 ? 1 : 2, -1) < 0 && errno != EINTR) break;
    if (child->input_.get() >= 0 && wanted[1].revents != 0) {
      const std::size_t some = std::min<std::size_t>(request.input.size() - sent, 4096);
      const ssize_t n = write(child->input_.get(), request.input.data() + sent, some);
      if (n > 0) sent += static_cast<std::size_t>(n);
      if ((n < 0 && errno != EINTR) || sent == request.input.size()) child->input_ = Descriptor();
    }
    if (wanted[0].revents == 0) continue;
    const ssize_t n = read(child->output_.get(), piece, sizeof piece);
    if (n == 0 || (n < 0 && errno != EINTR)) break;
    if (n > 0) out.append(piece, static_cast<std::size_t>(n));
  }
  sigaction(SIGPIPE, &former, nullptr);
  ChildEnd end = child->finish();
  end.out = std::move(out);
  return end;
}

}  // namespace jetson
