// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/scenariofields.h"

#include "base/json.h"

namespace plumb::models {

QString valueText(const Json& value)
{
    if (value.is_null())
        return {};
    return QString::fromStdString(value.is_string() ? value.get<std::string>() : dumpJson(value));
}

Json valueFrom(const QString& text)
{
    const auto typed = text.toStdString();
    auto json = Json::parse(typed, nullptr, false);
    if (json.is_discarded() || json.is_string())
        return Json(typed);
    return json;
}

} // namespace plumb::models
