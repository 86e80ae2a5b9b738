// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace plumb::models {

/// Every title and help text of the catalogue of metrics, as translators are shown them.
[[nodiscard]] std::span<const char* const> metricWords();

} // namespace plumb::models
