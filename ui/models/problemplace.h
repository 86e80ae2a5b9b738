// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/scenario.h"

#include <QString>

#include <string>

namespace plumb::models {

/// Where the JSON pointer @p path leads to, in the words of the screen: "login › Extractions, row 1". What
/// the screen has no words for keeps the names of the file.
[[nodiscard]] QString placeText(const scenario::Scenario& scenario, const std::string& path);

} // namespace plumb::models
