// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/sqlstatement.h"

#include <algorithm>
#include <array>

namespace plumb::scenario {

namespace {

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'
        || static_cast<unsigned char>(c) >= 0x80;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Splits into words (in capitals), placeholders and single signs.
class SqlLexer
{
public:
    explicit SqlLexer(std::string_view text)
        : m_text(text)
    {
    }

    struct Token
    {
        enum class Kind { end, word, sign, placeholder } kind = Kind::end;
        std::string text;
    };

    Token next()
    {
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (skipBlank() || skipQuoted()) {
                continue;
            }
            if (isLetter(c)) {
                return {Token::Kind::word, capitals(word())};
            }
            ++m_at;
            if (isDigit(c)) {
                word(); // 10, 1e5, 0x1F
                continue;
            }
            if (c == '?') {
                return {Token::Kind::placeholder, "?"};
            }
            if (c == ':' && peek() == ':') {
                ++m_at; // a cast
                continue;
            }
            if (c == ':' && isLetter(peek())) {
                return {Token::Kind::placeholder, std::string(word())};
            }
            return {Token::Kind::sign, std::string(1, c)};
        }
        return {};
    }

private:
    [[nodiscard]] char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    std::string_view word()
    {
        const auto start = m_at;
        while (m_at < m_text.size()
            && (isLetter(m_text[m_at]) || isDigit(m_text[m_at]) || m_text[m_at] == '$')) {
            ++m_at;
        }
        return m_text.substr(start, m_at - start);
    }

    static std::string capitals(std::string_view text)
    {
        std::string out(text);
        std::transform(out.begin(), out.end(), out.begin(),
            [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
        return out;
    }

    bool skipBlank()
    {
        const auto rest = m_text.substr(m_at);
        if (rest.front() == ' ' || (rest.front() >= '\t' && rest.front() <= '\r')) {
            ++m_at;
            return true;
        }
        if (rest.starts_with("--")) {
            m_at = std::min(m_text.find('\n', m_at), m_text.size());
            return true;
        }
        if (!rest.starts_with("/*")) {
            return false;
        }
        m_at += 2;
        for (int depth = 1; depth > 0 && m_at < m_text.size();) {
            const auto here = m_text.substr(m_at, 2);
            depth += here == "/*" ? 1 : here == "*/" ? -1 : 0;
            m_at += here == "/*" || here == "*/" ? 2 : 1;
        }
        return true;
    }

    bool skipQuoted()
    {
        const char quote = m_text[m_at];
        if (quote == '$') {
            return skipDollarQuoted();
        }
        if (quote != '\'' && quote != '"' && quote != '`') {
            return false;
        }
        // A doubled quote ends one text and begins the next, which comes to the same.
        m_at = std::min(m_text.find(quote, m_at + 1), m_text.size() - 1) + 1;
        return true;
    }

    bool skipDollarQuoted()
    {
        auto end = m_at + 1;
        while (end < m_text.size() && (isLetter(m_text[end]) || isDigit(m_text[end]))) {
            ++end;
        }
        if (end >= m_text.size() || m_text[end] != '$' || isDigit(m_text[m_at + 1])) {
            return false;
        }
        const auto tag = m_text.substr(m_at, end - m_at + 1);
        const auto close = m_text.find(tag, end + 1);
        m_at = close == std::string_view::npos ? m_text.size() : close + tag.size();
        return true;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

template <std::size_t size>
bool isOneOf(const std::string& word, const std::array<std::string_view, size>& words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 7> readers{
    "SELECT", "WITH", "VALUES", "TABLE", "SHOW", "EXPLAIN", "PRAGMA"};
/// Words that change data where they stand inside a statement that begins as a reader.
constexpr std::array<std::string_view, 5> changers{"INSERT", "UPDATE", "DELETE", "MERGE", "INTO"};

} // namespace

SqlStatement readSqlStatement(std::string_view text)
{
    using Kind = SqlLexer::Token::Kind;
    SqlStatement statement;
    SqlLexer lexer(text);
    bool between = true; // after a semicolon
    for (auto token = lexer.next(); token.kind != Kind::end; token = lexer.next()) {
        if (token.text == ";" && token.kind == Kind::sign) {
            between = true;
            continue;
        }
        const bool first = std::exchange(between, false);
        statement.statements += first ? 1 : 0;
        if (token.kind == Kind::placeholder) {
            statement.placeholders.push_back(std::move(token.text));
        } else if (token.kind == Kind::word && first) {
            statement.writes = statement.writes || !isOneOf(token.text, readers);
            statement.verb = statement.verb.empty() ? token.text : statement.verb;
        } else if (token.kind == Kind::word) {
            // FOR UPDATE and its kin lock rows, which a read-only connection may not.
            statement.writes = statement.writes || isOneOf(token.text, changers);
        } else if (token.text == "=" && statement.verb == "PRAGMA") {
            statement.writes = true;
        }
    }
    return statement;
}

} // namespace plumb::scenario
