// SPDX-License-Identifier: GPL-3.0-or-later
// How long plumbline takes from its start to its first painted window, offscreen, on a library of 1,000
// reports: once with no index, then five times with the one that made. Prints milliseconds.
#include "library/library.h"
#include "tests/benchmarks/manyreports.h"

#include <QCoreApplication>
#include <QProcess>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <vector>

namespace {

constexpr int reports = 1'000;
constexpr int starts = 5;
constexpr int patience_ms = 60'000;

/// Milliseconds as plumbline --timing says them; nothing if it does not say any.
std::optional<int> timeToPaint(const QTemporaryDir& dir)
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), dir.filePath(QStringLiteral("config")));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/plumbline"),
        {QStringLiteral("--timing"), QStringLiteral("--library"), dir.filePath(QStringLiteral("library"))});
    static const QRegularExpression figure(QStringLiteral("painted after (\\d+) ms"));
    QString said;
    while (process.waitForReadyRead(patience_ms)) {
        said += QString::fromUtf8(process.readAll());
        if (const auto match = figure.match(said); match.hasMatch()) {
            process.kill();
            process.waitForFinished();
            return match.captured(1).toInt();
        }
    }
    process.kill();
    process.waitForFinished();
    std::fprintf(stderr, "plumbline --timing: %s %s\n", qPrintable(process.errorString()), qPrintable(said));
    return std::nullopt;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir dir;
    const auto folder = std::filesystem::path(dir.path().toStdString()) / "library";
    auto library = plumb::library::Library::open(folder);
    if (!library || !plumb::bench::writeReports(folder, 0, reports)) {
        std::fprintf(stderr, "no library can be made in %s\n", folder.c_str());
        return 1;
    }
    const auto first = timeToPaint(dir);
    if (!first || !(*library)->refresh()) {
        return 1;
    }
    std::vector<int> times;
    for (int i = 0; i < starts; ++i) {
        const auto time = timeToPaint(dir);
        if (!time) {
            return 1;
        }
        times.push_back(*time);
    }
    std::sort(times.begin(), times.end());
    std::printf("%d reports: first start (no index) %d ms; later starts median %d ms, %d to %d ms\n", reports,
        *first, times[times.size() / 2], times.front(), times.back());
    return 0;
}
