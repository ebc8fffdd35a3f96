#include "cli/verb_tree.h"

namespace jetson {
namespace {

void collect(const CLI::App& app, const std::vector<std::string>& path, std::vector<Verb>& verbs) {
  verbs.push_back({path, &app});
  for (const CLI::App* inner : visible_verbs(app)) {
    std::vector<std::string> longer = path;
    longer.push_back(inner->get_name());
    collect(*inner, longer, verbs);
  }
}

}  // namespace

std::vector<const CLI::App*> visible_verbs(const CLI::App& app) {
  std::vector<const CLI::App*> verbs;
  // A group of "" is CLI11's way to hide.
  for (const CLI::App* inner : app.get_subcommands([](const CLI::App* one) { return !one->get_group().empty(); })) verbs.push_back(inner);
  return verbs;
}

std::vector<Verb> list_verbs(const CLI::App& app) {
  std::vector<Verb> verbs;
  collect(app, {}, verbs);
  return verbs;
}

}  // namespace jetson
