// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/markdowntext.h"

#include <algorithm>

namespace plumb::exporting {

std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (c == '\n' || c == '\r') {
            out += ' ';
        } else if (c == '<') {
            out += "&lt;";
        } else if (c == '&') {
            out += "&amp;";
        } else {
            if (std::string_view("\\`*_[]|#").find(c) != std::string_view::npos) {
                out += '\\';
            }
            out += c;
        }
    }
    return out;
}

std::string row(const Cells& cells)
{
    std::string line = "|";
    for (const auto& cell : cells) {
        line += ' ' + cell + " |";
    }
    return line + '\n';
}

std::string tableHead(const Cells& titles, bool figures)
{
    std::string line = "|";
    for (std::size_t i = 0; i < titles.size(); ++i) {
        line += figures && i > 0 ? " ---: |" : " --- |";
    }
    return row(titles) + line + '\n';
}

std::string upper(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
        [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return out;
}

} // namespace plumb::exporting
