// SPDX-License-Identifier: GPL-3.0-or-later
#include "interop/curlcommand.h"

#include <cstdlib>

namespace plumb::interop {

namespace {

/// One character of $'...' after its backslash; moves @p at behind it.
std::string escaped(std::string_view text, std::size_t& at)
{
    const auto digits = [&](std::size_t most) {
        std::string hex;
        while (hex.size() < most && at < text.size() && std::isxdigit(static_cast<unsigned char>(text[at])))
            hex += text[at++];
        return std::strtoul(hex.c_str(), nullptr, 16);
    };
    const char c = text[at++];
    switch (c) {
    case 'n':
        return "\n";
    case 'r':
        return "\r";
    case 't':
        return "\t";
    case 'x':
        return std::string(1, static_cast<char>(digits(2)));
    case 'u': {
        const auto code = digits(4);
        if (code < 0x80)
            return std::string(1, static_cast<char>(code));
        if (code < 0x800)
            return {static_cast<char>(0xc0 | (code >> 6)), static_cast<char>(0x80 | (code & 0x3f))};
        return {static_cast<char>(0xe0 | (code >> 12)), static_cast<char>(0x80 | ((code >> 6) & 0x3f)),
            static_cast<char>(0x80 | (code & 0x3f))};
    }
    default:
        return std::string(1, c);
    }
}

} // namespace

Result<std::vector<std::string>> shellWords(std::string_view text)
{
    std::vector<std::string> words;
    std::string word;
    bool inWord = false;
    char quote = 0; // ' or ", or $ for $'...'
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at++];
        if (quote == '\'') {
            quote = c == '\'' ? char(0) : quote;
            word += c == '\'' ? std::string() : std::string(1, c);
        } else if (quote == '$') {
            if (c == '\'')
                quote = 0;
            else if (c == '\\' && at < text.size())
                word += escaped(text, at);
            else
                word += c;
        } else if (c == '\\' && at < text.size()) {
            const char next = text[at++];
            // A backslash at the end of a line joins lines; between double quotes it protects little.
            if (next == '\r' && at < text.size() && text[at] == '\n')
                ++at;
            else if (next != '\n') {
                const bool kept
                    = quote == '"' && std::string_view("\"\\$`").find(next) == std::string_view::npos;
                word += kept ? std::string{'\\', next} : std::string(1, next);
                inWord = true;
            }
        } else if (quote == '"') {
            quote = c == '"' ? char(0) : quote;
            word += c == '"' ? std::string() : std::string(1, c);
        } else if (c == '\'' || c == '"') {
            quote = c;
            inWord = true;
        } else if (c == '$' && at < text.size() && text[at] == '\'') {
            ++at;
            quote = '$';
            inWord = true;
        } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            if (inWord)
                words.push_back(std::move(word));
            word.clear();
            inWord = false;
        } else {
            word += c;
            inWord = true;
        }
    }
    if (quote != 0)
        return Error{ErrorKind::input, "a quote is not closed", "curl command", "copy the whole command"};
    if (inWord)
        words.push_back(std::move(word));
    return words;
}

} // namespace plumb::interop
