// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cookiedate.h"

#include "engine/urlparts.h"

#include <array>
#include <charconv>
#include <chrono>

namespace plumb::engine {

namespace {

constexpr std::array<std::string_view, 12> months{
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isDelimiter(char c)
{
    return !(isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ':');
}

/// The digits at the start of @p text: how many there are, and their value.
std::optional<int> leadingNumber(std::string_view text, std::size_t fewest, std::size_t most)
{
    std::size_t digits = 0;
    while (digits < text.size() && isDigit(text[digits]))
        ++digits;
    if (digits < fewest || digits > most)
        return std::nullopt;
    int value = 0;
    std::from_chars(text.data(), text.data() + digits, value);
    return value;
}

struct Found
{
    std::optional<int> day, month, year, seconds;
};

std::optional<int> timeOfDay(std::string_view token)
{
    int total = 0;
    for (int part = 0; part < 3; ++part) {
        const std::optional<int> value = leadingNumber(token, 1, 2);
        if (!value || *value > (part == 0 ? 23 : 59))
            return std::nullopt;
        total = total * 60 + *value;
        const std::size_t colon = token.find(':');
        if (part < 2 && colon == std::string_view::npos)
            return std::nullopt;
        token.remove_prefix(part < 2 ? colon + 1 : 0);
    }
    return total;
}

void take(std::string_view token, Found& found)
{
    if (!found.seconds && token.find(':') != std::string_view::npos) {
        found.seconds = timeOfDay(token);
        if (found.seconds)
            return;
    }
    if (!found.day) {
        found.day = leadingNumber(token, 1, 2);
        if (found.day)
            return;
    }
    if (!found.month && token.size() >= 3) {
        for (std::size_t i = 0; i < months.size(); ++i) {
            if (equalsIgnoringCase(token.substr(0, 3), months[i])) {
                found.month = static_cast<int>(i) + 1;
                return;
            }
        }
    }
    if (!found.year)
        found.year = leadingNumber(token, 2, 4);
}

} // namespace

std::optional<std::int64_t> parseCookieDate(std::string_view text)
{
    Found found;
    while (!text.empty()) {
        std::size_t end = 0;
        while (end < text.size() && !isDelimiter(text[end]))
            ++end;
        if (end > 0)
            take(text.substr(0, end), found);
        text.remove_prefix(end < text.size() ? end + 1 : end);
    }
    if (!found.day || !found.month || !found.year || !found.seconds)
        return std::nullopt;
    int year = *found.year;
    if (year < 100)
        year += year >= 70 ? 1900 : 2000;
    const std::chrono::year_month_day date{std::chrono::year{year},
        std::chrono::month{static_cast<unsigned>(*found.month)},
        std::chrono::day{static_cast<unsigned>(*found.day)}};
    if (!date.ok() || year < 1601)
        return std::nullopt;
    const auto at = std::chrono::sys_days{date} + std::chrono::seconds{*found.seconds};
    return std::chrono::duration_cast<std::chrono::milliseconds>(at.time_since_epoch()).count();
}

} // namespace plumb::engine
