// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <vector>

class QSplitter;

namespace plumb::ui {

class Settings;
class TableView;

/// Splitters and columns of a page as its user left them, from one start to the next. What the user has not
/// moved follows the program.
class ViewMemory : public QObject
{
    Q_OBJECT

public:
    /// @p settings outlives this.
    explicit ViewMemory(Settings& settings, QObject* parent = nullptr);

    /// @p name is stable and English: "compose/across". @p first: the shares of the parts at the first start.
    void keep(const QString& name, QSplitter* splitter, const QList<int>& first);
    /// Widths of columns.
    void keep(const QString& name, TableView* table);
    /// Everything as at the first start, on the screen; the settings have forgotten it already.
    void reset();

private:
    Settings& m_settings;
    std::vector<std::function<void()>> m_resets;
};

} // namespace plumb::ui
