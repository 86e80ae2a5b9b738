// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/expression.h"

#include "base/json.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>

namespace plumb::sample {

namespace {

Error badExpression(std::string_view text)
{
    return Error{ErrorKind::input, "there is no expression \"" + cleanUtf8(text) + "\"", {},
        "use path.NAME, query.NAME, form.NAME, header.NAME, body:/POINTER, count:/POINTER, uuid(), seq(), "
        "now(), "
        "now_ms(), random_int(a,b), random(a,b), user, cache or index"};
}

std::optional<double> toNumber(std::string_view text)
{
    while (!text.empty() && text.front() == ' ') {
        text.remove_prefix(1);
    }
    double value = 0.0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) {
        return std::nullopt;
    }
    return value;
}

std::string shortNumber(double value)
{
    std::array<char, 48> buffer{};
    const auto end
        = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, 3);
    return {buffer.data(), end.ptr};
}

std::int64_t unixMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

std::string isoNow()
{
    const auto ms = unixMs();
    const auto seconds = static_cast<std::time_t>(ms / 1000);
    std::tm parts{};
    ::gmtime_r(&seconds, &parts);
    std::array<char, 64> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", parts.tm_year + 1900,
        parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec,
        static_cast<int>(ms % 1000));
    return buffer.data();
}

} // namespace

std::string randomUuid(RandomEngine& random)
{
    std::array<char, 40> buffer{};
    const auto a = random();
    const auto b = random();
    std::snprintf(buffer.data(), buffer.size(), "%08x-%04x-4%03x-%04x-%012llx",
        static_cast<unsigned>(a >> 32), static_cast<unsigned>(a >> 16 & 0xffff),
        static_cast<unsigned>(a & 0xfff), static_cast<unsigned>((b >> 48 & 0x3fff) | 0x8000),
        static_cast<unsigned long long>(b & 0xffffffffffffULL));
    return buffer.data();
}

Result<Expression> Expression::compile(std::string_view text)
{
    Expression out;
    if (const auto bar = text.find('|'); bar != std::string_view::npos) {
        out.m_fallback = std::string(text.substr(bar + 1));
        text = text.substr(0, bar);
    }
    static constexpr std::array<std::pair<std::string_view, Kind>, 8> words{
        {{"uuid()", Kind::uuid}, {"seq()", Kind::seq}, {"now()", Kind::now}, {"now_ms()", Kind::nowMs},
            {"user", Kind::user}, {"cache", Kind::cache}, {"index", Kind::index}, {"body", Kind::body}}};
    for (const auto& [word, kind] : words) {
        if (text == word) {
            out.m_kind = kind;
            return out;
        }
    }
    static constexpr std::array<std::pair<std::string_view, Kind>, 6> prefixes{
        {{"path.", Kind::path}, {"query.", Kind::query}, {"form.", Kind::form}, {"header.", Kind::header},
            {"body:", Kind::body}, {"count:", Kind::count}}};
    for (const auto& [prefix, kind] : prefixes) {
        if (!text.starts_with(prefix) || text.size() == prefix.size()) {
            continue;
        }
        out.m_kind = kind;
        out.m_name = text.substr(prefix.size());
        if (kind == Kind::body || kind == Kind::count) {
            if (out.m_name.front() != '/') {
                return Error{ErrorKind::input, "\"" + cleanUtf8(out.m_name) + "\" is no JSON pointer", {},
                    "write it like /points/0"};
            }
        }
        return out;
    }
    for (const auto& [prefix, kind] : {std::pair<std::string_view, Kind>{"random_int(", Kind::randomInt},
             std::pair<std::string_view, Kind>{"random(", Kind::randomReal}}) {
        const auto comma = text.find(',');
        if (!text.starts_with(prefix) || text.back() != ')' || comma == std::string_view::npos) {
            continue;
        }
        const auto low = toNumber(text.substr(prefix.size(), comma - prefix.size()));
        const auto high = toNumber(text.substr(comma + 1, text.size() - comma - 2));
        if (!low || !high || *low > *high || std::abs(*low) > 1e15 || std::abs(*high) > 1e15) {
            return Error{ErrorKind::input, "\"" + cleanUtf8(text) + "\" has no usable range", {},
                "write two numbers, the lower first"};
        }
        out.m_kind = kind;
        out.m_low = *low;
        out.m_high = *high;
        return out;
    }
    return badExpression(text);
}

std::optional<simdjson::dom::element> Expression::bodyPart(const RenderContext& context) const
{
    const auto body = context.request.json();
    if (!body || m_name.empty()) {
        return body;
    }
    simdjson::dom::element part;
    return body->at_pointer(m_name).get(part) == simdjson::SUCCESS ? std::optional(part) : std::nullopt;
}

std::optional<ExpressionValue> Expression::lookUp(const RenderContext& context) const
{
    const auto text = [](auto&& found) -> std::optional<ExpressionValue> {
        if (!found) {
            return std::nullopt;
        }
        return ExpressionValue{std::string(*found), false};
    };
    const auto& request = context.request;
    switch (m_kind) {
    case Kind::path:
        return text(request.parameter(m_name));
    case Kind::query:
        return text(request.query(m_name));
    case Kind::form:
        return text(request.form(m_name));
    case Kind::header:
        return text(request.header(m_name));
    case Kind::body:
        if (const auto part = bodyPart(context); part && !part->is_null()) {
            std::string_view string;
            return part->get(string) == simdjson::SUCCESS ? ExpressionValue{std::string(string), false}
                                                          : ExpressionValue{simdjson::minify(*part), true};
        }
        return std::nullopt;
    case Kind::count:
        if (const auto part = bodyPart(context)) {
            if (simdjson::dom::array array; part->get(array) == simdjson::SUCCESS) {
                return ExpressionValue{std::to_string(array.size()), true};
            }
        }
        return std::nullopt;
    case Kind::uuid:
        return ExpressionValue{randomUuid(context.random), false};
    case Kind::seq:
        return ExpressionValue{std::to_string(context.sequence), true};
    case Kind::now:
        return ExpressionValue{isoNow(), false};
    case Kind::nowMs:
        return ExpressionValue{std::to_string(unixMs()), true};
    case Kind::randomInt:
        return ExpressionValue{
            std::to_string(std::uniform_int_distribution<std::int64_t>(
                static_cast<std::int64_t>(m_low), static_cast<std::int64_t>(m_high))(context.random)),
            true};
    case Kind::randomReal:
        return ExpressionValue{
            shortNumber(std::uniform_real_distribution<double>(m_low, m_high)(context.random)), true};
    case Kind::user:
        return request.user.empty() ? std::nullopt : std::optional(ExpressionValue{request.user, false});
    case Kind::cache:
        return ExpressionValue{request.cold ? "cold" : "warm", false};
    case Kind::index:
        return ExpressionValue{std::to_string(context.index), true};
    }
    return std::nullopt;
}

std::optional<ExpressionValue> Expression::evaluate(const RenderContext& context) const
{
    auto value = lookUp(context);
    if (!value && m_fallback) {
        return ExpressionValue{*m_fallback, toNumber(*m_fallback).has_value()};
    }
    return value;
}

double Expression::number(const RenderContext& context) const
{
    if (m_kind == Kind::body) {
        simdjson::dom::array array;
        if (const auto part = bodyPart(context); part && part->get(array) == simdjson::SUCCESS) {
            return static_cast<double>(array.size());
        }
    }
    const auto value = evaluate(context);
    const auto number = value ? toNumber(value->text) : std::nullopt;
    return std::max(0.0, number.value_or(0.0));
}

} // namespace plumb::sample
