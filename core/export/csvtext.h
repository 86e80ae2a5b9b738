// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace plumb::exporting {

/// Builds CSV after RFC 4180, with line feeds.
class CsvText
{
public:
    /// Text. Quoted where it has to be; a leading = + - @ or tab gets an apostrophe before it, or a
    /// spreadsheet would run what a service answered as a formula.
    CsvText& cell(std::string_view text);
    /// A number in the shortest form that reads back the same, C locale; empty where there is none (also
    /// NaN).
    CsvText& number(std::optional<double> value);
    CsvText& number(double value) { return number(std::optional<double>(value)); }
    CsvText& number(std::int64_t value);
    CsvText& empty();
    /// A whole line as it is: headers.
    CsvText& line(std::string_view text);
    CsvText& endRow();
    [[nodiscard]] const std::string& text() const { return m_text; }

private:
    void separate();

    std::string m_text;
    bool m_rowBegun = false;
};

} // namespace plumb::exporting
