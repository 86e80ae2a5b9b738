// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/theme.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

class QSettings;

namespace plumb::ui {

/// Whether menus, lists and tooltips fade and slide.
enum class Motion { system, none, brief };
/// "system", "none", "brief"; an unknown text is system.
QString toString(Motion motion);
Motion motionFromString(const QString& text);

/// What becomes of a run under way when the window is closed.
enum class CloseWhileRunning { ask, goOn, stop };
/// "ask", "go-on", "stop"; an unknown text is ask.
QString toString(CloseWhileRunning choice);
CloseWhileRunning closeWhileRunningFromString(const QString& text);

struct Language
{
    QString code; ///< "de", "pt_BR"
    QString name; ///< in itself, for whoever cannot read the others: "Deutsch"
};
/// Those there are translations for.
QList<Language> languages();

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

    /// Files, absolute, newest first, at most ten.
    [[nodiscard]] QStringList recentScenarios() const;
    void addRecentScenario(const QString& file);

    /// Of the end of a run while the window is not in front. Yes at first.
    [[nodiscard]] bool notifications() const;
    void setNotifications(bool on);
    [[nodiscard]] Motion motion() const;
    void setMotion(Motion motion);
    /// The library to open at the start; empty: the one last open.
    [[nodiscard]] QString startLibrary() const;
    void setStartLibrary(const QString& path);
    /// Whether the tour was seen to its end or skipped.
    [[nodiscard]] bool tourSeen() const;
    void setTourSeen();

    /// Whether to ask before reports are deleted, although it can be undone. No at first.
    [[nodiscard]] bool confirmDeletes() const;
    void setConfirmDeletes(bool on);

    [[nodiscard]] CloseWhileRunning closeWhileRunning() const;
    void setCloseWhileRunning(CloseWhileRunning choice);

    /// Whether runs of the Run page start only on a quiet machine. No at first.
    [[nodiscard]] bool requireQuiet() const;
    void setRequireQuiet(bool on);

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
