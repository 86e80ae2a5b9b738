// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/scenariofields.h"

#include "base/json.h"

namespace plumb::models {

QString valueText(const Json& value)
{
    if (value.is_null())
        return {};
    if (!value.is_string())
        return QString::fromStdString(dumpJson(value));
    auto text = QString::fromStdString(value.get<std::string>());
    // "5" is a text, 5 a number: what would be read as something else stands in quotes.
    return valueFrom(text) == value ? text : QString::fromStdString(dumpJson(value));
}

Json valueFrom(const QString& text)
{
    const auto typed = text.toStdString();
    auto json = Json::parse(typed, nullptr, false);
    return json.is_discarded() ? Json(typed) : json;
}

std::optional<std::vector<int>> statusesFrom(const QString& text)
{
    constexpr int least = 100;
    constexpr int most = 599;
    std::vector<int> statuses;
    const auto parts = text.split(QLatin1Char(','));
    for (const auto& part : parts) {
        bool ok = false;
        const auto status = part.trimmed().toInt(&ok);
        if (!ok || status < least || status > most)
            return std::nullopt;
        statuses.push_back(status);
    }
    return statuses;
}

} // namespace plumb::models
