// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace plumb {

/// Reads RFC 4180 text one record after the other: quotes, any line ends, empty lines passed over. The text
/// and the file name outlive the reader; a byte order mark is not looked for.
class CsvReader
{
public:
    CsvReader(std::string_view text, const std::string& fileName, char separator = ',');

    /// The line the latest record began at, from 1.
    [[nodiscard]] std::size_t line() const { return m_recordLine; }

    /// Fills @p fields with the next record; false at the end of the text. Errors name file and line: a quote
    /// that is not closed, text behind one.
    Result<bool> next(std::vector<std::string>& fields);

private:
    [[nodiscard]] bool isLineEnd() const { return m_text[m_at] == '\n' || m_text[m_at] == '\r'; }
    [[nodiscard]] Error fault(const char* what, std::size_t line, const char* remedy) const;
    void endLine();
    Result<void> quoted(std::string& field);

    std::string_view m_text;
    const std::string& m_file;
    char m_separator;
    std::size_t m_at = 0, m_line = 1, m_recordLine = 1;
};

} // namespace plumb
