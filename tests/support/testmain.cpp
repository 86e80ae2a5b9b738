// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"

#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <clocale>
#include <cstdio>

namespace plumb::test {

namespace {

QStringList& expectedPatterns()
{
    // A container without a session has no runtime folder, and the offscreen platform lacks size hints,
    // raise() and the like: neither says anything about the code under test.
    static QStringList patterns{
        QStringLiteral("XDG_RUNTIME_DIR not set"), QStringLiteral("This plugin does not support ")};
    return patterns;
}

bool isExpected(const QString& line)
{
    const auto& patterns = expectedPatterns();
    return std::any_of(patterns.begin(), patterns.end(),
        [&line](const QString& pattern) { return QRegularExpression(pattern).match(line).hasMatch(); });
}

} // namespace

void prepareProcess()
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    qputenv("QT_NO_THREADED_GLIB", "1");
    // Runs of one test program wait for one another, those of two run side by side; and none looks for a
    // second whether the machine is quiet, which it is not while tests run.
    static const QTemporaryDir machine;
    qputenv("PLUMBLINE_MACHINE_DIR", machine.path().toUtf8());
    qputenv("PLUMBLINE_QUIET_CHECK", "off");
    // What one test allowed is not allowed to the next; Qt's test mode has one folder for all of them.
    qputenv("XDG_DATA_HOME", (machine.path() + QLatin1String("/data")).toUtf8());
    std::setlocale(LC_ALL, "C.UTF-8");
    QStandardPaths::setTestModeEnabled(true);
}

void expectWarnings(const QString& pattern)
{
    expectedPatterns() << pattern;
}

int execTests(QObject& test, const QStringList& arguments)
{
    const QTemporaryDir folder;
    const QString log = folder.filePath(QStringLiteral("log.txt"));
    auto withLog = arguments;
    withLog << QStringLiteral("-o") << log + QStringLiteral(",txt") << QStringLiteral("-o")
            << QStringLiteral("-,txt");
    int result = QTest::qExec(&test, withLog);
    QFile file(log);
    if (!file.open(QIODevice::ReadOnly)) {
        return result;
    }
    while (!file.atEnd()) {
        const auto line = QString::fromUtf8(file.readLine()).trimmed();
        if ((line.startsWith(QLatin1String("QWARN")) || line.startsWith(QLatin1String("QCRITICAL")))
            && !isExpected(line)) {
            std::fprintf(stderr, "UNEXPECTED WARNING, the test program fails: %s\n", qPrintable(line));
            result = std::max(result, 1);
        }
    }
    return result;
}

} // namespace plumb::test
