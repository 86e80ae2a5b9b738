// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report.h"
#include "report/verify.h"
#include "tests/support/nginxserver.h"
#include "tests/support/plumbprocess.h"
#include "tests/support/scenariofiles.h"
#include "tests/support/testca.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <csignal>

using namespace plumb;
using namespace plumb::test;
namespace fs = std::filesystem;

namespace {

QString text(const fs::path& path)
{
    return QString::fromStdString(path.string());
}

/// Two patterns with several steps: GET, a redirect, POST bodies, an error page, weights and think time.
Json workload(const std::string& baseUrl, const Json& load)
{
    auto json = oneStepScenario(baseUrl, "/?a={{random_int(1,9)}}", load);
    json["target"]["timeout_ms"] = 5000;
    auto& first = json["patterns"][0];
    first["think_ms"] = Json::array({1, 5});
    Json post = Json::object();
    post["name"] = "post";
    post["request"] = {{"method", "POST"}, {"path", "/accept"}, {"json", {{"text", "{{lorem(30)}}"}}}};
    first["steps"].push_back(post);
    Json missing = Json::object();
    missing["name"] = "missing";
    missing["request"] = {{"method", "GET"}, {"path", "/missing"}};
    missing["every"] = 3;
    first["steps"].push_back(missing);
    Json second = Json::object();
    second["name"] = "Redirected";
    second["weight"] = 0.5;
    second["think_ms"] = 3;
    Json hop = Json::object();
    hop["name"] = "hop";
    hop["request"] = {{"method", "GET"}, {"path", "/moved"}};
    second["steps"] = Json::array({hop});
    json["patterns"].push_back(second);
    return json;
}

NginxOptions routes()
{
    NginxOptions options;
    options.extra = "location /accept { return 200; } location /moved { return 302 /; } location /missing { "
                    "return 404; }";
    return options;
}

} // namespace

/// The report's counts are the server's counts, with every executor, also when stopped half-way.
class TestNginxBooks : public QObject
{
    Q_OBJECT

private:
    void addLoads()
    {
        QTest::addColumn<QByteArray>("load");
        QTest::newRow("constant-vus") << QByteArray(
            R"({"executor":"constant-vus","vus":7,"duration_s":2.5,"warmup_s":0.5,"cooldown_s":0.5})");
        QTest::newRow("ramping-vus stages") << QByteArray(
            R"({"executor":"ramping-vus","start_vus":1,"stages":[{"duration_s":1,"target":8},{"duration_s":1.5,"target":2}]})");
        QTest::newRow("ramping-vus spawn")
            << QByteArray(R"({"executor":"ramping-vus","users":6,"spawn_rate":4,"duration_s":2.5})");
        QTest::newRow("shared-iterations")
            << QByteArray(R"({"executor":"shared-iterations","iterations":900,"vus":6})");
        QTest::newRow("constant-arrival-rate") << QByteArray(
            R"({"executor":"constant-arrival-rate","rate":150,"duration_s":2.5,"max_vus":20,"warmup_s":0.5,"cooldown_s":0.5})");
        QTest::newRow("arrivals that are dropped") << QByteArray(
            R"({"executor":"constant-arrival-rate","rate":4000,"duration_s":2,"max_vus":2,"backlog":5,"arrivals":"poisson"})");
    }

    void compare(const NginxServer& nginx, const Workspace& workspace, bool partial)
    {
        const auto reports = workspace.reports();
        QCOMPARE(reports.size(), std::size_t(1));
        const auto report = report::readReport(reports.front());
        QVERIFY2(report.has_value(), report ? "" : report.error().text().c_str());
        QCOMPARE(report->partial, partial);
        const auto imbalances = report::verify(*report);
        QVERIFY2(imbalances.empty(), imbalances.empty() ? "" : imbalances.front().c_str());

        std::int64_t sent = 0;
        std::int64_t unfinished = 0;
        for (const auto& phase : report->phases) {
            sent += phase.sent;
            unfinished += phase.unfinished;
        }
        QCOMPARE(unfinished, 0);
        // No check looks into the body of "missing"; its samples show it all the same.
        QVERIFY(std::all_of(report->samples.begin(), report->samples.end(), [](const report::Sample& sample) {
            return sample.status != 404 || sample.response_body.find("404 Not Found") != std::string::npos;
        }));
        QVERIFY(std::any_of(report->samples.begin(), report->samples.end(),
            [](const report::Sample& sample) { return sample.status == 404; }));
        const auto lines = nginx.accessLog();
        QCOMPARE(sent, static_cast<std::int64_t>(lines.size()));
        QVERIFY(sent > 20);
        if (report->phases.size() == 1) {
            // All requests are measured: each step's count is the count of its path.
            for (const auto& step : report->steps) {
                const QString path = QString::fromStdString(step.path).section(QLatin1Char('?'), 0, 0);
                auto expected = lines.filter(QLatin1Char(' ') + path).filter(QLatin1String(" /")).size();
                if (step.name == "hop") {
                    expected *= 2; // the hop's target is a request of the same step
                } else if (step.name == "get") {
                    continue; // shares its path with the hop's target
                }
                QCOMPARE(step.count, static_cast<std::int64_t>(expected));
            }
        }
    }

private Q_SLOTS:
    void wholeRuns_data() { addLoads(); }
    void wholeRuns()
    {
        QFETCH(QByteArray, load);
        const NginxServer nginx(routes());
        if (!nginx.running()) {
            QSKIP(nginx.error().c_str());
        }
        const Workspace workspace;
        const auto scenario
            = workspace.write("s.json", workload(nginx.url(), Json::parse(load.toStdString())));
        const auto result = runPlumb(
            {QStringLiteral("run"), text(scenario), QStringLiteral("--library"), text(workspace.library())});
        QVERIFY2(result.exitCode == 0 || result.exitCode == 1 || result.exitCode == 3, result.text().c_str());
        compare(nginx, workspace, false);
    }

    void stoppedHalfWay_data() { addLoads(); }
    void stoppedHalfWay()
    {
        QFETCH(QByteArray, load);
        auto json = Json::parse(load.toStdString());
        if (json.contains("iterations")) {
            json["iterations"] = 1'000'000;
        }
        const NginxServer nginx(routes());
        if (!nginx.running()) {
            QSKIP(nginx.error().c_str());
        }
        const Workspace workspace;
        const auto scenario = workspace.write("s.json", workload(nginx.url(), json));
        const auto process = startPlumb({QStringLiteral("run"), text(scenario), QStringLiteral("--library"),
            text(workspace.library()), QStringLiteral("--events")});
        QByteArray seen;
        while (!seen.contains("\"event\":\"tick\"")) {
            QVERIFY(process->bytesAvailable() > 0 || process->waitForReadyRead(20'000));
            seen += process->readAllStandardOutput();
        }
        ::kill(static_cast<pid_t>(process->processId()), SIGINT);
        const auto result = finishPlumb(*process);
        QVERIFY2(result.exitCode == 130, result.text().c_str());
        compare(nginx, workspace, true);
    }

    void certificatesAreVerified()
    {
        const TestCa ca;
        const auto files = ca.issue("server", "DNS:localhost,IP:127.0.0.1");
        NginxOptions options;
        options.certificate = files.certificate;
        options.key = files.key;
        options.http2 = true;
        const NginxServer nginx(options);
        if (!nginx.running()) {
            QSKIP(nginx.error().c_str());
        }
        const Workspace workspace;
        auto json = oneStepScenario(nginx.url({}, "localhost"), "/",
            {{"executor", "shared-iterations"}, {"iterations", 20}, {"vus", 4}});
        const auto run = [&json, &workspace] {
            return runPlumb({QStringLiteral("run"), text(workspace.write("s.json", json)),
                QStringLiteral("--library"), text(workspace.library())});
        };

        const auto refused = run();
        QVERIFY2(refused.exitCode == 5, refused.text().c_str());
        QVERIFY2(refused.errors.contains("certificate") && refused.errors.contains("ca_file"),
            refused.text().c_str());
        QVERIFY(workspace.reports().empty());
        QCOMPARE(nginx.accessLog().size(), 0);

        json["target"]["tls"] = {{"ca_file", ca.caFile()}};
        const auto trusted = run();
        QVERIFY2(trusted.exitCode == 0, trusted.text().c_str());
        QCOMPARE(nginx.accessLog().size(), 20);

        json["target"]["http"] = "2";
        const auto second = run();
        QVERIFY2(second.exitCode == 0, second.text().c_str());
        QCOMPARE(nginx.accessLog().size(), 40);
        QCOMPARE(workspace.reports().size(), std::size_t(2));
    }
};

PLUMB_TEST_MAIN(TestNginxBooks)
#include "tst_nginxbooks.moc"
