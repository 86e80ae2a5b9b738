// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <functional>

namespace plumb {

/// How many bytes were read so far. Called in the thread that parses, each 64 KiB.
using ParseProgress = std::function<void(std::size_t bytes)>;

/// parseJson() of a large document that tells how far it is. An empty @p progress is allowed.
Result<Json> parseJson(std::string_view text, const std::string& fileName, const ParseProgress& progress);

} // namespace plumb
