// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/composition.h"

#include "app/desktop/application.h"
#include "app/desktop/demo.h"
#include "app/desktop/filekind.h"
#include "app/desktop/tour.h"
#include "runner/runner.h"
#include "ui/compose/composepage.h"
#include "ui/library/librarypage.h"
#include "ui/models/format.h"
#include "ui/models/libraryloader.h"
#include "ui/models/scenarioinspector.h"
#include "ui/models/words.h"
#include "ui/report/reportpage.h"
#include "ui/report/reportwindows.h"
#include "ui/run/runpage.h"
#include "ui/shell/desktopnotice.h"
#include "ui/shell/icons.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/settings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QTimer>

namespace plumb::desktop {

namespace {

QString plumbBesideUs()
{
    return QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("plumb"));
}

/// Nothing is there, or an empty folder: what opening would make a library of.
bool isMissingLibrary(const QString& folder)
{
    const QDir dir(folder);
    return !dir.exists() || dir.isEmpty();
}

/// What the pages share, and what happens between them.
class Workbench : public QObject
{
    Q_DECLARE_TR_FUNCTIONS(Workbench)

public:
    Workbench(ui::MainWindow& window, ui::Settings& settings, const Arguments& arguments)
        : m_window(window)
        , m_settings(settings)
        , m_plumb(arguments.plumb.isEmpty() ? plumbBesideUs() : arguments.plumb)
        , m_runner(runner::makeProcessRunner(m_plumb))
        , m_demo(m_plumb)
        , m_demoWanted(arguments.demo)
        , m_compose(new ui::ComposePage(m_library, settings))
        , m_run(new ui::RunPage(*m_runner, m_library, settings))
        , m_list(new ui::LibraryPage(m_library, settings))
        , m_report(new ui::ReportPage)
        , m_reportWindows(settings, window)
    {
        for (ui::Page* page : std::initializer_list<ui::Page*>{m_compose, m_run, m_list, m_report}) {
            window.addPage(page);
        }
        m_report->keepLayout(settings);
        connectPages();
        connectWindow();
        connectDemo();
        const QString remembered = settings.startLibrary().isEmpty() ? settings.recentLibraries().value(0)
                                                                     : settings.startLibrary();
        const QString folder = arguments.library.isEmpty() ? remembered : arguments.library;
        if (!folder.isEmpty()) {
            arguments.demo || arguments.selfTest ? openLibrary(folder) : openNamed(folder);
        }
        window.showPage(arguments.demo ? m_run->id() : settings.lastPage());
        openFiles(arguments.open);
        m_window.setTour([&window] { return tourSteps(window); });
        if (!settings.tourSeen() && !arguments.selfTest && arguments.open.isEmpty()) {
            QTimer::singleShot(0, &window, &ui::MainWindow::startTour);
        }
    }

private:
    void connectPages()
    {
        connect(m_compose, &ui::ComposePage::runScenario, this, &Workbench::runScenario);
        m_run->setPlumb(m_plumb);
        connect(m_run, &ui::RunPage::openReport, this, &Workbench::openReport);
        connect(m_list, &ui::LibraryPage::openReport, this, &Workbench::openReport);
        connect(m_list, &ui::LibraryPage::openWindows, this, [this](const QStringList& files) {
            if (files.size() == 2)
                m_reportWindows.openSideBySide(files[0], files[1]);
            else if (!files.isEmpty())
                m_reportWindows.open(files[0]);
        });
        connect(m_report, &ui::ReportPage::openInWindow, &m_reportWindows, &ui::ReportWindows::open);
        connect(m_list, &ui::LibraryPage::runScenario, this, [this] { m_window.showPage(m_run->id()); });
        connect(m_list, &ui::LibraryPage::otherFilesDropped, this, &Workbench::openFiles);
        connect(m_list, &ui::LibraryPage::chooseLibrary, &m_window, &ui::MainWindow::chooseLibrary);
        connect(m_run, &ui::RunPage::stored, &m_library, &models::LibraryLoader::refresh);
        connect(m_run, &ui::RunPage::runEnded, this, &Workbench::tellEnd);
        connect(m_run, &ui::RunPage::runStatusChanged, &m_window, &ui::MainWindow::setRunStatus);
        connect(m_run, &ui::RunPage::generatorStatusChanged, &m_window, &ui::MainWindow::setGeneratorStatus);
        connect(&m_library, &models::LibraryLoader::recovered, this, [this](const QStringList& sentences) {
            m_window.noticeBar()->showNotice(ui::NoticeBar::Level::info, sentences.join(QLatin1Char('\n')));
        });
    }

    void connectWindow()
    {
        m_window.addCommandSource([this] { return libraryCommands(); });
        connect(&m_window, &ui::MainWindow::libraryChosen, this, [this](const QString& path) {
            // A recent one may be gone; what was picked in a dialog is there.
            QDir(path).exists() ? openLibrary(path) : openNamed(path);
        });
        connect(
            &m_window, &ui::MainWindow::libraryRequested, this, [this] { m_window.showPage(m_list->id()); });
        connect(&m_window, &ui::MainWindow::queueRequested, this, [this] {
            m_window.showPage(m_run->id());
            m_run->showQueue();
        });
        connect(&m_window, &ui::MainWindow::generatorRequested, this, [this] {
            m_window.showPage(m_run->id());
            m_run->showTrust();
        });
        connect(&m_window, &ui::MainWindow::filesDropped, this, &Workbench::openFiles);
        connect(&m_window, &ui::MainWindow::refreshRequested, &m_library, &models::LibraryLoader::refresh);
        // Network folders tell no changes; who comes back to the window wants to see them.
        connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
            if (state == Qt::ApplicationActive) {
                m_library.refresh();
            }
        });
    }

    void connectDemo()
    {
        connect(&m_library, &models::LibraryLoader::busyChanged, this, [this](bool busy) {
            if (!busy && std::exchange(m_demoWanted, false) && m_library.listing().rows.empty()) {
                startDemo();
            }
        });
        connect(&m_demo, &Demo::tick, m_run, &ui::RunPage::attachLive);
        connect(&m_demo, &Demo::ended, this, [this] {
            m_run->setFollowing(false);
            m_window.noticeBar()->clear();
            m_library.refresh();
        });
    }

    void startDemo()
    {
        if (!m_demo.start(QString::fromStdString(m_library.folder().string()))) {
            m_window.noticeBar()->showNotice(
                ui::NoticeBar::Level::error, tr("The demo cannot be started: %1 does not run.").arg(m_plumb));
            return;
        }
        m_run->setFollowing(true);
        m_window.noticeBar()->showNotice(ui::NoticeBar::Level::info,
            tr("Making the demo library: a few real runs against the built-in sample service. Each is shown "
               "here while it runs and kept in the library."));
    }

    /// For whoever looks at something else by now.
    void tellEnd(const QString& title, const QString& text)
    {
        if (m_settings.notifications()) {
            ui::showDesktopNotice(&m_window, title, text);
        }
    }

    /// The library's newest reports and all its scenarios, for the command palette.
    QList<ui::Command> libraryCommands()
    {
        QList<ui::Command> commands;
        for (const auto& file : m_library.listing().scenarios) {
            const auto path = QString::fromStdString(file.string());
            const auto name = models::scenarioName(path, m_library.folder());
            commands << ui::Command{tr("Run scenario %1").arg(name), tr("Scenarios"), {}, ui::icon(u"play"),
                true, [this, path] { runScenario(path); }};
            commands << ui::Command{tr("Edit scenario %1").arg(name), tr("Scenarios"), {},
                ui::icon(u"compose"), true, [this, path] { editScenario(path); }};
        }
        constexpr std::size_t most = 200;
        for (const auto& row : m_library.listing().rows) {
            if (static_cast<std::size_t>(commands.size()) >= most) {
                break;
            }
            const auto name
                = tr("Open report %1, %2")
                      .arg(QString::fromStdString(row.operation), models::dateTime(row.started_at));
            commands << ui::Command{name, models::verdictWord(row.verdict), {}, ui::icon(u"report"), true,
                [this, file = QString::fromStdString(row.file.string())] { openReport(file); }};
        }
        return commands;
    }

    /// A folder that was named or remembered and is no library yet does not become one unasked.
    void openNamed(const QString& path)
    {
        const QString folder = QDir(path).absolutePath();
        if (!isMissingLibrary(folder)) {
            openLibrary(folder);
            return;
        }
        m_window.noticeBar()->showNotice(ui::NoticeBar::Level::info,
            tr("There is no library in %1.").arg(QDir::toNativeSeparators(folder)), tr("Make one there"),
            [this, folder] { openLibrary(folder); });
    }

    /// One that the user chose by hand; an empty one becomes a library.
    void openLibrary(const QString& path)
    {
        const QString folder = QDir(path).absolutePath();
        if (isMissingLibrary(folder)) {
            m_window.noticeBar()->showNotice(ui::NoticeBar::Level::info,
                tr("A new library is made in %1.").arg(QDir::toNativeSeparators(folder)));
        }
        m_window.setLibraryPath(folder);
        m_library.open(folder.toStdString());
    }

    void openReport(const QString& file)
    {
        m_report->open(file);
        m_window.showPage(m_report->id());
    }

    void runScenario(const QString& file)
    {
        m_run->setScenario(file);
        m_window.showPage(m_run->id());
    }

    /// Whoever opens a scenario wants to see what is in it; Run is one key away from there.
    void editScenario(const QString& file)
    {
        m_window.showPage(m_compose->id());
        m_compose->open(file);
    }

    void openFiles(const QStringList& files)
    {
        QStringList unknown;
        for (const QString& file : files) {
            switch (fileKind(file)) {
            case FileKind::report:
                openReport(QFileInfo(file).absoluteFilePath());
                break;
            case FileKind::scenario:
                editScenario(QFileInfo(file).absoluteFilePath());
                break;
            case FileKind::library:
                openLibrary(file);
                break;
            case FileKind::other:
                unknown << QDir::toNativeSeparators(file);
                break;
            }
        }
        if (!unknown.isEmpty()) {
            m_window.noticeBar()->showNotice(ui::NoticeBar::Level::warning,
                tr("Neither a report nor a scenario of Plumbline: %1")
                    .arg(unknown.join(QStringLiteral(", "))));
        }
    }

    ui::MainWindow& m_window;
    ui::Settings& m_settings;
    QString m_plumb;
    std::unique_ptr<runner::Runner> m_runner;
    models::LibraryLoader m_library;
    Demo m_demo;
    bool m_demoWanted;
    // Owned by the window.
    ui::ComposePage* m_compose;
    ui::RunPage* m_run;
    ui::LibraryPage* m_list;
    ui::ReportPage* m_report;
    ui::ReportWindows m_reportWindows;
};

} // namespace

std::unique_ptr<QObject> compose(ui::MainWindow& window, ui::Settings& settings, const Arguments& arguments)
{
    return std::make_unique<Workbench>(window, settings, arguments);
}

} // namespace plumb::desktop
