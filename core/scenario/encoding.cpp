// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/encoding.h"

#include "base/json.h"

namespace plumb::scenario {

namespace {

constexpr std::string_view upperHex = "0123456789ABCDEF";
constexpr std::string_view lowerHex = "0123456789abcdef";

unsigned byteOf(char c)
{
    return static_cast<unsigned char>(c);
}

bool isUnreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.'
        || c == '_' || c == '~';
}

void appendPercent(char c, std::string& out)
{
    out += '%';
    out += upperHex[byteOf(c) >> 4U];
    out += upperHex[byteOf(c) & 15U];
}

void appendValidJson(std::string_view text, std::string& out)
{
    for (const char c : text) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\b':
            out += "\\b";
            break;
        case '\f':
            out += "\\f";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (byteOf(c) < 0x20) {
                out += "\\u00";
                out += lowerHex[byteOf(c) >> 4U];
                out += lowerHex[byteOf(c) & 15U];
            } else {
                out += c;
            }
        }
    }
}

} // namespace

void appendJsonEscaped(std::string_view text, std::string& out)
{
    for (const char c : text) {
        if (byteOf(c) >= 0x80) {
            appendValidJson(cleanUtf8(text), out);
            return;
        }
    }
    appendValidJson(text, out);
}

void appendUrlPart(std::string_view text, std::string& out)
{
    for (const char c : text) {
        if (isUnreserved(c)) {
            out += c;
        } else {
            appendPercent(c, out);
        }
    }
}

void appendUrl(std::string_view text, std::string& out)
{
    static constexpr std::string_view forbidden = " \"<>\\^`{|}\x7F";
    for (const char c : text) {
        if (byteOf(c) < 0x20 || byteOf(c) >= 0x80 || forbidden.find(c) != std::string_view::npos) {
            appendPercent(c, out);
        } else {
            out += c;
        }
    }
}

void appendFormPart(std::string_view text, std::string& out)
{
    for (const char c : text) {
        if (c == ' ') {
            out += '+';
        } else if (isUnreserved(c)) {
            out += c;
        } else {
            appendPercent(c, out);
        }
    }
}

void appendHeaderValue(std::string_view text, std::string& out)
{
    for (const char c : text) {
        out += (byteOf(c) < 0x20 && c != '\t') || c == '\x7F' ? ' ' : c;
    }
}

void appendMultipartName(std::string_view text, std::string& out)
{
    for (const char c : text) {
        if (c == '"' || c == '\r' || c == '\n') {
            appendPercent(c, out);
        } else {
            out += c;
        }
    }
}

void appendBase64(std::string_view text, std::string& out)
{
    static constexpr std::string_view letters
        = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (std::size_t i = 0; i < text.size(); i += 3) {
        const auto left = text.size() - i;
        const unsigned bits = (byteOf(text[i]) << 16U) | (left > 1 ? byteOf(text[i + 1]) << 8U : 0U)
            | (left > 2 ? byteOf(text[i + 2]) : 0U);
        out += letters[bits >> 18U];
        out += letters[(bits >> 12U) & 63U];
        out += left > 1 ? letters[(bits >> 6U) & 63U] : '=';
        out += left > 2 ? letters[bits & 63U] : '=';
    }
}

void appendHex(std::uint64_t number, std::string& out)
{
    for (int shift = 60; shift >= 0; shift -= 4) {
        out += lowerHex[(number >> static_cast<unsigned>(shift)) & 15U];
    }
}

} // namespace plumb::scenario
