// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

namespace plumb::metric {

/// The limit of a rule: "> 800", "<= 0.99", "> +10%", "> +1pt", "< -15%". The rule is hit where
/// `value OP limit` holds. Relative limits are against a reference.
struct Limit
{
    enum class Operator { greater, greaterOrEqual, less, lessOrEqual };
    enum class Kind {
        absolute, ///< in the metric's own unit; durations may be written "5ms", "2s"; "1%" for fractions is
                  ///< 0.01
        percent, ///< a change in percent of the reference
        points, ///< a change of a fraction in percentage points
    };
    Operator op = Operator::greater;
    Kind kind = Kind::absolute;
    double number = 0.0; ///< absolute: metric unit; percent and points: as written (10 for "+10%")

    /// As a user would write it: "> 800", "> +10%".
    [[nodiscard]] std::string text() const;
    /// True where @p value hits an absolute limit.
    [[nodiscard]] bool hit(double value) const;
    bool operator==(const Limit&) const = default;
};

/// @p unit of the metric ("ms", "s", "fraction", ...) decides how "5s" is converted. A bare relative limit
/// ("10%") means >= in the worse direction, given by @p higherIsBetter.
Result<Limit> parseLimit(std::string_view text, std::string_view unit, bool higherIsBetter);

} // namespace plumb::metric
