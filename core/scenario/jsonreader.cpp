// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/units.h"
#include "scenario/jsonfields.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace plumb::scenario {

namespace {

/// Tells a mark that keeps a place from one that only keeps a spelling.
constexpr std::uint8_t placeSubtype = 1;

/// Keys nobody needs a warning about: editors' schema links and comments.
bool isComment(std::string_view key)
{
    return key == "$schema" || key.starts_with("_") || key.starts_with("x-") || key.starts_with("//");
}

/// Levenshtein distance, two rows.
std::size_t editDistance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0U);
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t above = row[j + 1];
            row[j + 1] = std::min({above + 1, row[j] + 1, diagonal + (a[i] == b[j] ? 0U : 1U)});
            diagonal = above;
        }
    }
    return row.back();
}

template <class T>
std::string readWhole(const Json& json, Unit unit, Bound<T>& out)
{
    Bound<double> number;
    if (auto message = readBound(json, unit, number); !message.empty()) {
        return message;
    }
    out.expression = number.expression;
    if (!number.value) {
        return {};
    }
    // 2^63 is exact as a double; the largest T is not.
    const double limit = std::ldexp(1.0, std::numeric_limits<T>::digits);
    if (std::trunc(*number.value) != *number.value) {
        return "expected a whole number, found " + json.dump();
    }
    if (*number.value >= limit || *number.value < -limit) {
        return "the number " + json.dump() + " is too large";
    }
    out.value = json.is_number_integer() ? json.get<T>() : static_cast<T>(*number.value);
    return {};
}

} // namespace

std::string childPath(const std::string& path, std::string_view key)
{
    std::string result = path + "/";
    for (const char c : key) {
        if (c == '~') {
            result += "~0";
        } else if (c == '/') {
            result += "~1";
        } else {
            result += c;
        }
    }
    return result;
}

std::string childPath(const std::string& path, std::size_t index)
{
    return path + "/" + std::to_string(index);
}

std::string_view kindOf(const Json& json)
{
    switch (json.type()) {
    case Json::value_t::object:
        return "an object";
    case Json::value_t::array:
        return "a list";
    case Json::value_t::string:
        return "a text";
    case Json::value_t::boolean:
        return "true or false";
    case Json::value_t::null:
        return "null";
    default:
        return "a number";
    }
}

std::string nearest(std::string_view name, const std::vector<std::string>& names)
{
    const std::string* best = nullptr;
    std::size_t bestDistance = 1 + std::min<std::size_t>(3, name.size() / 2);
    for (const auto& candidate : names) {
        if (candidate.size() > name.size() + 8 || name.size() > candidate.size() + 8) {
            continue;
        }
        const auto distance = editDistance(name, candidate);
        if (distance < bestDistance) {
            bestDistance = distance;
            best = &candidate;
        }
    }
    return best == nullptr ? std::string() : *best;
}

bool isTemplate(std::string_view text)
{
    return text.find("{{") != std::string_view::npos;
}

Json placeMark(const std::string& spelling)
{
    return Json::binary(std::vector<std::uint8_t>(spelling.begin(), spelling.end()), placeSubtype);
}

bool keepsPlace(const Json& json)
{
    return json.is_binary() && json.get_binary().has_subtype();
}

std::string readBound(const Json& json, Unit unit, Bound<double>& out)
{
    if (json.is_number()) {
        out.value = json.get<double>();
        return std::isfinite(*out.value) ? std::string() : std::string("the number is too large");
    }
    if (!json.is_string()) {
        return "expected a number, found " + std::string(kindOf(json));
    }
    const auto& text = json.get_ref<const std::string&>();
    out.expression = text;
    if (isTemplate(text)) {
        return {};
    }
    if (unit == Unit::none) {
        return "expected a number or \"{{variable}}\", found the text "
            + json.dump(-1, ' ', false, Json::error_handler_t::replace);
    }
    const auto seconds = parseDuration(text);
    if (!seconds || !std::isfinite(*seconds)) {
        return "\"" + text + "\" is no duration";
    }
    // A bare "500" in a field of milliseconds is milliseconds.
    const bool bare = !text.empty() && text.find_first_not_of("0123456789.") == std::string::npos;
    out.value = unit == Unit::milliseconds && !bare ? *seconds * 1000.0 : *seconds;
    return {};
}

std::string readBound(const Json& json, Unit unit, Bound<int>& out)
{
    return readWhole(json, unit, out);
}

std::string readBound(const Json& json, Unit unit, Bound<std::int64_t>& out)
{
    return readWhole(json, unit, out);
}

std::string readBound(const Json& json, Unit /*unit*/, Bound<bool>& out)
{
    if (json.is_boolean()) {
        out.value = json.get<bool>();
        return {};
    }
    if (json.is_string() && isTemplate(json.get_ref<const std::string&>())) {
        out.expression = json.get<std::string>();
        return {};
    }
    return "expected true, false or \"{{variable}}\", found " + std::string(kindOf(json));
}

Pairs readPairs(const Json& json)
{
    const auto asText = [](const Json& value) {
        return value.is_string() ? value.get<std::string>()
            : value.is_null()    ? std::string()
                                 : dumpJson(value);
    };
    Pairs pairs;
    if (!json.is_object()) {
        return pairs;
    }
    for (const auto& [key, value] : json.items()) {
        if (value.is_array()) {
            for (const auto& element : value) {
                pairs.emplace_back(key, asText(element));
            }
        } else {
            pairs.emplace_back(key, asText(value));
        }
    }
    return pairs;
}

ObjectReader::ObjectReader(const Json& json, std::string path, std::vector<Problem>& problems)
    : m_json(json)
    , m_path(std::move(path))
    , m_problems(problems)
    , m_object(json.is_object())
{
    if (!m_object) {
        m_problems.push_back(
            {m_path, "expected an object, found " + std::string(kindOf(json)), "write it as { ... }"});
    }
}

const Json* ObjectReader::findAny(std::string_view key)
{
    m_known.emplace(key);
    if (!m_object) {
        return nullptr;
    }
    const auto found = m_json.find(std::string(key));
    return found == m_json.end() ? nullptr : &*found;
}

const Json* ObjectReader::find(std::string_view key)
{
    const Json* found = findAny(key);
    return found == nullptr || found->is_null() ? nullptr : found;
}

const Json* ObjectReader::array(std::string_view key)
{
    const Json* found = find(key);
    if (found != nullptr && !found->is_array()) {
        wrongType(key, "a list", *found);
        return nullptr;
    }
    return found;
}

const Json* ObjectReader::object(std::string_view key)
{
    const Json* found = find(key);
    if (found != nullptr && !found->is_object()) {
        wrongType(key, "an object", *found);
        return nullptr;
    }
    return found;
}

void ObjectReader::text(std::string_view key, std::string& out)
{
    if (const Json* found = find(key)) {
        if (found->is_string()) {
            out = found->get<std::string>();
        } else {
            wrongType(key, "a text", *found);
        }
    }
}

void ObjectReader::texts(std::string_view key, std::vector<std::string>& out)
{
    const Json* found = array(key);
    if (found == nullptr) {
        return;
    }
    for (std::size_t i = 0; i < found->size(); ++i) {
        const Json& element = (*found)[i];
        if (element.is_string()) {
            out.push_back(element.get<std::string>());
        } else {
            m_problems.push_back({childPath(at(key), i),
                "expected a text, found " + std::string(kindOf(element)), "put it in quotes"});
        }
    }
}

void ObjectReader::flag(std::string_view key, bool& out)
{
    if (const Json* found = find(key)) {
        if (found->is_boolean()) {
            out = found->get<bool>();
        } else {
            wrongType(key, "true or false", *found);
        }
    }
}

void ObjectReader::pairs(std::string_view key, Pairs& out)
{
    const Json* found = object(key);
    if (found == nullptr) {
        return;
    }
    for (const auto& [name, value] : found->items()) {
        if (value.is_object()) {
            m_problems.push_back({childPath(at(key), name),
                "expected a text, a number or a list, found an object", "write its value as a text"});
        }
    }
    out = readPairs(*found);
}

void ObjectReader::problem(std::string_view key, std::string message, std::string remedy)
{
    m_problems.push_back({key.empty() ? m_path : at(key), std::move(message), std::move(remedy)});
}

void ObjectReader::wrongType(std::string_view key, std::string_view expected, const Json& found)
{
    std::string remedy;
    if (expected == "a text" && !found.is_structured()) {
        remedy = "put it in quotes";
    } else if (expected == "a list") {
        remedy = "write it as [ ... ]";
    } else if (expected == "an object") {
        remedy = "write it as { ... }";
    }
    problem(key, "expected " + std::string(expected) + ", found " + std::string(kindOf(found)), remedy);
}

void ObjectReader::unknownWord(
    std::string_view key, const std::string& word, const std::vector<std::string>& known)
{
    std::string list;
    for (const auto& name : known) {
        list += (list.empty() ? "" : ", ") + name;
    }
    const auto near = nearest(word, known);
    problem(key, "unknown value \"" + word + "\"",
        near.empty() ? "write one of: " + list : "did you mean \"" + near + "\"? Known are: " + list);
}

void ObjectReader::report(std::string_view key, const std::string& message)
{
    if (message.empty()) {
        return;
    }
    std::string remedy = "write a number without quotes";
    if (message.find("duration") != std::string::npos) {
        remedy = "write seconds as a number, or a text such as \"30s\" or \"2m\"";
    } else if (message.find("true") != std::string::npos) {
        remedy = "write true or false without quotes";
    }
    problem(key, message, remedy);
}

Json ObjectReader::remainder(const Json& written)
{
    Json extra = Json::object();
    if (!m_object) {
        return extra;
    }
    const std::vector<std::string> known(m_known.begin(), m_known.end());
    bool ordered = true;
    bool unknownSeen = false;
    std::ptrdiff_t last = -1; // place of the last known field among the written ones
    for (const auto& [key, value] : m_json.items()) {
        const bool isKnown = m_known.contains(key);
        if (!isKnown) {
            unknownSeen = true;
            extra[key] = value;
            if (!isComment(key)) {
                const auto near = nearest(key, known);
                m_problems.push_back({at(key), "unknown field \"" + key + "\", it is kept but has no effect",
                    near.empty() ? "remove it, or check the spelling" : "did you mean \"" + near + "\"?",
                    true});
            }
            continue;
        }
        const auto own = written.find(key);
        if (own == written.end()) {
            extra[key] = value; // a default that was spelled out; its place is kept below
            ordered = false;
            continue;
        }
        const auto place = std::distance(written.begin(), own);
        ordered = ordered && !unknownSeen && place > last;
        last = place;
        const bool spelledSame
            = own->type() == value.type() && *own == value && dumpJson(*own) == dumpJson(value);
        extra[key] = placeMark(spelledSame ? std::string() : dumpJson(value));
    }
    if (ordered) {
        // The order is ours: places say nothing, only spellings stay.
        for (auto it = extra.begin(); it != extra.end();) {
            const bool mark = keepsPlace(*it);
            if (mark) {
                it->get_binary().clear_subtype();
            }
            it = mark && it->get_binary().empty() ? extra.erase(it) : std::next(it);
        }
    }
    return extra;
}

} // namespace plumb::scenario
