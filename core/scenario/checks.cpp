// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/units.h"
#include "scenario/answer.h"
#include "scenario/jsonlookup.h"

#include <algorithm>

namespace plumb::scenario {

namespace {

using Kind = Check::Kind;

/// Messages stay readable whatever the answer holds.
std::string shortened(std::string_view text)
{
    constexpr std::size_t most = 60;
    return text.size() <= most ? std::string(text) : cleanUtf8(text.substr(0, most)) + "…";
}

CheckResult failed(std::string message)
{
    return {false, std::move(message)};
}

} // namespace

std::string checkName(const Check& check)
{
    if (!check.name.empty()) {
        return check.name;
    }
    switch (check.kind) {
    case Kind::status:
        return "status";
    case Kind::json:
        return "json " + check.expression;
    case Kind::header:
        return "header " + check.expression;
    case Kind::bodyContains:
        return "body_contains " + shortened(check.expression);
    case Kind::bodyRegex:
        return "body_regex " + shortened(check.expression);
    case Kind::maxMs:
        return "max_ms";
    case Kind::maxBytes:
        return "max_bytes";
    }
    return {};
}

Result<CompiledCheck> CompiledCheck::compile(const Check& check)
{
    CompiledCheck result;
    result.m_check = check;
    result.m_name = checkName(check);
    if (check.kind == Kind::json) {
        if (const auto fault = pointerFault(check.expression); !fault.empty()) {
            return Error{ErrorKind::input, "\"" + check.expression + "\": " + fault, {},
                "write it as \"/name/0/name\""};
        }
    }
    if (check.kind == Kind::bodyRegex) {
        auto regex = compileRegex(check.expression);
        if (!regex) {
            return regex.error();
        }
        result.m_regex = std::move(*regex);
    }
    if (check.kind == Kind::status) {
        for (const int status : check.statuses) {
            result.m_expected += (result.m_expected.empty() ? "" : " or ") + std::to_string(status);
        }
    } else if (check.equals) {
        result.m_equals = nlohmann::json(*check.equals);
        result.m_expected
            = check.equals->is_string() ? check.equals->get<std::string>() : dumpJson(*check.equals);
    }
    return result;
}

bool CompiledCheck::needsBody() const
{
    return m_check.kind == Kind::json || m_check.kind == Kind::bodyContains || m_check.kind == Kind::bodyRegex
        || m_check.kind == Kind::maxBytes;
}

CheckResult CompiledCheck::run(const ResponseView& response) const
{
    switch (m_check.kind) {
    case Kind::status:
        return status(response);
    case Kind::json:
        return json(response);
    case Kind::header:
        return header(response);
    case Kind::bodyContains:
        return response.body.find(m_check.expression) != std::string_view::npos
            ? CheckResult{}
            : failed("the body does not contain \"" + shortened(m_check.expression) + "\"");
    case Kind::bodyRegex: {
        const QByteArrayView bytes(response.body.data(), static_cast<qsizetype>(response.body.size()));
        return m_regex.match(QString::fromUtf8(bytes)).hasMatch()
            ? CheckResult{}
            : failed("the body does not match " + shortened(m_check.expression));
    }
    case Kind::maxMs:
        return response.service_ms <= m_check.limit.get()
            ? CheckResult{}
            : failed(formatLatency(response.service_ms) + ", at most " + formatLatency(m_check.limit.get()));
    case Kind::maxBytes:
        return static_cast<double>(response.body.size()) <= m_check.limit.get()
            ? CheckResult{}
            : failed(std::to_string(response.body.size()) + " bytes, at most "
                + formatNumber(m_check.limit.get()));
    }
    return {};
}

CheckResult CompiledCheck::status(const ResponseView& response) const
{
    const auto& wanted = m_check.statuses;
    if (std::find(wanted.begin(), wanted.end(), response.status) != wanted.end()) {
        return {};
    }
    return failed((response.status == 0 ? "no answer" : "status " + std::to_string(response.status))
        + ", expected " + m_expected);
}

CheckResult CompiledCheck::json(const ResponseView& response) const
{
    const auto value = lookUp(response.body, m_check.expression);
    if (value.state == JsonFound::State::invalid) {
        return failed("the answer is no JSON");
    }
    const bool exists = value.state == JsonFound::State::found;
    if (m_check.exists && exists != *m_check.exists) {
        return failed(exists ? m_check.expression + " is there" : "there is no " + m_check.expression);
    }
    if (!m_check.equals) {
        // A bare {"json": "/x"} asks whether it is there.
        return exists || m_check.exists ? CheckResult{} : failed("there is no " + m_check.expression);
    }
    if (!exists) {
        return failed("there is no " + m_check.expression);
    }
    // As it is usually written; else it may still be equal: 1.0 and 1, other white space, other order.
    const bool equal = value.isString ? m_equals.is_string() && value.text == m_expected
                                      : (value.text == m_expected && !m_equals.is_string())
            || nlohmann::json::parse(value.text, nullptr, false) == m_equals;
    if (equal) {
        return {};
    }
    return failed(
        m_check.expression + " is " + shortened(value.text) + ", expected " + shortened(m_expected));
}

CheckResult CompiledCheck::header(const ResponseView& response) const
{
    const std::string* value = findHeader(response.headers, m_check.expression);
    const bool exists = value != nullptr;
    if (m_check.exists && exists != *m_check.exists) {
        return failed(exists ? "the header " + m_check.expression + " is there"
                             : "there is no header " + m_check.expression);
    }
    if (!m_check.equals) {
        return exists || m_check.exists ? CheckResult{} : failed("there is no header " + m_check.expression);
    }
    if (!exists) {
        return failed("there is no header " + m_check.expression);
    }
    return *value == m_expected ? CheckResult{}
                                : failed(m_check.expression + " is \"" + shortened(*value) + "\", expected \""
                                    + shortened(m_expected) + "\"");
}

} // namespace plumb::scenario
