// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/httptext.h"

#include "base/json.h"

#include <QByteArray>

#include <boost/beast/http/status.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cstdio>

namespace plumb::sample {

std::string percentDecode(std::string_view text, bool plusIsSpace)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size()) {
            unsigned value = 0;
            const char* digits = text.data() + i + 1;
            if (std::from_chars(digits, digits + 2, value, 16).ptr == digits + 2) {
                out += static_cast<char>(value);
                i += 2;
                continue;
            }
        }
        out += plusIsSpace && text[i] == '+' ? ' ' : text[i];
    }
    return out;
}

std::optional<std::string> formValue(std::string_view pairs, std::string_view name)
{
    while (!pairs.empty()) {
        const auto end = pairs.find('&');
        const auto pair = pairs.substr(0, end);
        pairs = end == std::string_view::npos ? std::string_view() : pairs.substr(end + 1);
        const auto equals = pair.find('=');
        const auto key = pair.substr(0, equals);
        if (key == name || percentDecode(key, true) == name) {
            return equals == std::string_view::npos ? std::string()
                                                    : percentDecode(pair.substr(equals + 1), true);
        }
    }
    return std::nullopt;
}

std::optional<std::string_view> cookieValue(std::string_view header, std::string_view name)
{
    while (!header.empty()) {
        const auto end = header.find(';');
        auto pair = header.substr(0, end);
        header = end == std::string_view::npos ? std::string_view() : header.substr(end + 1);
        while (!pair.empty() && (pair.front() == ' ' || pair.front() == '\t')) {
            pair.remove_prefix(1);
        }
        const auto equals = pair.find('=');
        if (equals == std::string_view::npos || pair.substr(0, equals) != name) {
            continue;
        }
        auto value = pair.substr(equals + 1);
        if (value.size() >= 2 && value.front() == '"' && value.back() == '"') {
            value = value.substr(1, value.size() - 2);
        }
        return value;
    }
    return std::nullopt;
}

std::optional<Credentials> basicCredentials(std::string_view authorization)
{
    constexpr std::string_view scheme = "basic ";
    const auto sameLetter
        = [](char lower, char any) { return lower == std::tolower(static_cast<unsigned char>(any)); };
    if (authorization.size() < scheme.size()
        || !std::equal(scheme.begin(), scheme.end(), authorization.begin(), sameLetter)) {
        return std::nullopt;
    }
    const auto coded = authorization.substr(scheme.size());
    const auto plain = QByteArray::fromBase64(QByteArray(coded.data(), static_cast<qsizetype>(coded.size())))
                           .toStdString();
    const auto colon = plain.find(':');
    if (colon == std::string::npos) {
        return std::nullopt;
    }
    return Credentials{plain.substr(0, colon), plain.substr(colon + 1)};
}

std::string httpDate(std::time_t time)
{
    std::tm parts{};
    ::gmtime_r(&time, &parts);
    // strftime would use the locale's names.
    static constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array months{
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::array<char, 64> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT",
        days.at(static_cast<std::size_t>(parts.tm_wday)), parts.tm_mday,
        months.at(static_cast<std::size_t>(parts.tm_mon)), parts.tm_year + 1900, parts.tm_hour, parts.tm_min,
        parts.tm_sec);
    return buffer.data();
}

void appendJsonEscaped(std::string_view text, std::string& out)
{
    const bool plain = std::all_of(text.begin(), text.end(),
        [](unsigned char c) { return c >= 0x20 && c < 0x7f && c != '"' && c != '\\'; });
    if (plain) {
        out += text;
        return;
    }
    const auto quoted = dumpJson(Json(std::string(text)));
    out.append(quoted, 1, quoted.size() - 2);
}

std::string statusText(int status)
{
    const auto known = boost::beast::http::int_to_status(static_cast<unsigned>(status));
    std::string out = std::to_string(status) + " ";
    out += known == boost::beast::http::status::unknown
        ? "Answer"
        : std::string_view(boost::beast::http::obsolete_reason(known));
    return out;
}

} // namespace plumb::sample
