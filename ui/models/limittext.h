// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <string>

namespace plumb::models {

/// The number of an absolute limit as written in thresholds ("> 3000"); nothing for a relative one (">
/// +10%").
[[nodiscard]] std::optional<double> limitNumber(const std::string& limit);

/// A limit for people, in the unit of its metric: "> 0.02" of a fraction is "> 2 %", "> 3000" of ms "> 3000
/// ms".
[[nodiscard]] QString limitText(const std::string& limit, const std::string& unit);

} // namespace plumb::models
