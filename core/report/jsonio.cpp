// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/jsonio.h"

#include <charconv>

namespace plumb::report {

void ReadState::fail(const std::string& path, std::string what, std::string remedy)
{
    if (!error) {
        const std::string shown = path.empty() ? "/" : path;
        error = Error{ErrorKind::input, std::move(what), fileName.empty() ? shown : fileName + ", " + shown,
            std::move(remedy)};
    }
}

std::string typeName(const Json& json)
{
    switch (json.type()) {
    case Json::value_t::null:
        return "null";
    case Json::value_t::object:
        return "an object";
    case Json::value_t::array:
        return "an array";
    case Json::value_t::string:
        return "a string";
    case Json::value_t::boolean:
        return "a boolean";
    default:
        return "a number";
    }
}

JsonReader::JsonReader(const Json& object, std::string path, ReadState& state)
    : m_object(object)
    , m_path(std::move(path))
    , m_state(state)
{
    if (!m_object.is_object()) {
        wrongType(m_path, m_object, "an object");
    }
}

const Json* JsonReader::find(std::string_view key) const
{
    if (m_state.error || !m_object.is_object()) {
        return nullptr;
    }
    const auto found = m_object.find(std::string(key));
    return found == m_object.end() || found->is_null() ? nullptr : &*found;
}

std::string JsonReader::path(std::string_view key) const
{
    return m_path + "/" + std::string(key);
}

void JsonReader::wrongType(const std::string& path, const Json& json, std::string_view expected)
{
    m_state.fail(path, "this is " + typeName(json) + ", expected " + std::string(expected),
        "correct the value or restore the file from a copy");
}

void JsonReader::read(const Json& json, const std::string& path, std::string& value)
{
    if (json.is_string()) {
        value = json.get<std::string>();
    } else {
        wrongType(path, json, "a string");
    }
}

void JsonReader::read(const Json& json, const std::string& path, double& value)
{
    if (json.is_number()) {
        value = json.get<double>();
    } else if (json.is_null()) {
        value = std::numeric_limits<double>::quiet_NaN();
    } else {
        wrongType(path, json, "a number");
    }
}

void JsonReader::read(const Json& json, const std::string& path, bool& value)
{
    if (json.is_boolean()) {
        value = json.get<bool>();
    } else {
        wrongType(path, json, "true or false");
    }
}

void JsonReader::read(const Json& json, const std::string& path, std::int64_t& value)
{
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    if (json.is_number_unsigned() && json.get<std::uint64_t>() <= static_cast<std::uint64_t>(most)) {
        value = json.get<std::int64_t>();
    } else if (json.is_number_integer() && !json.is_number_unsigned()) {
        value = json.get<std::int64_t>();
    } else if (json.is_number_float() && std::trunc(json.get<double>()) == json.get<double>()
        && std::fabs(json.get<double>()) < 9e15) {
        value = static_cast<std::int64_t>(json.get<double>()); // 12.0, as some writers put whole numbers
    } else {
        wrongType(path, json, "a whole number");
    }
}

void JsonReader::read(const Json& json, const std::string& path, int& value)
{
    std::int64_t wide = 0;
    read(json, path, wide);
    if (m_state.error) {
        return;
    }
    if (wide < std::numeric_limits<int>::min() || wide > std::numeric_limits<int>::max()) {
        m_state.fail(path, std::to_string(wide) + " is too large", "correct the value");
        return;
    }
    value = static_cast<int>(wide);
}

Json unknownFields(const Json& original, const Json& known)
{
    Json unknown;
    if (original.is_object() && known.is_object()) {
        for (const auto& [key, value] : original.items()) {
            const auto found = known.find(key);
            if (found == known.end()) {
                unknown[key] = value;
            } else if (value.is_structured()) {
                Json inner = unknownFields(value, *found);
                if (!inner.is_null()) {
                    unknown[key] = std::move(inner);
                }
            }
        }
    } else if (original.is_array() && known.is_array() && original.size() == known.size()) {
        for (std::size_t i = 0; i < original.size() && original[i].is_structured(); ++i) {
            Json inner = unknownFields(original[i], known[i]);
            if (!inner.is_null()) {
                unknown[std::to_string(i)] = std::move(inner);
            }
        }
    }
    return unknown;
}

void addUnknownFields(Json& target, const Json& unknown)
{
    if (!unknown.is_object()) {
        return;
    }
    for (const auto& [key, value] : unknown.items()) {
        if (target.is_array()) {
            std::size_t index = 0;
            const auto [end, code] = std::from_chars(key.data(), key.data() + key.size(), index);
            if (code == std::errc() && end == key.data() + key.size() && index < target.size()) {
                addUnknownFields(target[index], value);
            }
            continue;
        }
        if (!target.is_object()) {
            return;
        }
        const auto found = target.find(key);
        if (found == target.end()) {
            target[key] = value;
        } else {
            addUnknownFields(*found, value);
        }
    }
}

} // namespace plumb::report
