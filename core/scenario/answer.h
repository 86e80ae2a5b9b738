// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/compiled.h"

#include <QRegularExpression>

// What is looked up in an answer: extraction, reason codes and checks, compiled.
namespace plumb::scenario {

/// Compiles a regular expression (PCRE2 as Qt ships it: no recursion, safe to share once it is optimised).
Result<QRegularExpression> compileRegex(const std::string& pattern);

/// One place in an answer.
class Probe
{
public:
    static Result<Probe> compile(Extract::From from, const std::string& expression);
    [[nodiscard]] bool needsBody() const
    {
        return m_from == Extract::From::json || m_from == Extract::From::regex;
    }
    [[nodiscard]] ExtractResult find(const ResponseView& response) const;

private:
    Extract::From m_from = Extract::From::json;
    std::string m_expression;
    QRegularExpression m_regex;
};

/// One check.
class CompiledCheck
{
public:
    static Result<CompiledCheck> compile(const Check& check);
    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] bool needsBody() const;
    [[nodiscard]] bool isStatus() const { return m_check.kind == Check::Kind::status; }
    [[nodiscard]] CheckResult run(const ResponseView& response) const;

private:
    [[nodiscard]] CheckResult status(const ResponseView& response) const;
    [[nodiscard]] CheckResult json(const ResponseView& response) const;
    [[nodiscard]] CheckResult header(const ResponseView& response) const;

    Check m_check;
    std::string m_name;
    std::string m_expected; ///< what the value must equal, for messages and for texts
    nlohmann::json m_equals; ///< unordered: objects are equal whatever the order of their keys
    QRegularExpression m_regex;
};

/// The name a check goes by: its own, or one made from what it checks ("status", "json /ok").
std::string checkName(const Check& check);

/// First header of that name, case ignored; null if there is none.
const std::string* findHeader(const Headers* headers, std::string_view name);

} // namespace plumb::scenario
