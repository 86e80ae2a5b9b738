// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

namespace plumb::ui {

namespace {

constexpr int recentLimit = 10;
// Raised when a stored state no longer fits the window, so that an old one is not restored into it.
constexpr int layoutVersion = 1;

QString viewKey(const QString& name)
{
    return QStringLiteral("layout%1/views/%2").arg(layoutVersion).arg(name);
}

QString layoutKey(QLatin1StringView name)
{
    return QStringLiteral("layout%1/").arg(layoutVersion) + name;
}

} // namespace

QString toString(Motion motion)
{
    switch (motion) {
    case Motion::none:
        return QStringLiteral("none");
    case Motion::brief:
        return QStringLiteral("brief");
    case Motion::system:
        break;
    }
    return QStringLiteral("system");
}

Motion motionFromString(const QString& text)
{
    if (text == QLatin1String("none")) {
        return Motion::none;
    }
    return text == QLatin1String("brief") ? Motion::brief : Motion::system;
}

QString toString(CloseWhileRunning choice)
{
    switch (choice) {
    case CloseWhileRunning::goOn:
        return QStringLiteral("go-on");
    case CloseWhileRunning::stop:
        return QStringLiteral("stop");
    case CloseWhileRunning::ask:
        break;
    }
    return QStringLiteral("ask");
}

CloseWhileRunning closeWhileRunningFromString(const QString& text)
{
    if (text == QLatin1String("go-on")) {
        return CloseWhileRunning::goOn;
    }
    return text == QLatin1String("stop") ? CloseWhileRunning::stop : CloseWhileRunning::ask;
}

QList<Language> languages()
{
    return {
        {QStringLiteral("en"), QStringLiteral("English")}, {QStringLiteral("de"), QStringLiteral("Deutsch")}};
}

Settings::Settings(QSettings& store)
    : m_store(store)
{
}

ThemeMode Settings::themeMode() const
{
    return themeModeFromString(m_store.value(QStringLiteral("theme")).toString());
}

void Settings::setThemeMode(ThemeMode mode)
{
    m_store.setValue(QStringLiteral("theme"), toString(mode));
}

QString Settings::language() const
{
    return m_store.value(QStringLiteral("language")).toString();
}

void Settings::setLanguage(const QString& language)
{
    m_store.setValue(QStringLiteral("language"), language);
}

QByteArray Settings::windowGeometry() const
{
    return m_store.value(layoutKey(QLatin1StringView("geometry"))).toByteArray();
}

void Settings::setWindowGeometry(const QByteArray& geometry)
{
    m_store.setValue(layoutKey(QLatin1StringView("geometry")), geometry);
}

QStringList Settings::recentLibraries() const
{
    return m_store.value(QStringLiteral("recentLibraries")).toStringList();
}

void Settings::addRecentLibrary(const QString& path)
{
    const QString absolute = QDir::cleanPath(QDir(path).absolutePath());
    QStringList recent = recentLibraries();
    recent.removeAll(absolute);
    recent.prepend(absolute);
    m_store.setValue(QStringLiteral("recentLibraries"), recent.mid(0, recentLimit));
}

void Settings::clearRecentLibraries()
{
    m_store.remove(QStringLiteral("recentLibraries"));
}

QStringList Settings::recentScenarios() const
{
    return m_store.value(QStringLiteral("recentScenarios")).toStringList();
}

void Settings::addRecentScenario(const QString& file)
{
    const QString absolute = QFileInfo(file).absoluteFilePath();
    QStringList recent = recentScenarios();
    recent.removeAll(absolute);
    recent.prepend(absolute);
    m_store.setValue(QStringLiteral("recentScenarios"), recent.mid(0, recentLimit));
}

bool Settings::notifications() const
{
    return m_store.value(QStringLiteral("notifications"), true).toBool();
}

void Settings::setNotifications(bool on)
{
    m_store.setValue(QStringLiteral("notifications"), on);
}

Motion Settings::motion() const
{
    return motionFromString(m_store.value(QStringLiteral("motion")).toString());
}

void Settings::setMotion(Motion motion)
{
    m_store.setValue(QStringLiteral("motion"), toString(motion));
}

QString Settings::startLibrary() const
{
    return m_store.value(QStringLiteral("startLibrary")).toString();
}

void Settings::setStartLibrary(const QString& path)
{
    m_store.setValue(QStringLiteral("startLibrary"), path);
}

bool Settings::tourSeen() const
{
    return m_store.value(QStringLiteral("tourSeen"), false).toBool();
}

void Settings::setTourSeen()
{
    m_store.setValue(QStringLiteral("tourSeen"), true);
}

bool Settings::confirmDeletes() const
{
    return m_store.value(QStringLiteral("confirmDeletes"), false).toBool();
}

void Settings::setConfirmDeletes(bool on)
{
    m_store.setValue(QStringLiteral("confirmDeletes"), on);
}

bool Settings::requireQuiet() const
{
    return m_store.value(QStringLiteral("requireQuiet"), false).toBool();
}

void Settings::setRequireQuiet(bool on)
{
    m_store.setValue(QStringLiteral("requireQuiet"), on);
}

CloseWhileRunning Settings::closeWhileRunning() const
{
    return closeWhileRunningFromString(m_store.value(QStringLiteral("closeWhileRunning")).toString());
}

void Settings::setCloseWhileRunning(CloseWhileRunning choice)
{
    m_store.setValue(QStringLiteral("closeWhileRunning"), toString(choice));
}

QString Settings::lastPage() const
{
    return m_store.value(QStringLiteral("lastPage")).toString();
}

void Settings::setLastPage(const QString& id)
{
    m_store.setValue(QStringLiteral("lastPage"), id);
}

QByteArray Settings::viewState(const QString& name) const
{
    return m_store.value(viewKey(name)).toByteArray();
}

void Settings::setViewState(const QString& name, const QByteArray& state)
{
    m_store.setValue(viewKey(name), state);
}

void Settings::resetLayout()
{
    m_store.remove(QStringLiteral("layout%1").arg(layoutVersion));
}

} // namespace plumb::ui
