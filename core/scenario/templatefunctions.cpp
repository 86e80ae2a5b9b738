// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/timestamp.h"
#include "scenario/encoding.h"
#include "scenario/expression.h"

#include <array>
#include <charconv>
#include <cmath>

namespace plumb::scenario {

namespace {

using Arguments = std::span<const Value>;

/// Generated texts beyond this are a slip in an argument, not a test.
constexpr std::int64_t maxLength = 16 << 20;
constexpr std::int64_t maxGrid = 1000;

Error fault(std::string what, std::string remedy)
{
    return Error{ErrorKind::input, std::move(what), {}, std::move(remedy)};
}

Result<std::int64_t> wholeNumber(const Value& value, std::string_view function)
{
    std::int64_t number = 0;
    const char* end = value.text.data() + value.text.size();
    const auto [last, code] = std::from_chars(value.text.data(), end, number);
    if (code != std::errc() || last != end) {
        return fault(std::string(function) + "() got \"" + (value.secret ? "***" : value.text) + "\"",
            "it needs a whole number");
    }
    return number;
}

Result<std::int64_t> length(const Value& value, std::string_view function, std::int64_t most)
{
    const auto number = wholeNumber(value, function);
    if (number && (*number < 0 || *number > most)) {
        return fault(std::string(function) + "(" + value.text + ") is out of range",
            "write a number from 0 to " + std::to_string(most));
    }
    return number;
}

Result<RandomStream*> randomOf(const RenderContext& context)
{
    if (context.random == nullptr) {
        return fault("random values are not available here", "use a fixed value");
    }
    return context.random;
}

void appendNumber(std::int64_t number, std::string& out)
{
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

/// Version 4 of RFC 9562: 122 random bits.
Result<bool> uuid(Arguments, const RenderContext& context, std::string& out)
{
    const auto random = randomOf(context);
    if (!random) {
        return random.error();
    }
    std::string hex;
    appendHex((*random)->next(), hex);
    appendHex((*random)->next(), hex);
    hex[12] = '4';
    hex[16] = "89ab"[(*random)->next() & 3U];
    for (std::size_t i = 0; i < hex.size(); ++i) {
        if (i == 8 || i == 12 || i == 16 || i == 20) {
            out += '-';
        }
        out += hex[i];
    }
    return false;
}

Result<bool> seq(Arguments, const RenderContext& context, std::string& out)
{
    if (context.sequence == nullptr) {
        return fault("seq() is not available here", "use a fixed value");
    }
    appendNumber(static_cast<std::int64_t>(++*context.sequence), out);
    return true;
}

Result<bool> now(Arguments arguments, const RenderContext& context, std::string& out)
{
    const std::string format = arguments.empty() ? "ms" : arguments[0].text;
    if (format == "iso") {
        out += isoTimestamp(context.wall_ms);
        return false;
    }
    if (format != "ms" && format != "s") {
        return fault("now() does not know \"" + format + "\"", "write now(), now('s') or now('iso')");
    }
    appendNumber(format == "s" ? context.wall_ms / 1000 : context.wall_ms, out);
    return true;
}

Result<bool> randomInt(Arguments arguments, const RenderContext& context, std::string& out)
{
    const auto random = randomOf(context);
    const auto low = wholeNumber(arguments[0], "random_int");
    const auto high = wholeNumber(arguments[1], "random_int");
    if (!random || !low || !high) {
        return !random ? random.error() : !low ? low.error() : high.error();
    }
    if (*low > *high) {
        return fault("random_int(" + std::to_string(*low) + ", " + std::to_string(*high) + ") has no values",
            "write the smaller number first");
    }
    appendNumber((*random)->integer(*low, *high), out);
    return true;
}

Result<bool> randomChoice(Arguments arguments, const RenderContext& context, std::string& out)
{
    const auto random = randomOf(context);
    if (!random) {
        return random.error();
    }
    const auto last = static_cast<std::int64_t>(arguments.size()) - 1;
    const Value& chosen = arguments[static_cast<std::size_t>((*random)->integer(0, last))];
    out += chosen.text;
    return chosen.raw;
}

Result<bool> randomString(Arguments arguments, const RenderContext& context, std::string& out)
{
    static constexpr std::string_view letters
        = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    const auto random = randomOf(context);
    const auto count = length(arguments[0], "random_string", maxLength);
    if (!random || !count) {
        return !random ? random.error() : count.error();
    }
    for (std::int64_t i = 0; i < *count; ++i) {
        out += letters[static_cast<std::size_t>((*random)->integer(0, std::int64_t{letters.size()} - 1))];
    }
    return false;
}

/// @p n words of the old printers' text, a full stop after every eighth.
Result<bool> lorem(Arguments arguments, const RenderContext& context, std::string& out)
{
    static constexpr std::array<std::string_view, 32> words{"lorem", "ipsum", "dolor", "sit", "amet",
        "consectetur", "adipiscing", "elit", "sed", "do", "eiusmod", "tempor", "incididunt", "ut", "labore",
        "et", "dolore", "magna", "aliqua", "enim", "minim", "veniam", "quis", "nostrud", "exercitation",
        "ullamco", "laboris", "nisi", "aliquip", "commodo", "consequat", "duis"};
    const auto random = randomOf(context);
    const auto count = length(arguments[0], "lorem", maxLength / 8);
    if (!random || !count) {
        return !random ? random.error() : count.error();
    }
    for (std::int64_t i = 0; i < *count; ++i) {
        const auto word = words[(*random)->next() >> 59U]; // the upper five bits: 32 words
        if (i > 0) {
            out += ' ';
        }
        if (i % 8 == 0) {
            out += static_cast<char>(word[0] - 'a' + 'A');
            out += word.substr(1);
        } else {
            out += word;
        }
        if (i % 8 == 7 || i + 1 == *count) {
            out += '.';
        }
    }
    return false;
}

/// n x n points of a smooth surface over the unit square, as JSON. The same every time, so that a body made
/// of it is serialised once.
Result<bool> grid(Arguments arguments, const RenderContext&, std::string& out)
{
    const auto count = length(arguments[0], "grid", maxGrid);
    if (!count) {
        return count.error();
    }
    const auto n = static_cast<int>(*count);
    const double step = n > 1 ? 1.0 / (n - 1) : 0.0;
    const auto number = [&out](double value) {
        std::array<char, 32> digits{};
        const auto end
            = std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, 4)
                  .ptr;
        out.append(digits.data(), end);
    };
    out.reserve(out.size() + static_cast<std::size_t>(n) * static_cast<std::size_t>(n) * 40 + 2);
    out += '[';
    for (int row = 0; row < n; ++row) {
        for (int column = 0; column < n; ++column) {
            const double x = column * step;
            const double y = row * step;
            out += row + column == 0 ? "{\"x\":" : ",{\"x\":";
            number(x);
            out += ",\"y\":";
            number(y);
            out += ",\"value\":";
            number(std::sin(6.0 * x) * std::cos(4.0 * y) + x * y);
            out += '}';
        }
    }
    out += ']';
    return true;
}

Result<bool> base64(Arguments arguments, const RenderContext&, std::string& out)
{
    appendBase64(arguments[0].text, out);
    return false;
}

constexpr std::array<TemplateFunction, 9> functions{{
    {"uuid", 0, 0, false, uuid, "uuid()"},
    {"seq", 0, 0, false, seq, "seq()"},
    {"now", 0, 1, false, now, "now(), now('s') or now('iso')"},
    {"random_int", 2, 2, false, randomInt, "random_int(from, to)"},
    {"random_choice", 1, 1000, false, randomChoice, "random_choice('a', 'b', ...)"},
    {"random_string", 1, 1, false, randomString, "random_string(length)"},
    {"lorem", 1, 1, false, lorem, "lorem(words)"},
    {"grid", 1, 1, true, grid, "grid(n)"},
    {"base64", 1, 1, true, base64, "base64(text)"},
}};

} // namespace

std::span<const TemplateFunction> templateFunctions()
{
    return functions;
}

} // namespace plumb::scenario
