// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/csvtext.h"

#include <array>
#include <charconv>
#include <cmath>

namespace plumb::exporting {

void CsvText::separate()
{
    if (m_rowBegun) {
        m_text += ',';
    }
    m_rowBegun = true;
}

CsvText& CsvText::cell(std::string_view text)
{
    separate();
    std::string safe(text);
    if (!safe.empty() && std::string_view("=+-@\t\r").find(safe.front()) != std::string_view::npos) {
        safe.insert(safe.begin(), '\'');
    }
    if (safe.find_first_of(",\"\r\n") == std::string::npos) {
        m_text += safe;
        return *this;
    }
    m_text += '"';
    for (const char c : safe) {
        m_text += c;
        if (c == '"') {
            m_text += '"';
        }
    }
    m_text += '"';
    return *this;
}

CsvText& CsvText::number(std::optional<double> value)
{
    separate();
    if (value && std::isfinite(*value)) {
        std::array<char, 64> buffer{};
        const auto [end, code] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), *value);
        m_text.append(buffer.data(), code == std::errc() ? end : buffer.data());
    }
    return *this;
}

CsvText& CsvText::number(std::int64_t value)
{
    separate();
    m_text += std::to_string(value);
    return *this;
}

CsvText& CsvText::empty()
{
    separate();
    return *this;
}

CsvText& CsvText::line(std::string_view text)
{
    m_text += text;
    m_text += '\n';
    return *this;
}

CsvText& CsvText::endRow()
{
    m_text += '\n';
    m_rowBegun = false;
    return *this;
}

} // namespace plumb::exporting
