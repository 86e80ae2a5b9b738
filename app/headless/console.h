// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <string_view>

namespace plumb::headless {

/// Prints one JSON document on stdout, as --json promises, and nothing else goes there.
void printJson(const Json& json);

/// A line on stdout: the result a user asked for.
void printLine(std::string_view text);

/// A line on stderr: progress, hints.
void printMessage(std::string_view text);

/// "plumb: <error text>" on stderr; gives the exit code of its kind.
int printError(const Error& error);

/// From now on errors are told on stdout, too, so that --json always gives one document there:
/// {"error": {"message": "...", "exit_code": 2}}.
void tellErrorsAsJson();

/// That document, where tellErrorsAsJson() was called; else nothing.
void printErrorJson(const std::string& message, int exitCode);

/// stderr is a terminal that can take a progress line.
bool progressWanted();

/// Colours are wanted: stdout is a terminal and NO_COLOR is not set.
bool colourWanted();

} // namespace plumb::headless
