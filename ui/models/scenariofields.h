// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/jsonfields.h"

#include <QString>

#include <optional>
#include <vector>

// Numbers and values of a scenario as texts that are typed, and back.
namespace plumb::models {

/// "120", "30s" or "{{var}}" as written; empty where nothing is.
template <class T>
[[nodiscard]] QString boundText(const scenario::Bound<T>& bound)
{
    const auto json = scenario::boundJson(bound);
    if (json.is_null())
        return {};
    return QString::fromStdString(json.is_string() ? json.template get<std::string>() : json.dump());
}

/// What cannot be understood is kept as it was typed, so that the validation can say so.
template <class T>
[[nodiscard]] scenario::Bound<T> boundFrom(const QString& text, scenario::Unit unit = scenario::Unit::none)
{
    const auto typed = text.trimmed().toStdString();
    scenario::Bound<T> bound;
    if (typed.empty())
        return bound;
    const auto json = Json::parse(typed, nullptr, false);
    if (!json.is_discarded() && !json.is_string() && scenario::readBound(json, unit, bound).empty())
        return bound;
    bound = {};
    if (!scenario::readBound(Json(typed), unit, bound).empty()) {
        bound.value.reset();
        bound.expression = typed;
    }
    return bound;
}

/// A JSON value for a single line: texts stand without quotes where valueFrom() takes them for the same text.
[[nodiscard]] QString valueText(const Json& value);
/// The value typed: a number, true, false, null, an array or object or a text in quotes where it reads as
/// one, else a text.
[[nodiscard]] Json valueFrom(const QString& text);

/// "200, 201" as statuses; nothing where a part of it is none.
[[nodiscard]] std::optional<std::vector<int>> statusesFrom(const QString& text);

} // namespace plumb::models
