// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/specreader.h"

#include "base/units.h"

namespace plumb::sample {

void SpecProblem::report(const std::string& path, const std::string& what, const std::string& remedy)
{
    if (!first) {
        first = Error{ErrorKind::input, what, fileName + ", " + (path.empty() ? "/" : path), remedy};
    }
}

SpecReader::SpecReader(const Json& json, std::string path, SpecProblem& problem)
    : m_json(json)
    , m_path(std::move(path))
    , m_problem(problem)
{
    if (!json.is_object()) {
        fail(std::string("expected an object, found ") + json.type_name(), "write { ... } here");
    }
}

void SpecReader::fail(const std::string& what, const std::string& remedy, const std::string& key)
{
    m_problem.report(key.empty() ? m_path : m_path + "/" + key, cleanUtf8(what), remedy);
}

const Json* SpecReader::find(const char* key)
{
    m_asked.insert(key);
    if (!m_json.is_object()) {
        return nullptr;
    }
    const auto found = m_json.find(key);
    return found == m_json.end() || found->is_null() ? nullptr : &*found;
}

bool SpecReader::has(const char* key)
{
    return find(key) != nullptr;
}

const Json& SpecReader::raw(const char* key)
{
    static const Json none;
    const Json* value = find(key);
    return value == nullptr ? none : *value;
}

double SpecReader::number(const char* key, double fallback, double low, double high)
{
    const Json* value = find(key);
    if (value == nullptr) {
        return fallback;
    }
    if (!value->is_number()) {
        fail(std::string("expected a number, found ") + value->type_name(), "write a number without quotes",
            key);
        return fallback;
    }
    const double number = value->get<double>();
    if (!(number >= low && number <= high)) {
        fail(formatNumber(number) + " is out of range",
            "write a number from " + formatNumber(low) + " to " + formatNumber(high), key);
        return fallback;
    }
    return number;
}

std::string SpecReader::string(const char* key, const std::string& fallback)
{
    const Json* value = find(key);
    if (value == nullptr) {
        return fallback;
    }
    if (!value->is_string()) {
        fail(std::string("expected a text, found ") + value->type_name(), "write a text in quotes", key);
        return fallback;
    }
    return value->get<std::string>();
}

std::string SpecReader::requiredString(const char* key)
{
    auto text = string(key);
    if (text.empty()) {
        fail(std::string("\"") + key + "\" is missing", std::string("add \"") + key + "\"");
    }
    return text;
}

void SpecReader::object(const char* key, const std::function<void(SpecReader&)>& read)
{
    if (const Json* value = find(key)) {
        SpecReader reader(*value, m_path + "/" + key, m_problem);
        read(reader);
        reader.finish();
    }
}

void SpecReader::objects(const char* key, const std::function<void(SpecReader&)>& read)
{
    const Json* value = find(key);
    if (value == nullptr) {
        return;
    }
    if (!value->is_array()) {
        fail(std::string("expected an array, found ") + value->type_name(), "write [ ... ] here", key);
        return;
    }
    for (std::size_t i = 0; i < value->size(); ++i) {
        SpecReader reader((*value)[i], m_path + "/" + key + "/" + std::to_string(i), m_problem);
        read(reader);
        reader.finish();
    }
}

std::vector<std::string> SpecReader::strings(const char* key)
{
    std::vector<std::string> out;
    const Json* value = find(key);
    if (value == nullptr) {
        return out;
    }
    if (!value->is_array()) {
        fail(std::string("expected an array of texts, found ") + value->type_name(), "write [\"...\"] here",
            key);
        return out;
    }
    for (std::size_t i = 0; i < value->size(); ++i) {
        const Json& item = (*value)[i];
        if (!item.is_string()) {
            fail(std::string("expected a text, found ") + item.type_name(), "write a text in quotes",
                key + ("/" + std::to_string(i)));
            continue;
        }
        out.push_back(item.get<std::string>());
    }
    return out;
}

std::vector<std::pair<std::string, std::string>> SpecReader::textPairs(const char* key)
{
    std::vector<std::pair<std::string, std::string>> out;
    const Json* value = find(key);
    if (value == nullptr) {
        return out;
    }
    if (!value->is_object()) {
        fail(std::string("expected an object, found ") + value->type_name(), "write { ... } here", key);
        return out;
    }
    for (const auto& [name, text] : value->items()) {
        if (!text.is_string()) {
            fail(std::string("expected a text, found ") + text.type_name(), "write a text in quotes",
                key + ("/" + name));
            continue;
        }
        out.emplace_back(name, text.get<std::string>());
    }
    return out;
}

void SpecReader::finish()
{
    if (!m_json.is_object()) {
        return;
    }
    for (const auto& [name, value] : m_json.items()) {
        if (!m_asked.contains(name)) {
            std::string known;
            for (const auto& asked : m_asked) {
                known += (known.empty() ? "" : ", ") + asked;
            }
            fail("there is no field \"" + name + "\" here", "known fields: " + known, name);
        }
    }
}

} // namespace plumb::sample
