// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariant>

#include <cstdint>
#include <optional>

// What a cell answers per role, for the kinds of values that several tables share.
namespace plumb::models {

[[nodiscard]] QVariant textCell(const QString& text, int role);
[[nodiscard]] QVariant countCell(std::int64_t value, int role);
[[nodiscard]] QVariant figureCell(std::optional<double> value, int decimals, int role);
[[nodiscard]] QVariant rateCell(std::optional<double> perSecond, int role);
[[nodiscard]] QVariant percentCell(std::optional<double> fraction, int role);
/// A percentile of too few values is marked ("~41.7") and says so as tool tip.
[[nodiscard]] QVariant percentileCell(std::optional<double> ms, bool trusted, int decimals, int role);

} // namespace plumb::models
