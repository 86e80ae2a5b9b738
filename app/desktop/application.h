// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "ui/shell/theme.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

class QApplication;

namespace plumb::desktop {

/// The command line of plumbline.
struct Arguments
{
    QString library; ///< folder; empty: the one last open
    std::optional<ui::ThemeMode> theme; ///< nothing: as in the settings
    QString language; ///< "de", "pt_BR"; empty: as in the settings, then the system's
    QStringList open; ///< reports and scenarios to open
    QString plumb; ///< the `plumb` program that runs scenarios; empty: the one beside plumbline
    bool demo = false; ///< fill `library` with real runs if it has none
    bool selfTest = false; ///< open a report, show every page once, then end with 0
    bool timing = false; ///< print how long the window took to its first painting
    QString answer; ///< text to print and end: --help, --version
};

/// Errors: an unknown option, a theme that is none, a file or folder that is missing.
Result<Arguments> parseArguments(const QStringList& commandLine);

/// What must stand before the application object is made. False where there is no screen to open a window on;
/// the program can then still answer on the console.
bool prepareProcess(int argc, char** argv);
/// Name and version, which QSettings and the desktop know the program by.
void nameApplication();

/// The window's life. @p started is when the process began, for --timing. Returns the exit code.
int run(QApplication& application, const Arguments& arguments, std::chrono::steady_clock::time_point started);

} // namespace plumb::desktop
