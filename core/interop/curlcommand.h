// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "scenario/scenario.h"

#include <string>
#include <string_view>
#include <vector>

namespace plumb::interop {

struct CurlStep
{
    scenario::Step step;
    std::string base_url; ///< "https://host:8443", which the step's path is below
    std::vector<std::string> notes; ///< what was left out, or has to be looked after
};

/// A step from a curl command line as browsers copy it (POSIX shell quoting, $'...' too, lines joined by a
/// backslash). A password or token stands in the step as it was given; a note says so. Error: no curl
/// command, an open quote, no URL.
Result<CurlStep> stepFromCurl(std::string_view command);

/// The words of a command line as a POSIX shell would split it, without expansions. Error: an open quote.
Result<std::vector<std::string>> shellWords(std::string_view text);

} // namespace plumb::interop
