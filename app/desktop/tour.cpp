// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tour.h"

#include "ui/shell/mainwindow.h"

#include <QCoreApplication>
#include <QKeySequence>
#include <QStatusBar>

namespace plumb::desktop {

namespace {

struct Steps
{
    Q_DECLARE_TR_FUNCTIONS(Tour)
};

} // namespace

QList<ui::TourStep> tourSteps(ui::MainWindow& window)
{
    const auto entry
        = [&window](const QString& id) { return [&window, id] { return window.navigationEntry(id); }; };
    const auto show = [&window](const QString& id) { return [&window, id] { window.showPage(id); }; };
    const QString library = QStringLiteral("library");
    const QString run = QStringLiteral("run");
    const QString report = QStringLiteral("report");
    const QString palette = QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P).toString(QKeySequence::NativeText);
    const QString help = QKeySequence(Qt::SHIFT | Qt::Key_F1).toString(QKeySequence::NativeText);
    return {
        {Steps::tr("Everything is in a library"),
            Steps::tr(
                "A library is a folder that keeps scenarios, limits and the report of every run. Open one "
                "from the File menu; an empty folder becomes a new library."),
            entry(library), show(library)},
        {Steps::tr("Run a scenario"),
            Steps::tr(
                "Choose a scenario and start it. The run goes on in a process of its own: neither a busy "
                "window nor a closed one disturbs it."),
            entry(run), show(run)},
        {Steps::tr("The verdict comes first"),
            Steps::tr("Each run ends with a verdict: pass, warn, fail, or a word that says why it cannot be "
                      "judged. The report has the evidence below it."),
            entry(report), show(report)},
        {Steps::tr("What is going on"),
            Steps::tr("Down here stand the library, the run under way, and whether the load generator keeps "
                      "up."),
            [&window] { return window.statusBar(); }, {}},
        {Steps::tr("Everything by keyboard"),
            Steps::tr(
                "%1 finds every command by a few letters. %2 explains the figure you are looking at. This "
                "tour is in the Help menu.")
                .arg(palette, help),
            {}, show(library)},
    };
}

} // namespace plumb::desktop
