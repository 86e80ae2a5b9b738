// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/units.h"
#include "scenario/jsonfields.h"

#include <algorithm>
#include <cmath>

namespace plumb::scenario {

namespace {

/// An expression such as "30s" is only written while it still means the value (a screen may have changed it).
template <class T>
std::optional<Json> expressionJson(const Bound<T>& bound)
{
    if (bound.expression.empty()) {
        return std::nullopt;
    }
    if (isTemplate(bound.expression) || !bound.value) {
        return std::optional<Json>(std::in_place, bound.expression);
    }
    Bound<T> again;
    for (const Unit unit : {Unit::seconds, Unit::milliseconds}) {
        if (readBound(Json(bound.expression), unit, again).empty() && again.value == bound.value) {
            return std::optional<Json>(std::in_place, bound.expression);
        }
    }
    return std::nullopt;
}

template <class T>
Json anyBoundJson(const Bound<T>& bound)
{
    if (auto expression = expressionJson(bound)) {
        return *expression;
    }
    if (!bound.value) {
        return nullptr;
    }
    if constexpr (std::is_same_v<T, double>) {
        return numberJson(*bound.value);
    } else {
        return Json(*bound.value);
    }
}

} // namespace

Json numberJson(double value)
{
    // Beyond 2^53 a double no longer holds every whole number.
    if (std::trunc(value) == value && std::abs(value) < 9007199254740992.0) {
        return Json(static_cast<std::int64_t>(value));
    }
    return Json(value);
}

Json boundJson(const Bound<double>& bound)
{
    return anyBoundJson(bound);
}

Json boundJson(const Bound<int>& bound)
{
    return anyBoundJson(bound);
}

Json boundJson(const Bound<std::int64_t>& bound)
{
    return anyBoundJson(bound);
}

Json boundJson(const Bound<bool>& bound)
{
    return anyBoundJson(bound);
}

Json pairsJson(const Pairs& pairs)
{
    Json json = Json::object();
    for (const auto& [key, value] : pairs) {
        const auto found = json.find(key);
        if (found == json.end()) {
            json[key] = value;
        } else if (found->is_array()) {
            found->push_back(value);
        } else {
            Json list = Json::array();
            list.push_back(*found);
            list.push_back(value);
            *found = std::move(list);
        }
    }
    return json;
}

ObjectWriter::ObjectWriter(const Json& extra)
    : m_extra(extra)
{
}

void ObjectWriter::put(std::string_view key, Json value, const Same& same)
{
    if (m_extra.is_object()) {
        const auto spelled = m_extra.find(std::string(key));
        if (spelled != m_extra.end() && spelled->is_binary() && !spelled->get_binary().empty()) {
            Json before = Json::parse(spelled->get_binary());
            if (same ? same(before, value) : before == value) {
                value = std::move(before);
            }
        }
    }
    m_fields.emplace_back(key, std::move(value));
}

void ObjectWriter::leave(std::string_view key)
{
    m_fields.emplace_back(key, std::nullopt);
}

void ObjectWriter::text(std::string_view key, const std::string& value, std::string_view fallback)
{
    if (value == fallback) {
        leave(key);
    } else {
        put(key, value);
    }
}

void ObjectWriter::texts(std::string_view key, const std::vector<std::string>& value)
{
    if (value.empty()) {
        leave(key);
        return;
    }
    Json list = Json::array();
    for (const auto& text : value) {
        list.push_back(text);
    }
    put(key, std::move(list));
}

void ObjectWriter::flag(std::string_view key, bool value, bool fallback)
{
    if (value == fallback) {
        leave(key);
    } else {
        put(key, value);
    }
}

void ObjectWriter::pairs(std::string_view key, const Pairs& value)
{
    if (value.empty()) {
        leave(key);
        return;
    }
    put(key, pairsJson(value),
        [](const Json& spelled, const Json& written) { return readPairs(spelled) == readPairs(written); });
}

void ObjectWriter::object(std::string_view key, Json json)
{
    if (json.empty()) {
        leave(key);
    } else {
        put(key, std::move(json));
    }
}

Json ObjectWriter::take()
{
    Json result = Json::object();
    const auto emit = [&](std::string_view key, std::optional<Json>& value) {
        if (value) {
            result[std::string(key)] = std::move(*value);
            value.reset();
        } else if (m_extra.is_object()) {
            const auto spelled = m_extra.find(std::string(key));
            if (spelled != m_extra.end() && !spelled->is_binary()) {
                result[std::string(key)] = *spelled;
            }
        }
    };
    const auto fieldOf = [this](const std::string& key) {
        return std::find_if(
            m_fields.begin(), m_fields.end(), [&](const auto& field) { return field.first == key; });
    };
    if (!m_extra.is_object()) {
        for (auto& [key, value] : m_fields) {
            emit(key, value);
        }
        return result;
    }
    const bool ownOrder = std::none_of(m_extra.begin(), m_extra.end(), keepsPlace)
        && std::none_of(m_fields.begin(), m_fields.end(),
            [this](const auto& field) { return !field.second && m_extra.contains(field.first); });
    if (!ownOrder) {
        for (const auto& [key, value] : m_extra.items()) {
            const auto field = fieldOf(key);
            if (field != m_fields.end()) {
                emit(key, field->second);
            } else if (!value.is_binary()) {
                result[key] = value;
            }
        }
    }
    for (auto& [key, value] : m_fields) {
        if (value) {
            emit(key, value);
        }
    }
    if (ownOrder) {
        for (const auto& [key, value] : m_extra.items()) {
            if (fieldOf(key) == m_fields.end()) {
                result[key] = value;
            }
        }
    }
    return result;
}

} // namespace plumb::scenario
