// SPDX-License-Identifier: GPL-3.0-or-later
// How often real suites are judged wrongly: the built `plumb` runs suites against two sample services, one as
// it is and one whose waits are slowed, in turn, and compares each with a pinned suite of the first. Unlike
// bench_suiteerrors it measures this machine with all that it does besides: the table is to be read with the
// load average below it, and differs from run to run. README holds one.
//   bench_realsuites [--suites 20] [--rounds 5] [--seconds 3] [--rate 100] [--slow 1.15] [--turns]
// --turns: no pinned suite. Each suite runs a round of the service as it is, of the same again, and of the
// slowed one by turns, and the second and third are compared with the first in pairs of rounds (from 6 rounds
// on).
#include "base/files.h"
#include "tests/support/plumbprocess.h"
#include "tests/support/scenariofiles.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <map>

using namespace plumb;
namespace fs = std::filesystem;

namespace {

/// One route that mostly waits, so that another program on the machine matters little.
constexpr const char* serviceText = R"({"schema": "plumbline.service/1", "name": "steady", "routes": [
  {"method": "GET", "path": "/work", "latency": {"dist": "lognormal", "median_ms": 20, "sigma": 0.2, "max_ms": 200},
   "body": {"json": {"ok": true}}}]})";

/// Between half and all of the slowdown that is asked for.
constexpr const char* rulesText = R"({"schema": "plumbline.thresholds/1", "rules": [
  {"metric": "latency_ms.p50", "against": "baseline", "fail": "> +10%"},
  {"metric": "latency_ms.p95", "against": "baseline", "fail": "> +10%"},
  {"metric": "error_rate", "fail": "> 1%"}]})";

QString text(const fs::path& path)
{
    return QString::fromStdString(path.string());
}

/// `plumb serve` with some words more.
class Service
{
public:
    explicit Service(const QStringList& words)
        : m_process(test::startPlumb(
            QStringList{QStringLiteral("serve"), QStringLiteral("--port"), QStringLiteral("0")} + words))
    {
        while (!m_process->canReadLine() && m_process->waitForReadyRead(20'000)) { }
        const auto line = QString::fromUtf8(m_process->readLine()).trimmed();
        m_url = line.mid(line.lastIndexOf(QLatin1String("http")));
    }
    ~Service()
    {
        m_process->terminate();
        m_process->waitForFinished();
    }
    Service(const Service&) = delete;
    Service& operator=(const Service&) = delete;
    [[nodiscard]] const QString& url() const { return m_url; }

private:
    std::unique_ptr<QProcess> m_process;
    QString m_url;
};

/// Ends the program where a command gives anything but a judgement.
Json judged(const QStringList& words)
{
    constexpr int patience_ms = 600'000;
    const auto result = test::runPlumb(words, {}, patience_ms);
    constexpr int badInput = 2, couldNotRun = 5;
    if (result.exitCode < 0 || result.exitCode == badInput || result.exitCode >= couldNotRun) {
        std::fprintf(stderr, "%s\n", result.text().c_str());
        std::exit(1);
    }
    return result.json();
}

struct Bench
{
    test::Workspace workspace;
    fs::path scenario, baseline;
    QStringList suiteWords; ///< of every suite

    /// A suite of its own in a library that knows of nothing but the baseline, so that no suite of this
    /// bench is the history of another.
    Json suite(const Service& service, const std::string& name, const fs::path& library) const
    {
        return judged(QStringList{QStringLiteral("suite"), text(scenario), QStringLiteral("--base-url"),
                          service.url(), QStringLiteral("--library"), text(library), QStringLiteral("--out"),
                          text(workspace.folder() / name), QStringLiteral("--json")}
            + suiteWords);
    }
};

/// Verdicts and what else is counted, by name.
using Counts = std::map<std::string, int>;

void addCompared(Counts& counts, const Json& candidate, const std::string& name)
{
    const auto verdict = candidate.at("verdict").get<std::string>();
    ++counts["compare " + verdict];
    for (const auto& row : candidate.at("rows")) {
        const auto metric = row.at("metric").get<std::string>();
        if (row.at("step").is_null() && (metric == "latency_ms.p50" || metric == "latency_ms.p95")) {
            ++counts[metric.substr(metric.size() - 3) + ' ' + row.at("change").get<std::string>()];
        }
    }
    std::fprintf(stderr, "%-14s %s: %s\n", name.c_str(), verdict.c_str(),
        candidate.at("sentence").get<std::string>().c_str());
}

/// Against the pinned suite.
Counts count(const Bench& bench, const Service& service, const std::string& name, Counts counts)
{
    const auto library = bench.workspace.folder() / ("library-" + name);
    fs::copy(bench.workspace.library(), library, fs::copy_options::recursive);
    const auto suite = bench.suite(service, name, library);
    ++counts["suite " + suite.at("verdict").get<std::string>()];
    const bool unstable = suite.at("sentence").get<std::string>().find("unstable") != std::string::npos;
    counts["unstable"] += unstable ? 1 : 0;
    counts["named"] += suite.at("scenarios").at(0).at("remarks").empty() ? 0 : 1;
    const auto compared = judged({QStringLiteral("compare"), text(bench.baseline),
        text(bench.workspace.folder() / name), QStringLiteral("--json")});
    addCompared(counts, compared.at("candidates").at(0), name);
    return counts;
}

void print(const char* what, const Counts& counts, const std::vector<const char*>& columns)
{
    std::printf("%-12s", what);
    for (const char* column : columns) {
        const auto found = counts.find(column);
        std::printf(
            " %*d", static_cast<int>(std::string(column).size()), found == counts.end() ? 0 : found->second);
    }
    std::printf("\n");
}

void printTables(const Counts& same, const Counts& worse)
{
    const std::vector<std::vector<const char*>> tables{
        {"suite pass", "suite fail", "suite warn", "suite inconclusive", "unstable", "named"},
        {"compare pass", "compare fail", "compare warn", "compare inconclusive"},
        {"p50 worse", "p50 same", "p50 unclear", "p50 better"},
        {"p95 worse", "p95 same", "p95 unclear", "p95 better"}};
    for (const auto& columns : tables) {
        std::printf("%-12s", "");
        for (const char* column : columns) {
            std::printf(" %s", column);
        }
        std::printf("\n");
        print("unchanged", same, columns);
        print("slowed", worse, columns);
    }
    std::array<double, 3> averages{};
    if (::getloadavg(averages.data(), 3) == 3) {
        std::printf("load average of the last 15 minutes: %.1f\n", averages[2]);
    }
}

/// Runs the baseline and pins it; ends the program where that fails.
void pinSuite(const Bench& bench, const Service& service)
{
    const auto pinned = bench.suite(service, "baseline", bench.workspace.library());
    QStringList pin{QStringLiteral("baseline"), QStringLiteral("pin")};
    for (const auto& report : pinned.at("reports")) {
        pin << QString::fromStdString(report.at("file").get<std::string>());
    }
    pin << QStringLiteral("--library") << text(bench.workspace.library());
    if (const auto result = test::runPlumb(pin); result.exitCode != 0) {
        std::fprintf(stderr, "%s\n", result.text().c_str());
        std::exit(1);
    }
}

/// The first service against the others, all by turns in one suite.
void countTurns(const Bench& bench, Json scenario, const std::vector<const Service*>& services, int suites,
    Counts& same, Counts& worse)
{
    Json suite{{"schema", "plumbline.suite/1"}};
    for (std::size_t i = 0; i < services.size(); ++i) {
        const auto name = "turn-" + std::to_string(i) + ".json";
        scenario["target"]["base_url"] = services[i]->url().toStdString();
        bench.workspace.write(name, scenario);
        suite["scenarios"].push_back(name);
    }
    const auto file = bench.workspace.write("turns.json", suite);
    for (int i = 1; i <= suites; ++i) {
        const auto out = bench.workspace.folder() / ("turns-" + std::to_string(i));
        judged(
            QStringList{QStringLiteral("suite"), text(file), QStringLiteral("--library"),
                text(bench.workspace.library()), QStringLiteral("--out"), text(out), QStringLiteral("--json")}
            + bench.suiteWords);
        const auto operation = scenario.at("operation").get<std::string>();
        const auto compared = judged({QStringLiteral("compare"), text(out / operation),
            text(out / (operation + "_2")), text(out / (operation + "_3")), QStringLiteral("--json")});
        addCompared(same, compared.at("candidates").at(0), "unchanged-" + std::to_string(i));
        addCompared(worse, compared.at("candidates").at(1), "slowed-" + std::to_string(i));
    }
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    for (const auto& [name, usual] : {std::pair("suites", "20"), std::pair("rounds", "5"),
             std::pair("seconds", "3"), std::pair("rate", "100"), std::pair("slow", "1.15")}) {
        parser.addOption({QString::fromLatin1(name), QStringLiteral("see the head of the source"),
            QStringLiteral("value"), QString::fromLatin1(usual)});
    }
    parser.addOption({QStringLiteral("turns"), QStringLiteral("in one suite, compared in pairs of rounds")});
    parser.addHelpOption();
    parser.process(application);
    const auto slow = parser.value(QStringLiteral("slow"));
    const int suites = parser.value(QStringLiteral("suites")).toInt();

    Bench bench;
    // Neither waits for other runs of this machine nor looks whether it is quiet: that it is not is the
    // point.
    ::setenv("PLUMBLINE_QUIET_CHECK", "off", 1);
    ::setenv("PLUMBLINE_MACHINE_DIR", bench.workspace.folder().c_str(), 1);
    bench.suiteWords
        = {QStringLiteral("--rounds"), parser.value(QStringLiteral("rounds")), QStringLiteral("--pause"),
            QStringLiteral("0.2"), QStringLiteral("--transport"), QStringLiteral("direct")};
    const auto spec = bench.workspace.write("service.json", std::string(serviceText));
    bench.workspace.write("rules.json", std::string(rulesText));
    const Json load{{"executor", "constant-arrival-rate"},
        {"rate", parser.value(QStringLiteral("rate")).toDouble()},
        {"duration_s", parser.value(QStringLiteral("seconds")).toDouble()}, {"max_vus", 100},
        {"warmup_s", 0.5}};
    auto scenario = test::oneStepScenario("http://127.0.0.1", "/work", load);
    scenario["thresholds"] = "rules.json";
    bench.scenario = bench.workspace.write("steady.json", scenario);
    bench.baseline = bench.workspace.folder() / "baseline";

    const Service plain({QStringLiteral("--spec"), text(spec)});
    const Service slowed({QStringLiteral("--spec"), text(spec), QStringLiteral("--slow"), slow});
    Counts same, worse;
    if (parser.isSet(QStringLiteral("turns"))) {
        scenario.erase("thresholds");
        countTurns(bench, scenario, {&plain, &plain, &slowed}, suites, same, worse);
    } else {
        pinSuite(bench, plain);
        for (int i = 1; i <= suites; ++i) {
            same = count(bench, plain, "unchanged-" + std::to_string(i), std::move(same));
            worse = count(bench, slowed, "slowed-" + std::to_string(i), std::move(worse));
        }
    }
    std::printf("%d suites unchanged and %d slowed by a factor of %s\n", suites, suites, qPrintable(slow));
    printTables(same, worse);
    return 0;
}
