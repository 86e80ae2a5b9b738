// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"

#include "base/files.h"
#include "base/jsonprogress.h"

#include <QStringDecoder>

#include <nlohmann/json.hpp>

#include <charconv>

namespace plumb {

namespace {

std::string placeOf(std::string_view text, std::size_t offset, const std::string& fileName)
{
    offset = std::min(offset, text.size());
    const auto before = text.substr(0, offset);
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const auto lineStart = before.rfind('\n');
    const auto column = lineStart == std::string_view::npos ? offset + 1 : offset - lineStart;
    return fileName + ", line " + std::to_string(line) + ", column " + std::to_string(column);
}

/// nlohmann's text without its "[json.exception...] parse error at line..." prefix.
std::string reasonOf(const nlohmann::json::parse_error& error)
{
    std::string text = error.what();
    const auto dash = text.find(": ");
    return dash == std::string::npos ? text : text.substr(dash + 2);
}

/// Copying, writing and reading a document recurses, and a hostile file must not exhaust the stack. What
/// people and programs write is far below this.
constexpr int maxDepth = 256;

/// Where the nesting first exceeds maxDepth; npos if it never does. Up to the first syntax error this sees
/// strings as the parser does, and the parser builds nothing behind that error.
std::size_t tooDeepAt(std::string_view text)
{
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            i += c == '\\' ? 1 : 0;
            quoted = c != '"';
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' || c == '[') {
            if (++depth > maxDepth) {
                return i;
            }
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return std::string_view::npos;
}

/// Reads a text and tells, now and then, where it stands.
class CountingIterator
{
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* at, const char* begin, const ParseProgress* progress)
        : m_at(at)
        , m_begin(begin)
        , m_progress(progress)
    {
    }
    reference operator*() const { return *m_at; }
    CountingIterator& operator++()
    {
        ++m_at;
        if (const auto read = static_cast<std::size_t>(m_at - m_begin); read % step == 0) {
            (*m_progress)(read);
        }
        return *this;
    }
    bool operator==(const CountingIterator& other) const { return m_at == other.m_at; }

private:
    static constexpr std::size_t step = std::size_t{64} << 10;

    const char* m_at;
    const char* m_begin;
    const ParseProgress* m_progress;
};

Json parsed(std::string_view text, const ParseProgress& progress)
{
    if (!progress) {
        return Json::parse(text);
    }
    const char* begin = text.data();
    const char* end = begin + text.size();
    return Json::parse(CountingIterator(begin, begin, &progress), CountingIterator(end, begin, &progress));
}

} // namespace

Result<Json> parseJson(std::string_view text, const std::string& fileName)
{
    return parseJson(text, fileName, {});
}

Result<Json> parseJson(std::string_view text, const std::string& fileName, const ParseProgress& progress)
{
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.remove_prefix(3);
    }
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
        return Error{ErrorKind::input, "the file is UTF-16, expected UTF-8", fileName,
            "save it again with the encoding UTF-8"};
    }
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
        return Error{ErrorKind::input, "the file is empty", fileName, "restore it from a copy"};
    }
    if (const auto deep = tooDeepAt(text); deep != std::string_view::npos) {
        return Error{ErrorKind::input, "lists and objects are nested too deeply",
            placeOf(text, deep, fileName),
            "check that this is the right file; at most " + std::to_string(maxDepth) + " levels can be read"};
    }
    try {
        return Result<Json>(boost::system::in_place_value, parsed(text, progress));
    } catch (const nlohmann::json::parse_error& error) {
        const std::size_t at = error.byte > 0 ? error.byte - 1 : 0;
        if (at >= text.size()) {
            return Error{ErrorKind::input, "the JSON ends too early, the file seems cut",
                placeOf(text, text.size(), fileName), "complete it, or restore it from a copy"};
        }
        return Error{ErrorKind::input, "not valid JSON: " + cleanUtf8(reasonOf(error)),
            placeOf(text, at, fileName), "mend this place"};
    } catch (const nlohmann::json::exception& error) {
        return Error{ErrorKind::input, cleanUtf8(error.what()), fileName, {}};
    }
}

Result<Json> readJsonFile(const std::filesystem::path& file, std::uintmax_t maxBytes)
{
    const auto text = readFile(file, maxBytes);
    if (!text) {
        return text.error();
    }
    return parseJson(*text, file.string());
}

std::string dumpJson(const Json& json, int indent)
{
    return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

Result<void> checkSchema(const Json& json, std::string_view name, int major, const std::string& fileName)
{
    const std::string wanted = std::string(name) + "/" + std::to_string(major);
    if (!json.is_object()) {
        return Error{ErrorKind::input, "expected a JSON object with \"schema\": \"" + wanted + "\"", fileName,
            "check that this is the right file"};
    }
    const auto found = json.find("schema");
    if (found == json.end() || !found->is_string()) {
        return Error{ErrorKind::input, "there is no \"schema\" field", fileName + ", /schema",
            "add \"schema\": \"" + wanted + "\" if this is such a file"};
    }
    const auto& schema = found->get_ref<const std::string&>();
    const auto slash = schema.rfind('/');
    const auto type = schema.substr(0, slash);
    int version = 0;
    bool numbered = false;
    if (slash != std::string::npos) {
        const char* end = schema.data() + schema.size();
        const auto [last, code] = std::from_chars(schema.data() + slash + 1, end, version);
        numbered = code == std::errc() && (last == end || *last == '.');
    }
    if (type != name || !numbered) {
        return Error{ErrorKind::input, "this is \"" + schema + "\", expected \"" + wanted + "\"",
            fileName + ", /schema", "choose a file of the right type"};
    }
    if (version > major) {
        return Error{ErrorKind::input,
            "written by a newer version (\"" + schema + "\"), this program reads up to \"" + wanted + "\"",
            fileName + ", /schema", "use a newer Plumbline"};
    }
    if (version < 1) {
        return Error{ErrorKind::input, "there is no version \"" + schema + "\"", fileName + ", /schema",
            "write \"" + wanted + "\""};
    }
    return {};
}

std::string cleanUtf8(std::string_view text)
{
    const QByteArrayView bytes(text.data(), static_cast<qsizetype>(text.size()));
    if (bytes.isValidUtf8()) {
        return std::string(text);
    }
    return QString::fromUtf8(bytes).toStdString();
}

} // namespace plumb
