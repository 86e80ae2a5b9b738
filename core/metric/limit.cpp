// SPDX-License-Identifier: GPL-3.0-or-later
#include "metric/limit.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <span>
#include <utility>

namespace plumb::metric {

namespace {

/// A way to write a unit, and what one of it is in the metric's own.
struct Suffix
{
    std::string_view text;
    double factor = 1.0;
};

constexpr std::array milliseconds{Suffix{"ms", 1.0}, Suffix{"s", 1e3}, Suffix{"min", 60e3},
    Suffix{"\u00B5s", 1e-3}, Suffix{"\u03BCs", 1e-3}, Suffix{"us", 1e-3}, Suffix{"h", 3600e3}};
constexpr std::array seconds{Suffix{"ms", 1e-3}, Suffix{"s", 1.0}, Suffix{"min", 60.0},
    Suffix{"\u00B5s", 1e-6}, Suffix{"\u03BCs", 1e-6}, Suffix{"us", 1e-6}, Suffix{"h", 3600.0}};
constexpr std::array megabytes{Suffix{"MB", 1.0}, Suffix{"GB", 1e3}, Suffix{"kB", 1e-3},
    Suffix{"MiB", 1.048576}, Suffix{"GiB", 1073.741824}, Suffix{"KiB", 0.001024}};
constexpr std::array bytesPerSecond{Suffix{"B/s", 1.0}, Suffix{"kB/s", 1e3}, Suffix{"MB/s", 1e6},
    Suffix{"GB/s", 1e9}, Suffix{"KiB/s", 1024.0}, Suffix{"MiB/s", 1048576.0}, Suffix{"GiB/s", 1073741824.0}};
constexpr std::array perSecond{Suffix{"/s", 1.0}, Suffix{"1/s", 1.0}, Suffix{"rps", 1.0}};
constexpr std::array perMinute{Suffix{"/min", 1.0}, Suffix{"1/min", 1.0}, Suffix{"rpm", 1.0}};
constexpr std::array fraction{Suffix{"%", 0.01}};
constexpr std::array percent{Suffix{"%", 1.0}};

std::span<const Suffix> suffixesOf(std::string_view unit)
{
    using Row = std::pair<std::string_view, std::span<const Suffix>>;
    static constexpr std::array<Row, 8> table{Row{"ms", milliseconds}, Row{"s", seconds},
        Row{"MB", megabytes}, Row{"B/s", bytesPerSecond}, Row{"1/s", perSecond}, Row{"1/min", perMinute},
        Row{"fraction", fraction}, Row{"%", percent}};
    const auto found
        = std::find_if(table.begin(), table.end(), [unit](const auto& row) { return row.first == unit; });
    return found == table.end() ? std::span<const Suffix>() : found->second;
}

std::string_view trimmed(std::string_view text)
{
    static constexpr std::string_view space = " \t\r\n";
    text.remove_prefix(std::min(text.find_first_not_of(space), text.size()));
    return text.substr(0, text.find_last_not_of(space) + 1);
}

constexpr std::array<std::pair<std::string_view, Limit::Operator>, 4> operators{
    {{">=", Limit::Operator::greaterOrEqual}, {"<=", Limit::Operator::lessOrEqual},
        {">", Limit::Operator::greater}, {"<", Limit::Operator::less}}};

std::optional<Limit::Operator> takeOperator(std::string_view& text)
{
    for (const auto& [sign, op] : operators) {
        if (text.starts_with(sign)) {
            text = trimmed(text.substr(sign.size()));
            return op;
        }
    }
    return std::nullopt;
}

/// Fixed notation: limits are read by people, and an exponent is none of their habits.
std::string plainNumber(double value)
{
    std::array<char, 400> buffer{};
    const auto [end, code]
        = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed);
    return code == std::errc() ? std::string(buffer.data(), end) : std::string("?");
}

std::string listed(std::string_view unit)
{
    std::string all;
    for (const Suffix& suffix : suffixesOf(unit)) {
        if (suffix.text != "\u03BCs") { // the same to the eye as the micro sign
            all += (all.empty() ? "" : ", ") + std::string(suffix.text);
        }
    }
    return all;
}

} // namespace

std::string Limit::text() const
{
    const auto sign
        = std::find_if(operators.begin(), operators.end(), [this](auto& o) { return o.second == op; });
    const std::string plus = kind != Kind::absolute && number >= 0.0 ? "+" : "";
    const std::string unit = kind == Kind::percent ? "%" : kind == Kind::points ? "pt" : "";
    return std::string(sign->first) + ' ' + plus + plainNumber(number) + unit;
}

bool Limit::hit(double value) const
{
    switch (op) {
    case Operator::greater:
        return value > number;
    case Operator::greaterOrEqual:
        return value >= number;
    case Operator::less:
        return value < number;
    case Operator::lessOrEqual:
        return value <= number;
    }
    return false;
}

Result<Limit> parseLimit(std::string_view text, std::string_view unit, bool higherIsBetter)
{
    const std::string written(text.substr(0, 60));
    const auto error = [&written](const std::string& what, const std::string& remedy) {
        return Error{ErrorKind::input, "the limit \"" + written + "\" " + what, {}, remedy};
    };
    const std::string example = higherIsBetter ? "\"< 100\"" : "\"> 800\"";
    auto rest = trimmed(text);
    const auto op = takeOperator(rest);
    const bool hasSign = rest.starts_with('+') || rest.starts_with('-');
    const bool negative = rest.starts_with('-');
    if (hasSign) {
        rest = trimmed(rest.substr(1));
    }
    double number = 0.0;
    const auto [end, code] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
    if (code != std::errc() || !std::isfinite(number) || rest.starts_with('-')) {
        return error("has no number", "write it as " + example);
    }
    if (negative) {
        number = -number;
    }
    rest = trimmed(rest.substr(static_cast<std::size_t>(end - rest.data())));

    const bool isFraction = unit == "fraction" || unit == "%";
    const bool points = rest == "pt" || rest == "pts";
    if (points && !isFraction) {
        return error("is in percentage points, but this metric is no fraction",
            "write a change in percent: \"> +10%\"");
    }
    // With an operator only a sign tells a change from a level: "> 1%" of errors and "> +1%" of change.
    const bool percentChange = rest == "%" && (hasSign || !op || !isFraction);
    if (points || percentChange) {
        if (op && !hasSign) {
            return error("is a change without a sign",
                *op == Limit::Operator::less || *op == Limit::Operator::lessOrEqual
                    ? "write \"< -" + plainNumber(number) + std::string(rest) + "\""
                    : "write \"> +" + plainNumber(number) + std::string(rest) + "\"");
        }
        Limit limit;
        limit.kind = points ? Limit::Kind::points : Limit::Kind::percent;
        limit.number = number;
        if (op) {
            limit.op = *op;
        } else {
            limit.op = higherIsBetter ? Limit::Operator::lessOrEqual : Limit::Operator::greaterOrEqual;
            limit.number = hasSign ? number : higherIsBetter ? -number : number;
        }
        return limit;
    }
    if (!op) {
        return error("has no operator", "write it as " + example + " (one of >, >=, <, <=)");
    }
    if (rest.empty()) {
        return Limit{*op, Limit::Kind::absolute, number};
    }
    for (const Suffix& suffix : suffixesOf(unit)) {
        if (rest == suffix.text) {
            return Limit{*op, Limit::Kind::absolute, number * suffix.factor};
        }
    }
    const std::string known = listed(unit);
    return error("has the unit \"" + std::string(rest.substr(0, 20)) + "\", which this metric does not take",
        known.empty() ? "write the number without a unit" : "write the number alone or with one of " + known);
}

} // namespace plumb::metric
