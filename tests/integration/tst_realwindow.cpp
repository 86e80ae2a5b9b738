// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/scriptedrun.h"
#include "tests/support/testfiles.h"
#include "tests/support/testmain.h"

#include "base/files.h"
#include "base/json.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace plumb;

namespace {

constexpr int patienceMs = 60'000;

const char* const scenario = "{\"schema\":\"plumbline.scenario/1\",\"operation\":\"quick\",\"target\":"
                             "{\"base_url\":\"builtin:\"},\"patterns\":[{\"name\":\"P\",\"steps\":[{\"name\":"
                             "\"health\",\"request\":{\"path\":\"/health\"}}]}],\"load\":{\"executor\":"
                             "\"shared-iterations\",\"vus\":2,\"iterations\":50}}";

const char* const threeSteps
    = "{\"schema\":\"plumbline.scenario/1\",\"operation\":\"three\",\"target\":{\"base_url\":\"builtin:\"},"
      "\"patterns\":[{\"name\":\"P\",\"steps\":[{\"name\":\"first\",\"request\":{\"path\":\"/health\"}},"
      "{\"name\":\"second\",\"request\":{\"path\":\"/health\"}},"
      "{\"name\":\"third\",\"request\":{\"path\":\"/health\"}}]}],"
      "\"load\":{\"executor\":\"constant-vus\",\"vus\":1,\"duration_s\":1}}";

/// What a program prints, without the line end.
QString answer(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(patienceMs);
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

QString xdotool(const QStringList& arguments)
{
    return answer(QStringLiteral("xdotool"), arguments);
}

void press(const char* keys)
{
    xdotool({QStringLiteral("key"), QString::fromUtf8(keys)});
}

QString activeTitle()
{
    return xdotool({QStringLiteral("getactivewindow"), QStringLiteral("getwindowname")});
}

} // namespace

/// The built plumbline in a window with a window manager, driven through the X server as by hand. Runs within
/// tests/support/inwindow.sh only.
class TestRealWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("DISPLAY"))
            QSKIP("No DISPLAY: run it through tests/support/inwindow.sh");
        const QString library = m_folder.filePath(QStringLiteral("lib"));
        auto report = test::scriptedReport();
        report.operation = "stored";
        write("lib/plumbline.json", "{\"schema\":\"plumbline.library/1\"}");
        write("lib/reports/stored/stored_20261101_120000.json", dumpJson(report::toJson(report)));
        write("lib/scenarios/quick.json", scenario);
        write("lib/scenarios/three.json", threeSteps);
        write("config/Plumbline/plumbline.conf", "[General]\ntourSeen=true\n");
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_folder.filePath(QStringLiteral("config")));
        environment.insert(QStringLiteral("XDG_CACHE_HOME"), m_folder.filePath(QStringLiteral("cache")));
        // With sanitizers: what fonts and platform plugins keep until the end is nobody's leak.
        environment.insert(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("detect_leaks=0"));
        m_window.setProcessEnvironment(environment);
        m_window.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_window.start(QString::fromStdString(test::builtProgram("plumbline").string()),
            {QStringLiteral("--library"), library});
        QVERIFY(m_window.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(activeTitle().endsWith(QLatin1String("Plumbline")), patienceMs);
    }

    void everyPageByItsKeys()
    {
        for (const auto& [keys, page] :
            {std::pair{"alt+1", "Compose"}, {"alt+2", "Run"}, {"alt+3", "Library"}, {"alt+4", "Report"}}) {
            press(keys);
            QTRY_VERIFY2_WITH_TIMEOUT(activeTitle().startsWith(QLatin1String(page)),
                qPrintable(QStringLiteral("%1 gave \"%2\"").arg(QLatin1String(keys), activeTitle())),
                patienceMs);
        }
    }

    void aReportFromTheLibrary()
    {
        press("alt+3");
        QTRY_VERIFY_WITH_TIMEOUT(activeTitle().startsWith(QLatin1String("Library")), patienceMs);
        press("ctrl+f");
        xdotool({QStringLiteral("type"), QStringLiteral("stored")});
        press("Return"); // from the search to the list
        press("Home");
        press("Return");
        QTRY_COMPARE_WITH_TIMEOUT(activeTitle(), QStringLiteral("Report: stored - Plumbline"), patienceMs);
    }

    void aRunByTheKeyboard()
    {
        press("alt+2");
        QTRY_VERIFY_WITH_TIMEOUT(activeTitle().startsWith(QLatin1String("Run")), patienceMs);
        press("ctrl+r");
        QTRY_COMPARE_WITH_TIMEOUT(activeTitle(), QStringLiteral("Run: quick - Plumbline"), patienceMs);
        const QDir reports(m_folder.filePath(QStringLiteral("lib/reports/quick")));
        QTRY_COMPARE_WITH_TIMEOUT(
            reports.entryList({QStringLiteral("*.json")}, QDir::Files).size(), 1, patienceMs);
    }

    void thePaletteOpensAReport()
    {
        press("alt+1");
        QTRY_VERIFY_WITH_TIMEOUT(activeTitle().startsWith(QLatin1String("Compose")), patienceMs);
        press("ctrl+shift+p");
        xdotool({QStringLiteral("type"), QStringLiteral("open report stored")});
        press("Return");
        QTRY_COMPARE_WITH_TIMEOUT(activeTitle(), QStringLiteral("Report: stored - Plumbline"), patienceMs);
    }

    void aStepIsDraggedInCompose()
    {
        press("alt+1");
        QTRY_VERIFY_WITH_TIMEOUT(activeTitle().startsWith(QLatin1String("Compose")), patienceMs);
        press("ctrl+shift+p");
        xdotool({QStringLiteral("type"), QStringLiteral("edit scenario three")});
        press("Return");
        QTRY_COMPARE_WITH_TIMEOUT(
            activeTitle(), QStringLiteral("Compose: three.json - Plumbline"), patienceMs);
        const QString before = stepsOnDisk();
        QCOMPARE(before, QStringLiteral("first second third"));
        // The rows of the tree: five above the first step, each 26 high; a drop on the upper edge goes
        // before.
        const QString window = xdotool({QStringLiteral("getactivewindow")});
        const auto at = [&window](const char* x, int y) {
            return QStringList{QStringLiteral("mousemove"), QStringLiteral("--window"), window,
                QString::fromUtf8(x), QString::number(y)};
        };
        constexpr int firstRow = 132, rowHeight = 26, firstStep = 5;
        const int upper = firstRow + firstStep * rowHeight;
        const int lower = upper + 2 * rowHeight;
        QStringList drag = at("270", lower);
        drag += {QStringLiteral("mousedown"), QStringLiteral("1")};
        for (int y = lower - 4; y >= upper - rowHeight / 2 + 2; y -= 4)
            drag += at("272", y);
        drag += {QStringLiteral("mouseup"), QStringLiteral("1")};
        // Moves that come faster than a busy machine takes them can be no drag; then it is tried again.
        const auto changed = [] { return activeTitle().contains(QChar(0x2022)); };
        bool dragged = false;
        for (int attempt = 0; attempt < 5 && !dragged; ++attempt) {
            press("Escape");
            xdotool(drag);
            dragged = QTest::qWaitFor(changed, patienceMs / 6);
        }
        QVERIFY(dragged);
        press("ctrl+s");
        QTRY_VERIFY_WITH_TIMEOUT(stepsOnDisk() != before, patienceMs);
        QCOMPARE(stepsOnDisk().split(QLatin1Char(' ')).size(), 3);
    }

    void theSmallestSize()
    {
        const QString window = xdotool({QStringLiteral("getactivewindow")});
        xdotool({QStringLiteral("windowsize"), QStringLiteral("--sync"), window, QStringLiteral("1024"),
            QStringLiteral("640")});
        static const QRegularExpression size(QStringLiteral("Geometry: (\\d+x\\d+)"));
        const auto geometry = [&window] {
            return size.match(xdotool({QStringLiteral("getwindowgeometry"), window})).captured(1);
        };
        QTRY_COMPARE_WITH_TIMEOUT(geometry(), QStringLiteral("1024x640"), patienceMs);
    }

    void itEndsWhenClosed()
    {
        press("ctrl+q");
        QTRY_COMPARE_WITH_TIMEOUT(m_window.state(), QProcess::NotRunning, patienceMs);
        QCOMPARE(m_window.exitStatus(), QProcess::NormalExit);
        QCOMPARE(m_window.exitCode(), 0);
    }

    void cleanupTestCase()
    {
        if (m_window.state() != QProcess::NotRunning) {
            m_window.kill();
            m_window.waitForFinished();
        }
    }

private:
    /// The names of the steps of the scenario that is dragged about, in the order of its file.
    QString stepsOnDisk()
    {
        const auto json
            = readJsonFile(m_folder.filePath(QStringLiteral("lib/scenarios/three.json")).toStdString());
        QStringList names;
        if (json) {
            for (const auto& step : (*json)["patterns"][0]["steps"])
                names << QString::fromStdString(step["name"].get<std::string>());
        }
        return names.join(QLatin1Char(' '));
    }
    void write(const char* path, const std::string& text)
    {
        QVERIFY(writeFileAtomic(m_folder.filePath(QString::fromUtf8(path)).toStdString(), text));
    }

    QTemporaryDir m_folder;
    QProcess m_window;
};

PLUMB_TEST_MAIN(TestRealWindow)
#include "tst_realwindow.moc"
