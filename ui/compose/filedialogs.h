// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/variablestates.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <map>
#include <optional>

class QWidget;

namespace plumb::ui {

/// What the page asks in windows of their own; tests put answers in their place.
struct FileDialogs
{
    enum class Unsaved { save, discard, cancel };
    /// An empty answer: cancelled. @p filter as QFileDialog takes it.
    std::function<QString(
        QWidget* parent, const QString& title, const QString& folder, const QString& filter)>
        open;
    std::function<QString(
        QWidget* parent, const QString& title, const QString& proposal, const QString& filter)>
        save;
    /// @p name has changes that are not saved.
    std::function<Unsaved(QWidget* parent, const QString& name)> unsaved;

    /// Whether a request may go to @p host, which is another machine.
    std::function<bool(QWidget* parent, const QString& host)> confirmHost;

    /// Whether commands may be run on this machine and databases written to; a line each.
    std::function<bool(QWidget* parent, const QStringList& acts)> allowActs;

    /// Values for variables that have none, by name; nothing: cancelled.
    using Values = std::map<std::string, std::string>;
    std::function<std::optional<Values>(QWidget* parent, const std::vector<scenario::VariableState>& missing)>
        values;

    /// Those of the desktop.
    static FileDialogs real();
};

} // namespace plumb::ui
