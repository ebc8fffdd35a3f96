#include "cli/progress_display.h"

#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <string>

#include "base/os.h"
#include "base/terminal.h"
#include "base/text.h"

namespace jetson {
namespace {

using Clock = std::chrono::steady_clock;

std::string megabytes(std::uint64_t bytes) { return std::to_string(bytes >> 20) + " MB"; }

class Lines : public Progress {
 public:
  void begin(std::string_view step, std::uint64_t total) override {
    step_ = printable(step);
    total_ = total;
    done_ = 0;
    began_ = Clock::now();
    show_begin();
  }
  void advance(std::uint64_t bytes) override { done_ += bytes; }
  void end() override {
    total_ = 0;  // nothing is left, whatever of the source was not read
    write_all(2, step_ + ": " + told() + "\n");
  }

 protected:
  virtual void show_begin() { write_all(2, step_ + "\n"); }

  std::string told() const {
    const double seconds = std::chrono::duration<double>(Clock::now() - began_).count();
    char rest[96];
    if (done_ == 0 && total_ == 0) {
      std::snprintf(rest, sizeof rest, "%.1f s", seconds);
      return rest;
    }
    std::snprintf(rest, sizeof rest, ", %.1f s, %.0f MB/s", seconds, static_cast<double>(done_) / 1e6 / (seconds + 1e-3));
    std::string text = megabytes(done_) + rest;
    if (total_ > done_ && done_ > 0) {
      std::snprintf(rest, sizeof rest, ", %.0f s left", seconds * static_cast<double>(total_ - done_) / static_cast<double>(done_));
      text += rest;
    }
    return text;
  }

  std::string step_;
  std::uint64_t total_ = 0, done_ = 0;
  Clock::time_point began_;
};

// One line that is written over, ten times a second at most.
class Terminal final : public Lines {
 public:
  void advance(std::uint64_t bytes) override {
    Lines::advance(bytes);
    if (Clock::now() - shown_ < std::chrono::milliseconds(100)) return;
    shown_ = Clock::now();
    std::string bar;
    if (total_ > 0) {
      const std::size_t full = static_cast<std::size_t>(20 * std::min(done_, total_) / total_);
      bar = "[" + std::string(full, '#') + std::string(20 - full, ' ') + "] ";
    }
    show(step_ + ": " + bar + told());
  }
  void end() override {
    show("");
    Lines::end();
  }

 private:
  void show_begin() override { show(step_); }

  // A line wider than the terminal would scroll instead of being written over.
  void show(std::string line) {
    const std::size_t columns = terminal_width(2), width = columns > 1 ? columns - 1 : 79;
    if (line.size() > width) line = "..." + line.substr(line.size() - width + std::min<std::size_t>(width, 3));
    write_all(2, "\r" + line + std::string(line.size() < shown_width_ ? shown_width_ - line.size() : 0, ' ') + (line.empty() ? "\r" : ""));
    shown_width_ = line.size();
  }

  std::size_t shown_width_ = 0;
  Clock::time_point shown_;
};

}  // namespace

std::unique_ptr<Progress> make_progress_display(bool quiet, const Environment& environment) {
  if (quiet) return std::make_unique<Progress>();
  if (isatty(2) != 0 && environment.get("TERM").value_or("dumb") != "dumb") return std::make_unique<Terminal>();
  return std::make_unique<Lines>();
}

}  // namespace jetson
