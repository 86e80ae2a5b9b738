// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/thresholds.h"
#include "sample/builtinspec.h"
#include "scenario/prepare.h"
#include "tests/core/sample/sampleclient.h"
#include "tests/support/testfiles.h"
#include "tests/support/testmain.h"

#include <nlohmann/json.hpp>

#include <QDirIterator>
#include <QFloat16>
#include <QTest>

using namespace plumb;
using namespace plumb::sample;
using namespace plumb::sample::test;

/// The shipped spec answers what the seed documents name.
class TestSampleDefault : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SampleService> m_service;
    std::unique_ptr<Client> m_client;

private Q_SLOTS:
    void initTestCase()
    {
        auto spec = builtinSpec();
        QVERIFY2(spec, spec ? "" : spec.error().text().c_str());
        Options options;
        options.spec = *spec;
        options.slow_factor = 0.02; // the same answers, sooner
        auto service = SampleService::start(options);
        QVERIFY(service);
        m_service = std::move(*service);
        m_client = std::make_unique<Client>(*m_service);
        QCOMPARE(m_client->post("/auth/register", R"({"email":"t@example.com","password":"p"})").result_int(),
            201U);
        QCOMPARE(
            m_client->post("/auth/login", R"({"email":"t@example.com","password":"p"})").result_int(), 200U);
    }

    void endpoints_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("target");
        const auto row = [](const char* method, const char* target) {
            QTest::newRow(qPrintable(
                QString::fromLatin1(method) + QChar::fromLatin1(' ') + QString::fromLatin1(target)))
                << QString::fromLatin1(method) << QString::fromLatin1(target);
        };
        row("POST", "/api/mpi/interpolate");
        row("POST", "/api/mpi/interpolate-geo");
        row("GET", "/api/geomodel/jobs/42");
        row("GET", "/api/geomodel/jobs/42/artifacts/quality_report.json");
        row("POST", "/route");
        row("POST", "/pareto");
        row("GET", "/trails");
        row("POST", "/trails/1/enroll");
        row("GET", "/user-trails/1/progress");
        row("PUT", "/trails/1/items/2/progress");
        row("GET", "/forms/1");
        row("POST", "/forms/1/submissions");
        row("GET", "/api/health");
        row("GET", "/api/modules");
        row("GET", "/api/runs");
        row("GET", "/api/modules/m1/config");
        row("POST", "/api/modules/m1/run");
        row("POST", "/api/modules/m1/config");
        row("GET", "/api/runs/r1");
        row("GET", "/api/runs/r1/logs");
        row("GET", "/api/system/stats");
        row("GET", "/health");
        row("GET", "/ready");
        row("GET", "/live");
        row("GET", "/metrics");
        row("POST", "/api/v2/content/generate");
        row("POST", "/api/v2/content/generate/enhanced");
        row("POST", "/api/v2/content/validate");
        row("POST", "/api/v1/content/batch");
        row("GET", "/api/v1/status");
        row("GET", "/fast");
        row("GET", "/slow");
    }
    void endpoints()
    {
        QFETCH(QString, method);
        QFETCH(QString, target);
        const Headers headers{
            {"X-CSRF", m_client->cookies["rota_csrf"]}, {"Content-Type", "application/json"}};
        // Some routes fail now and then by design; ten failures in a row are none of that.
        unsigned status = 0;
        for (int attempt = 0; attempt < 10 && status / 100 != 2; ++attempt) {
            status
                = m_client
                      ->ask(method.toStdString(), target.toStdString(),
                          method == QLatin1String("GET") ? ""
                                                         : R"({"origin":"A","destination":"B","items":[1]})",
                          headers)
                      .result_int();
        }
        QCOMPARE(status / 100, 2U);
    }

    void theAnswerFollowsThePostedGrid()
    {
        const auto answer = m_client->post("/api/mpi/interpolate",
            R"({"resolution":5,"points":[{"x":0},{"x":1},{"x":2}],"method":"kriging"})");
        const auto json = Json::parse(answer.body());
        QVERIFY(json["points"] == 3);
        QCOMPARE(json["values"].size(), std::size_t(25));
        QVERIFY(json["method"] == "kriging");
    }

    void redirectsEnd()
    {
        std::string target = "/redirect/3";
        int hops = 0;
        for (auto answer = m_client->get(target); answer.result_int() == 302;
             answer = m_client->get(target)) {
            target = std::string(answer["Location"]);
            ++hops;
        }
        QCOMPARE(hops, 3);
        QCOMPARE(target, std::string("/fast"));
    }

    void templatesAreWhole()
    {
        int found = 0;
        QDirIterator templates(QStringLiteral(":/plumbline/templates"), QDir::Dirs);
        while (templates.hasNext()) {
            const QString folder = templates.next();
            const QString name = templates.fileName();
            const auto read = [&folder](const QString& file) {
                QFile in(folder + QLatin1Char('/') + file);
                return in.open(QIODevice::ReadOnly) ? in.readAll().toStdString() : std::string();
            };
            const auto info = Json::parse(read(QStringLiteral("template.json")));
            QVERIFY(info["name"] == name.toStdString());
            QVERIFY(
                !info["title"].get<std::string>().empty() && !info["description"].get<std::string>().empty());
            for (const auto& file : info["files"]) {
                const QString fileName = QString::fromStdString(file.get<std::string>());
                if (fileName.startsWith(QLatin1String("thresholds"))) {
                    const auto problems = judge::validateThresholds(Json::parse(read(fileName)));
                    QVERIFY2(problems.empty(),
                        problems.empty() ? "" : (problems[0].path + ": " + problems[0].message).c_str());
                }
                QVERIFY2(!read(fileName).empty(), file.dump().c_str());
            }
            QVERIFY(Json::parse(read(QStringLiteral("scenario.json")))["schema"] == "plumbline.scenario/1");
            QVERIFY(
                Json::parse(read(QStringLiteral("thresholds.json")))["schema"] == "plumbline.thresholds/1");
            const auto problems
                = scenario::validateDocument(Json::parse(read(QStringLiteral("scenario.json"))),
                    plumb::test::sourceFile("resources/templates/" + name.toStdString()));
            QVERIFY2(problems.empty(),
                problems.empty() ? "" : (problems[0].path + ": " + problems[0].message).c_str());
            ++found;
        }
        QVERIFY(found >= 8);
    }
};

PLUMB_TEST_MAIN(TestSampleDefault)
#include "tst_sampledefault.moc"
