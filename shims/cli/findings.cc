#include "cli/findings.h"

#include <nlohmann/json.hpp>

#include "base/text.h"

namespace jetson {
namespace {

std::string_view name_of(Finding::Kind kind) {
  switch (kind) {
    case Finding::Kind::kFact: return "ok";
    case Finding::Kind::kWarning: return "warning";
    case Finding::Kind::kProblem: return "problem";
  }
  return "";
}

std::string_view colour_of(Finding::Kind kind) {
  switch (kind) {
    case Finding::Kind::kFact: return "\x1b[32m";
    case Finding::Kind::kWarning: return "\x1b[33m";
    case Finding::Kind::kProblem: return "\x1b[31m";
  }
  return "";
}

void pad(std::string& text, std::string_view word, std::size_t width) {
  text += word;
  text.append(word.size() < width ? width - word.size() : 0, ' ');
  text += "  ";
}

}  // namespace

std::string findings_table(const Findings& findings, bool is_terminal, const Environment& environment) {
  const bool colours = is_terminal && !environment.get_nonempty("NO_COLOR");
  std::size_t widest = 0;
  for (const Finding& finding : findings) widest = std::max(widest, finding.topic.size());
  std::string text;
  for (const Finding& finding : findings) {
    if (colours) text += colour_of(finding.kind);
    pad(text, name_of(finding.kind), std::string_view("problem").size());
    if (colours) text += "\x1b[0m";
    pad(text, finding.topic, widest);
    text += printable(finding.what);
    if (!finding.where.empty()) text += ": " + printable(finding.where);
    text += "\n";
    if (finding.fix.empty()) continue;
    text.append(std::string_view("problem").size() + 2 + widest + 2, ' ');
    text += "fix: " + printable(finding.fix) + "\n";
  }
  return text;
}

std::string findings_json(const Findings& findings) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Finding& finding : findings) {
    list.push_back({{"kind", name_of(finding.kind)}, {"topic", finding.topic}, {"what", finding.what}, {"where", finding.where}, {"fix", finding.fix}});
    if (!finding.version.empty()) list.back()["version"] = finding.version;
  }
  const nlohmann::ordered_json all{{"findings", list}, {"ok", !has_problem(findings)}};
  // File names need not be UTF-8.
  return all.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace jetson
