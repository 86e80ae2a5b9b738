// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <filesystem>

namespace plumb::test {

/// A file of the shared samples (other tools' results, test vectors), which stand beside the checkout and are
/// never copied into it; empty where they are not there, and the test should QSKIP. PLUMB_SHARED overrides
/// the place.
std::filesystem::path sharedFile(const std::string& relative);

/// The root of the source tree.
std::filesystem::path sourceFile(const std::string& relative);

/// A program of this build: "plumb", "plumbline".
std::filesystem::path builtProgram(const std::string& name);

} // namespace plumb::test
