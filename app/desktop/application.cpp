// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/application.h"

#include "app/desktop/composition.h"
#include "app/desktop/selftest.h"
#include "ui/shell/icons.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/settings.h"
#include "ui/shell/thememanager.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>
#include <QTranslator>

#include <csignal>
#include <cstdio>
#include <memory>
#include <optional>

namespace plumb::desktop {

namespace {

Error usageError(const QString& what, const QString& where)
{
    return {ErrorKind::usage, what.toStdString(), where.toStdString(), "see plumbline --help"};
}

struct CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

/// Qt's own words and ours; a language without a translation stays English. English has a file too, for its
/// plurals: it comes first, and what is installed later is asked before it.
void installTranslations(QApplication& application, const QLocale& locale)
{
    QLocale::setDefault(locale);
    const auto install = [&](const QLocale& wanted, const QString& name, const QString& folder) {
        auto translator = std::make_unique<QTranslator>();
        if (translator->load(wanted, name, QStringLiteral("_"), folder)) {
            application.installTranslator(translator.get());
            translator.release()->setParent(&application);
        }
    };
    install(QLocale(QLocale::English), QStringLiteral("plumbline"), QStringLiteral(":/i18n"));
    install(locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(locale, QStringLiteral("plumbline"), QStringLiteral(":/i18n"));
}

/// Prints when the window has been painted for the first time, with everything on its first page.
class StartTimer : public QObject
{
public:
    StartTimer(QWidget& window, std::chrono::steady_clock::time_point started)
        : m_started(started)
    {
        window.installEventFilter(this);
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && !std::exchange(m_seen, true)) {
            // The children are painted in the same pass; the event loop comes back when all of it is flushed.
            QTimer::singleShot(0, this, [this] {
                const auto passed = std::chrono::steady_clock::now() - m_started;
                std::printf("window painted after %lld ms\n",
                    static_cast<long long>(
                        std::chrono::duration_cast<std::chrono::milliseconds>(passed).count()));
                std::fflush(stdout);
            });
        }
        return QObject::eventFilter(watched, event);
    }

private:
    std::chrono::steady_clock::time_point m_started;
    bool m_seen = false;
};

} // namespace

Result<Arguments> parseArguments(const QStringList& commandLine)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(CommandLine::tr("A workbench for performance baselines."));
    const QCommandLineOption help(
        {QStringLiteral("h"), QStringLiteral("help")}, CommandLine::tr("Print this help and end."));
    const QCommandLineOption version(
        QStringLiteral("version"), CommandLine::tr("Print the version and end."));
    const QCommandLineOption library(QStringLiteral("library"),
        CommandLine::tr("Open the library in <folder>."), QStringLiteral("folder"));
    const QCommandLineOption theme(QStringLiteral("theme"),
        CommandLine::tr("system, light or dark, for this start."), QStringLiteral("theme"));
    const QCommandLineOption language(QStringLiteral("lang"),
        CommandLine::tr("Language of the window, such as de."), QStringLiteral("language"));
    const QCommandLineOption plumb(QStringLiteral("plumb"),
        CommandLine::tr("The plumb program that runs scenarios."), QStringLiteral("file"));
    const QCommandLineOption open(QStringLiteral("open"),
        CommandLine::tr("Open a report or scenario; may be repeated."), QStringLiteral("file"));
    const QCommandLineOption demo(QStringLiteral("demo"),
        CommandLine::tr("Open the library in <folder>; one without reports is filled with a few real runs."),
        QStringLiteral("folder"));
    const QCommandLineOption selfTest(
        QStringLiteral("self-test"), CommandLine::tr("Open a report, show every page once and end with 0."));
    const QCommandLineOption timing(QStringLiteral("timing"),
        CommandLine::tr("Print how long after the start the window was first painted."));
    parser.addOptions({help, version, library, theme, language, plumb, open, demo, selfTest, timing});
    parser.addPositionalArgument(QStringLiteral("files"), CommandLine::tr("Reports and scenarios to open."),
        QStringLiteral("[files...]"));

    Arguments result;
    if (!parser.parse(commandLine)) {
        return usageError(parser.errorText(), {});
    }
    if (parser.isSet(help)) {
        result.answer = parser.helpText();
        return result;
    }
    if (parser.isSet(version)) {
        result.answer = QStringLiteral("plumbline %1\n").arg(QCoreApplication::applicationVersion());
        return result;
    }
    if (parser.isSet(theme)) {
        const ui::ThemeMode mode = ui::themeModeFromString(parser.value(theme));
        if (ui::toString(mode) != parser.value(theme)) {
            return usageError(
                QStringLiteral("\"%1\" is none of system, light, dark").arg(parser.value(theme)),
                QStringLiteral("--theme"));
        }
        result.theme = mode;
    }
    result.demo = parser.isSet(demo);
    result.library = parser.value(result.demo ? demo : library);
    result.language = parser.value(language);
    result.plumb = parser.value(plumb);
    result.selfTest = parser.isSet(selfTest);
    result.timing = parser.isSet(timing);
    result.open = parser.values(open) + parser.positionalArguments();
    for (const QString& file : std::as_const(result.open)) {
        if (!QFileInfo::exists(file)) {
            return Error{ErrorKind::input, "no such file", file.toStdString(), {}};
        }
    }
    return result;
}

bool prepareProcess(int argc, char** argv)
{
    // Threads then use Qt's own dispatcher; the window talks to runners over a socket whose end must not kill
    // it.
    qputenv("QT_NO_THREADED_GLIB", "1");
    std::signal(SIGPIPE, SIG_IGN);
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
#ifdef Q_OS_LINUX
    // Qt ends the process where it finds no screen, before --help could be answered.
    const bool screen = !qEnvironmentVariableIsEmpty("DISPLAY")
        || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") || !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")
        || std::any_of(
            argv, argv + argc, [](const char* one) { return std::string_view(one) == "-platform"; });
    if (!screen) {
        qputenv("QT_QPA_PLATFORM", "minimal");
    }
    return screen;
#else
    Q_UNUSED(argc);
    Q_UNUSED(argv);
    return true;
#endif
}

void nameApplication()
{
    QCoreApplication::setOrganizationName(QStringLiteral("Plumbline"));
    QCoreApplication::setApplicationName(QStringLiteral("plumbline"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PLUMBLINE_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Plumbline"));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.plumbline.Plumbline"));
    QGuiApplication::setWindowIcon(ui::applicationIcon());
}

int run(QApplication& application, const Arguments& arguments, std::chrono::steady_clock::time_point started)
{
    // A self-test neither reads nor changes what the user's window remembers.
    const QTemporaryDir scratch;
    const auto store = arguments.selfTest
        ? std::make_unique<QSettings>(scratch.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat)
        : std::make_unique<QSettings>();
    ui::Settings settings(*store);

    const QString language = arguments.language.isEmpty() ? settings.language() : arguments.language;
    installTranslations(application, language.isEmpty() ? QLocale::system() : QLocale(language));
    ui::ThemeManager themes(application, arguments.theme.value_or(settings.themeMode()));
    ui::MainWindow window(settings, themes);
    Arguments composed = arguments;
    if (arguments.selfTest && arguments.library.isEmpty()) {
        composed.library = scratch.filePath(QStringLiteral("library"));
    }
    const auto composition = compose(window, settings, composed);
    std::optional<StartTimer> timer;
    if (arguments.timing) {
        timer.emplace(window, started);
    }
    window.show();
    std::optional<SelfTest> selfTest;
    if (arguments.selfTest) {
        selfTest.emplace(window, scratch.filePath(QStringLiteral("reports")));
    }
    return QApplication::exec();
}

} // namespace plumb::desktop
