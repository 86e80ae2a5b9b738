// SPDX-License-Identifier: GPL-3.0-or-later
// What the open, drawing Run page costs the run it shows: the same scenario by `plumb run` alone and from the
// window (Xvfb, 1440x900), in turn, against nginx on loopback. First as fast as it goes, then at half of that
// rate.
#include "base/files.h"
#include "base/json.h"
#include "tests/support/nginxserver.h"
#include "tests/support/testfiles.h"

#include <nlohmann/json.hpp>

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <optional>

using namespace plumb;

namespace {

constexpr int patience_ms = 60'000;

struct Ran
{
    double rps = 0.0;
    double p99_ms = 0.0;
};

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0.0 : values[values.size() / 2];
}

bool waitFor(const std::function<bool()>& condition)
{
    const QDeadlineTimer end(patience_ms);
    while (!condition()) {
        if (end.hasExpired())
            return false;
        QThread::msleep(50);
    }
    return true;
}

QString answer(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(patience_ms);
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

QString activeTitle()
{
    return answer(
        QStringLiteral("xdotool"), {QStringLiteral("getactivewindow"), QStringLiteral("getwindowname")});
}

/// A library with one scenario, and the programs that run it.
class Place
{
public:
    Place(const QString& folder, const Json& scenario)
        : m_library(folder + QStringLiteral("/library"))
    {
        QDir().mkpath(m_library + QStringLiteral("/scenarios"));
        QDir().mkpath(folder + QStringLiteral("/config/Plumbline"));
        write(m_library + QStringLiteral("/plumbline.json"), "{\"schema\":\"plumbline.library/1\"}");
        write(m_library + QStringLiteral("/scenarios/cost.json"), dumpJson(scenario));
        write(folder + QStringLiteral("/config/Plumbline/plumbline.conf"), "[General]\ntourSeen=true\n");
        m_environment.insert(QStringLiteral("XDG_CONFIG_HOME"), folder + QStringLiteral("/config"));
        m_environment.insert(QStringLiteral("XDG_CACHE_HOME"), folder + QStringLiteral("/cache"));
    }

    std::optional<Ran> alone() const
    {
        return run("plumb",
            {QStringLiteral("run"), m_library + QStringLiteral("/scenarios/cost.json"),
                QStringLiteral("--library"), m_library},
            [] { return true; });
    }

    std::optional<Ran> inWindow() const
    {
        return run("plumbline", {QStringLiteral("--library"), m_library}, [] {
            if (!waitFor([] { return activeTitle().endsWith(QLatin1String("Plumbline")); }))
                return false;
            answer(QStringLiteral("xdotool"), {QStringLiteral("key"), QStringLiteral("alt+2")});
            if (!waitFor([] { return activeTitle().startsWith(QLatin1String("Run")); }))
                return false;
            answer(QStringLiteral("xdotool"), {QStringLiteral("key"), QStringLiteral("ctrl+r")});
            return true;
        });
    }

private:
    static void write(const QString& path, const std::string& text)
    {
        if (const Result<void> written = writeFileAtomic(path.toStdString(), text); !written)
            std::fprintf(stderr, "%s\n", written.error().text().c_str());
    }

    QStringList reports() const
    {
        const QDir folder(m_library + QStringLiteral("/reports/cost"));
        return folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    }

    std::optional<Ran> run(
        const char* program, const QStringList& arguments, const std::function<bool()>& begin) const
    {
        const qsizetype before = reports().size();
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QString::fromStdString(test::builtProgram(program).string()), arguments);
        const bool stored = begin() && waitFor([&] { return reports().size() > before; });
        process.terminate();
        process.waitForFinished(patience_ms);
        if (!stored) {
            std::fprintf(
                stderr, "%s gave no report: %s\n", program, process.readAll().right(300).constData());
            return std::nullopt;
        }
        const QString path = m_library + QStringLiteral("/reports/cost/") + reports().last();
        const Result<Json> report = readJsonFile(path.toStdString());
        if (!report)
            return std::nullopt;
        const Json& step = report->at("steps").at(0);
        return Ran{step.at("rps").get<double>(), step.at("service_ms").at("p99").get<double>()};
    }

    QString m_library;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
};

struct Pairs
{
    std::vector<double> rps_ratio, rps_alone, p99_alone, p99_window;
};

std::optional<Pairs> compare(const Json& scenario, int pairs)
{
    Pairs found;
    const QTemporaryDir folder;
    const Place place(folder.path(), scenario);
    for (int pair = 0; pair < pairs; ++pair) {
        const std::optional<Ran> alone = place.alone();
        const std::optional<Ran> shown = place.inWindow();
        if (!alone || !shown)
            return std::nullopt;
        found.rps_ratio.push_back(shown->rps / alone->rps);
        found.rps_alone.push_back(alone->rps);
        found.p99_alone.push_back(alone->p99_ms);
        found.p99_window.push_back(shown->p99_ms);
        std::fprintf(stderr, "pair %d of %d\n", pair + 1, pairs);
    }
    return found;
}

Json scenarioFor(const std::string& url, Json load)
{
    Json scenario = Json::parse(R"({
        "schema": "plumbline.scenario/1", "operation": "cost", "target": {},
        "patterns": [{"name": "user", "steps": [{"name": "get", "request": {"method": "GET", "path": "/"},
            "checks": [{"status": [200]}]}]}]})");
    scenario["target"]["base_url"] = url.substr(0, url.rfind('/'));
    scenario["load"] = std::move(load);
    return scenario;
}

int spread(const char* name, std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return std::printf(
        "%-10s p99 %.2f ms (%.2f to %.2f)\n", name, median(values), values.front(), values.back());
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOption({QStringLiteral("pairs"), QStringLiteral("runs alone and in the window"),
        QStringLiteral("value"), QStringLiteral("9")});
    parser.addOption({QStringLiteral("seconds"), QStringLiteral("of each run"), QStringLiteral("value"),
        QStringLiteral("8")});
    parser.addOption({QStringLiteral("inside"), QStringLiteral("on the screen there is; for its own use")});
    parser.addHelpOption();
    parser.process(application);
    if (!parser.isSet(QStringLiteral("inside"))) {
        QStringList again = application.arguments().mid(1);
        again.prepend(application.applicationFilePath());
        again.prepend(QStringLiteral(PLUMBLINE_IN_WINDOW));
        again.append(QStringLiteral("--inside"));
        return QProcess::execute(QStringLiteral("bash"), again);
    }
    test::NginxOptions options;
    options.access_log = false;
    const test::NginxServer nginx(options);
    if (!nginx.running()) {
        std::printf("skipped: %s\n", nginx.error().c_str());
        return 0;
    }
    const int pairs = parser.value(QStringLiteral("pairs")).toInt();
    const double seconds = parser.value(QStringLiteral("seconds")).toDouble();
    constexpr int users = 16;
    const std::optional<Pairs> full = compare(
        scenarioFor(nginx.url("/"), {{"executor", "constant-vus"}, {"vus", users}, {"duration_s", seconds}}),
        pairs);
    if (!full)
        return 1;
    const double rate = median(full->rps_alone);
    const auto [low, high] = std::minmax_element(full->rps_ratio.begin(), full->rps_ratio.end());
    std::printf("%d users, %d pairs of %.0f s, qnam: %.0f requests/s alone; in the window %.3f of it (%.3f "
                "to %.3f)\n",
        users, pairs, seconds, rate, median(full->rps_ratio), *low, *high);
    const std::optional<Pairs> half = compare(scenarioFor(nginx.url("/"),
                                                  {{"executor", "constant-arrival-rate"}, {"rate", rate / 2},
                                                      {"max_vus", 64}, {"duration_s", seconds}}),
        pairs);
    if (!half)
        return 1;
    std::printf("at %.0f requests/s:\n", rate / 2);
    spread("alone", half->p99_alone);
    spread("in window", half->p99_window);
    constexpr double goal = 0.95;
    const bool reached = median(full->rps_ratio) >= goal;
    std::printf("goal of the window's cost: %.2f, %s\n", goal, reached ? "reached" : "missed");
    return reached ? 0 : 1;
}
