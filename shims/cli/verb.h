// The verbs of `aarch64-jetson`: each registers itself with the command line parser from a file of its own.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "base/environment.h"
#include "base/error.h"
#include "base/finding.h"
#include "base/os.h"
#include "settings/settings.h"

namespace jetson {

struct Context {
  Environment environment;
  std::string executable;  // our own file; our tools are beside it
  int exit_code = 0;       // set by the verb that ran

  // Prints the error as all our programs do, and sets the exit code.
  void fail(const Error& error);
  // The settings that the tools of that prefix would use. Prints and returns nothing where they cannot be read.
  std::optional<Settings> settings(std::string_view prefix = "aarch64-jetson");
};

// An option that takes a path as users of this system write it, `C:\a` on Windows; `value` gets it in our form (base/host.h).
CLI::Option* add_path(CLI::App& verb, const std::string& name, std::string& value, const std::string& what);

void add_completion(CLI::App& app, Context& context);
void add_cuda_fetch(CLI::App& cuda, Context& context);
void add_cuda_setup(CLI::App& cuda, Context& context);
void add_doctor(CLI::App& app, Context& context);
void add_emit(CLI::App& app, Context& context);
void add_explain(CLI::App& app, Context& context);
void add_init(CLI::App& app, Context& context);
void add_manual(CLI::App& app, Context& context);
void add_sysroot_check(CLI::App& sysroot, Context& context);
void add_sysroot_fetch(CLI::App& sysroot, Context& context);
void add_sysroot_make(CLI::App& sysroot, Context& context);
void add_sysroot_pack(CLI::App& sysroot, Context& context);
void add_sysroot_unpack(CLI::App& sysroot, Context& context);

}  // namespace jetson
