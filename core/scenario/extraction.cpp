// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/answer.h"
#include "scenario/jsonlookup.h"

#include <algorithm>

namespace plumb::scenario {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

ExtractResult found(std::string text, bool raw)
{
    ExtractResult result;
    result.found = true;
    result.value = {std::move(text), raw, true};
    return result;
}

ExtractResult missing(std::string message)
{
    ExtractResult result;
    result.message = std::move(message);
    return result;
}

} // namespace

const std::string* findHeader(const Headers* headers, std::string_view name)
{
    if (headers == nullptr) {
        return nullptr;
    }
    for (const auto& [key, value] : *headers) {
        if (key.size() == name.size() && std::equal(key.begin(), key.end(), name.begin(), [](char a, char b) {
                return lower(a) == lower(b);
            })) {
            return &value;
        }
    }
    return nullptr;
}

Result<QRegularExpression> compileRegex(const std::string& pattern)
{
    QRegularExpression regex(QString::fromStdString(pattern));
    if (!regex.isValid()) {
        return Error{ErrorKind::input,
            "the regular expression \"" + pattern + "\" is wrong at character "
                + std::to_string(regex.patternErrorOffset() + 1) + ": " + regex.errorString().toStdString(),
            {}, "mend it, or put a \\ before characters meant literally"};
    }
    regex.optimize();
    return regex;
}

Result<Probe> Probe::compile(Extract::From from, const std::string& expression)
{
    Probe probe;
    probe.m_from = from;
    probe.m_expression = expression;
    if (from == Extract::From::json) {
        if (const auto fault = pointerFault(expression); !fault.empty()) {
            return Error{
                ErrorKind::input, "\"" + expression + "\": " + fault, {}, "write it as \"/name/0/name\""};
        }
    } else if (from == Extract::From::regex) {
        auto regex = compileRegex(expression);
        if (!regex) {
            return regex.error();
        }
        probe.m_regex = std::move(*regex);
    } else if (expression.empty()) {
        return Error{ErrorKind::input, "the name of the header or cookie is empty", {}, "write its name"};
    }
    return probe;
}

ExtractResult Probe::find(const ResponseView& response) const
{
    switch (m_from) {
    case Extract::From::header: {
        const std::string* value = findHeader(response.headers, m_expression);
        return value != nullptr ? found(*value, false) : missing("there is no header " + m_expression);
    }
    case Extract::From::cookie: {
        if (response.cookies != nullptr) {
            if (const auto cookie = response.cookies->find(m_expression); cookie != response.cookies->end()) {
                return found(cookie->second, false);
            }
        }
        return missing("there is no cookie " + m_expression);
    }
    case Extract::From::regex: {
        const QByteArrayView bytes(response.body.data(), static_cast<qsizetype>(response.body.size()));
        const auto match = m_regex.match(QString::fromUtf8(bytes));
        if (!match.hasMatch()) {
            return missing("the regular expression " + m_expression + " matches nothing");
        }
        return found(match.captured(m_regex.captureCount() > 0 ? 1 : 0).toStdString(), false);
    }
    case Extract::From::json:
        break;
    }
    auto value = lookUp(response.body, m_expression);
    if (value.state == JsonFound::State::invalid) {
        return missing("the answer is no JSON");
    }
    if (value.state == JsonFound::State::missing) {
        return missing("there is no " + m_expression);
    }
    if (value.isNull) {
        return missing(m_expression + " is null");
    }
    return found(std::move(value.text), !value.isString);
}

} // namespace plumb::scenario
