// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <string>
#include <vector>

// Texts as they stand in the index.
namespace plumb::library {

inline QString qt(const std::string& text)
{
    return QString::fromStdString(text);
}

inline QString packTags(const std::vector<std::string>& tags)
{
    QStringList list;
    for (const auto& tag : tags) {
        list.append(qt(tag));
    }
    return list.join(QLatin1Char('\n'));
}

inline std::vector<std::string> unpackTags(const QString& text)
{
    std::vector<std::string> tags;
    for (const auto& tag : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        tags.push_back(tag.toStdString());
    }
    return tags;
}

} // namespace plumb::library
