// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/httpclients.h"

#include "base/json.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <sys/resource.h>

namespace plumb::bench {

namespace {

/// CPU seconds of this process, or of all its children that have ended.
double cpuOf(int who)
{
    rusage usage{};
    ::getrusage(who, &usage);
    constexpr double micro = 1e-6;
    return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
        + micro * static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

struct Finished
{
    bool ok = false;
    QString output;
    double cpu_s = 0;
    double server_cpu_s = 0;
};

Finished runProgram(const QString& program, const QStringList& arguments, const QString& folder = {})
{
    const double before = cpuOf(RUSAGE_CHILDREN), own = cpuOf(RUSAGE_SELF);
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    constexpr int anEnd_ms = 120'000;
    const bool ended = process.waitForFinished(anEnd_ms);
    return {ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0,
        QString::fromUtf8(process.readAll()), cpuOf(RUSAGE_CHILDREN) - before, cpuOf(RUSAGE_SELF) - own};
}

std::optional<double> number(const QString& text, const char* pattern)
{
    const auto match = QRegularExpression(QString::fromLatin1(pattern)).match(text);
    return match.hasMatch() ? std::optional(match.captured(1).toDouble()) : std::nullopt;
}

Outsider missing(const char* name)
{
    return {name, std::string(name) + " is not installed (packaging/packages/bench.txt)", std::nullopt};
}

Outsider measured(const char* name, const Load& load, const Finished& run, std::optional<double> rps,
    std::optional<double> p50_us)
{
    if (!run.ok || !rps || !p50_us || *rps <= 0) {
        return {name, std::string(name) + " gave no figures: " + run.output.right(300).toStdString(),
            std::nullopt};
    }
    constexpr double perSecond = 1e6;
    const double perRequest = perSecond / (*rps * load.seconds);
    return {name, {}, Measured{*rps, *p50_us, run.cpu_s * perRequest, run.server_cpu_s * perRequest}};
}

QString text(double value)
{
    return QString::number(value);
}

} // namespace

Outsider runWrk(const Load& load)
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("wrk"));
    if (program.isEmpty()) {
        return missing("wrk");
    }
    const Finished run = runProgram(program,
        {QStringLiteral("-t1"), QStringLiteral("-c") + text(load.users),
            QStringLiteral("-d") + text(load.seconds) + QStringLiteral("s"), QStringLiteral("--latency"),
            QString::fromStdString(load.url)});
    const auto match = QRegularExpression(QStringLiteral("50%\\s+([\\d.]+)(us|ms|s)")).match(run.output);
    std::optional<double> p50;
    if (match.hasMatch()) {
        const QString unit = match.captured(2);
        const double factor = unit == QLatin1String("us") ? 1 : unit == QLatin1String("ms") ? 1e3 : 1e6;
        p50 = match.captured(1).toDouble() * factor;
    }
    return measured("wrk", load, run, number(run.output, "Requests/sec:\\s+([\\d.]+)"), p50);
}

Outsider runHey(const Load& load)
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("hey"));
    if (program.isEmpty()) {
        return missing("hey");
    }
    const Finished run = runProgram(program,
        {QStringLiteral("-c"), text(load.users), QStringLiteral("-z"),
            text(load.seconds) + QStringLiteral("s"), QString::fromStdString(load.url)});
    std::optional<double> p50 = number(run.output, "50%+ in ([\\d.]+) secs");
    if (p50) {
        *p50 *= 1e6;
    }
    return measured("hey", load, run, number(run.output, "Requests/sec:\\s+([\\d.]+)"), p50);
}

Outsider runLocust(const Load& load)
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("locust"));
    if (program.isEmpty()) {
        return missing("locust");
    }
    const QTemporaryDir folder;
    QFile script(folder.filePath(QStringLiteral("locustfile.py")));
    if (!script.open(QIODevice::WriteOnly)) {
        return {"locust", "cannot write a locustfile", std::nullopt};
    }
    script.write("from locust import FastHttpUser, constant, task\n"
                 "class User(FastHttpUser):\n"
                 "    wait_time = constant(0)\n"
                 "    @task\n"
                 "    def get(self):\n"
                 "        self.client.get('/')\n");
    script.close();
    const QString users = text(load.users);
    const Finished run = runProgram(program,
        {QStringLiteral("-f"), script.fileName(), QStringLiteral("--headless"), QStringLiteral("-u"), users,
            QStringLiteral("-r"), users, QStringLiteral("-t"), text(load.seconds) + QStringLiteral("s"),
            QStringLiteral("-H"), QString::fromStdString(load.url).chopped(1), QStringLiteral("--csv"),
            QStringLiteral("out")},
        folder.path());
    QFile csv(folder.filePath(QStringLiteral("out_stats.csv")));
    if (!csv.open(QIODevice::ReadOnly)) {
        return measured("locust", load, run, std::nullopt, std::nullopt);
    }
    // Type,Name,Request Count,Failure Count,Median Response Time (ms),Average,Min,Max,Average Content
    // Size,Requests/s
    constexpr int medianColumn = 4;
    constexpr int rateColumn = 9;
    for (const QString& line : QString::fromUtf8(csv.readAll()).split(QLatin1Char('\n'))) {
        const QStringList cells = line.split(QLatin1Char(','));
        if (cells.size() > rateColumn && cells.at(1) == QLatin1String("Aggregated")) {
            return measured("locust", load, run, cells.at(rateColumn).toDouble(),
                std::max(cells.at(medianColumn).toDouble(), 1.0) * 1e3); // whole ms
        }
    }
    return measured("locust", load, run, std::nullopt, std::nullopt);
}

Outsider runK6(const Load& load)
{
    // "go install" leaves it in a folder that is on few people's path.
    QString program = QStandardPaths::findExecutable(QStringLiteral("k6"));
    if (program.isEmpty()) {
        program = QStandardPaths::findExecutable(
            QStringLiteral("k6"), {QDir::homePath() + QStringLiteral("/go/bin")});
    }
    if (program.isEmpty()) {
        return {"k6", "k6 is not installed (go install go.k6.io/k6@latest)", std::nullopt};
    }
    const QTemporaryDir folder;
    QFile script(folder.filePath(QStringLiteral("script.js")));
    if (!script.open(QIODevice::WriteOnly)) {
        return {"k6", "cannot write a script", std::nullopt};
    }
    script.write("import http from 'k6/http';\n"
                 "import { check } from 'k6';\n"
                 "export default function () {\n"
                 "  const answer = http.get(__ENV.TARGET);\n"
                 "  check(answer, { ok: (r) => r.status === 200 && r.json('ok') === true });\n"
                 "}\n");
    script.close();
    const QString summary = folder.filePath(QStringLiteral("summary.json"));
    const Finished run = runProgram(program,
        {QStringLiteral("run"), QStringLiteral("--quiet"), QStringLiteral("--no-usage-report"),
            QStringLiteral("-u"), text(load.users), QStringLiteral("-d"),
            text(load.seconds) + QStringLiteral("s"), QStringLiteral("-e"),
            QStringLiteral("TARGET=") + QString::fromStdString(load.url), QStringLiteral("--summary-export"),
            summary, script.fileName()},
        folder.path());
    QFile file(summary);
    std::optional<double> rps;
    std::optional<double> p50_us;
    if (file.open(QIODevice::ReadOnly)) {
        const Json figures = Json::parse(file.readAll().toStdString(), nullptr, false);
        const auto figure = [&figures](const char* pointer) {
            const Json::json_pointer place(pointer);
            return figures.contains(place) ? std::optional(figures.at(place).get<double>()) : std::nullopt;
        };
        rps = figure("/metrics/http_reqs/rate");
        p50_us = figure("/metrics/http_req_duration/med");
        if (p50_us) {
            *p50_us *= 1e3;
        }
    }
    return measured("k6", load, run, rps, p50_us);
}

std::optional<Measured> runOwnLoop(const char* name, const Load& load)
{
    QStringList arguments{QStringLiteral("--loop"), QString::fromLatin1(name), QStringLiteral("--users"),
        text(load.users), QStringLiteral("--workers"), text(load.workers), QStringLiteral("--seconds"),
        text(load.seconds), QString::fromStdString(load.url)};
    if (load.heavy)
        arguments.prepend(QStringLiteral("--heavy"));
    const Finished run = runProgram(QCoreApplication::applicationFilePath(), arguments);
    const Outsider own = measured(
        name, load, run, number(run.output, "rps=([\\d.]+)"), number(run.output, "p50_us=([\\d.]+)"));
    if (!own.measured) {
        std::fprintf(stderr, "%s\n", own.reason.c_str());
    }
    return own.measured;
}

} // namespace plumb::bench
