// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/theme.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

class QSettings;

namespace plumb::ui {

/// What the window remembers between starts, typed, over a QSettings that is passed in.
class Settings
{
public:
    /// @p store outlives this.
    explicit Settings(QSettings& store);

    [[nodiscard]] ThemeMode themeMode() const;
    void setThemeMode(ThemeMode mode);

    /// "de", "pt_BR"; empty: as the system.
    [[nodiscard]] QString language() const;
    void setLanguage(const QString& language);

    [[nodiscard]] QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray& geometry);

    /// Absolute paths, newest first, at most ten.
    [[nodiscard]] QStringList recentLibraries() const;
    void addRecentLibrary(const QString& path);
    void clearRecentLibraries();

    /// Whether to ask before reports are deleted, although it can be undone. No at first.
    [[nodiscard]] bool confirmDeletes() const;
    void setConfirmDeletes(bool on);

    /// The page last shown, by id.
    [[nodiscard]] QString lastPage() const;
    void setLastPage(const QString& id);

    /// QHeaderView and QSplitter states by a name of the caller's ("library", "run/splitter").
    [[nodiscard]] QByteArray viewState(const QString& name) const;
    void setViewState(const QString& name, const QByteArray& state);
    /// Forgets geometry and all view states.
    void resetLayout();

private:
    QSettings& m_store;
};

} // namespace plumb::ui
