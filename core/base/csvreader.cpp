// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/csvreader.h"

namespace plumb {

CsvReader::CsvReader(std::string_view text, const std::string& fileName, char separator)
    : m_text(text)
    , m_file(fileName)
    , m_separator(separator)
{
}

Error CsvReader::fault(const char* what, std::size_t line, const char* remedy) const
{
    return {ErrorKind::input, what, m_file + ", line " + std::to_string(line), remedy};
}

void CsvReader::endLine()
{
    m_at += m_text.substr(m_at, 2) == "\r\n" ? 2 : 1;
    ++m_line;
}

Result<bool> CsvReader::next(std::vector<std::string>& fields)
{
    while (m_at < m_text.size() && isLineEnd()) {
        endLine();
    }
    fields.clear();
    m_recordLine = m_line;
    if (m_at >= m_text.size()) {
        return false;
    }
    while (true) {
        std::string field;
        if (m_at < m_text.size() && m_text[m_at] == '"') {
            if (auto read = quoted(field); !read) {
                return read.error();
            }
        } else {
            while (m_at < m_text.size() && m_text[m_at] != m_separator && !isLineEnd()) {
                field += m_text[m_at++];
            }
        }
        fields.push_back(std::move(field));
        if (m_at < m_text.size() && m_text[m_at] == m_separator) {
            ++m_at;
            continue;
        }
        if (m_at < m_text.size()) {
            endLine();
        }
        return true;
    }
}

Result<void> CsvReader::quoted(std::string& field)
{
    const auto start = m_line;
    for (++m_at; m_at < m_text.size(); ++m_at) {
        const char c = m_text[m_at];
        if (c == '"') {
            ++m_at;
            if (m_at >= m_text.size() || m_text[m_at] != '"') {
                if (m_at < m_text.size() && m_text[m_at] != m_separator && !isLineEnd()) {
                    return fault(
                        "text after a closing quote", m_line, "write a quote inside a quoted value twice");
                }
                return {};
            }
        }
        m_line += c == '\n' ? 1 : 0;
        field += c;
    }
    return fault("a quote is not closed", start, "add the closing quote");
}

} // namespace plumb
