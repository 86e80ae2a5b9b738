// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "tests/support/nginxserver.h"
#include "tests/support/plumbprocess.h"
#include "tests/support/scenariofiles.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace plumb;
using namespace plumb::test;
namespace fs = std::filesystem;

namespace {

constexpr auto secret = "Gr8-secret/of=the+day";
constexpr auto typed = "typed-on-stdin-77";

QString text(const fs::path& path)
{
    return QString::fromStdString(path.string());
}

constexpr auto session = "known-session-4711";
constexpr auto token = "known-token-0815";

/// Logs in, is given a session cookie and a token, sends secrets in every place, and always fails, so that
/// exchanges are kept as samples.
Json secretScenario(const std::string& baseUrl)
{
    auto json = oneStepScenario(baseUrl, "/", {{"executor", "constant-vus"}, {"vus", 2}, {"duration_s", 3}});
    json["variables"] = {
        {"password", {{"from_env", "PLUMB_TEST_PASSWORD"}, {"secret", true}}}, {"pin", {{"secret", true}}}};
    Json enter = Json::object();
    enter["per"] = "user";
    enter["name"] = "login";
    enter["request"] = {{"method", "POST"}, {"path", "/login"}, {"json", {{"password", "{{password}}"}}}};
    Json extract = Json::object();
    extract["as"] = "token";
    extract["json"] = "/token";
    enter["extract"] = Json::array({extract});
    json["setup"] = Json::array({enter});
    auto& step = json["patterns"][0]["steps"][0];
    step["request"] = {{"method", "POST"}, {"path", "/fail?pin={{pin}}&password={{password}}"},
        {"headers",
            {{"X-Token", "{{token}}"}, {"X-Note", "{{password}}"}, {"Authorization", "Bearer {{password}}"}}},
        {"json", {{"password", "{{password}}"}, {"token", "{{token}}"}}}};
    json["patterns"][0]["think_ms"] = 50;
    return json;
}

NginxOptions leakyServer()
{
    NginxOptions options;
    // Gives secrets back in headers and body, as a debugging service would.
    options.extra = std::string("location /login { add_header Set-Cookie \"session=") + session
        + "; Path=/; HttpOnly\"; return 200 '{\"token\":\"" + token
        + "\"}'; } location /fail { add_header X-Echo \"$http_cookie $http_x_token\" always; return 500 "
          "'you sent $args with $http_cookie and $http_x_note'; }";
    return options;
}

} // namespace

/// What must not leak: declared secrets, extracted values, cookies.
class TestSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingLeaks()
    {
        qputenv("PLUMB_TEST_PASSWORD", secret);
        const NginxServer nginx(leakyServer());
        if (!nginx.running()) {
            QSKIP(nginx.error().c_str());
        }
        const Workspace workspace;
        const auto scenario = workspace.write("s.json", secretScenario(nginx.url()));
        const auto process = startPlumb({QStringLiteral("run"), text(scenario), QStringLiteral("--library"),
            text(workspace.library()), QStringLiteral("--events"), QStringLiteral("--secrets-stdin")});
        process->write(QByteArray("{\"pin\":\"") + typed + "\"}");
        process->closeWriteChannel();

        // While it runs: the journal and the process's arguments.
        QTRY_VERIFY_WITH_TIMEOUT(!workspace.journals().empty(), 20'000);
        const auto journal = workspace.journals().front();
        QTRY_VERIFY_WITH_TIMEOUT(process->state() == QProcess::NotRunning
                || readFile(journal)->find("\"sample\"") != std::string::npos,
            20'000);
        QFile arguments(QStringLiteral("/proc/%1/cmdline").arg(process->processId()));
        QVERIFY(arguments.open(QIODevice::ReadOnly));
        const auto commandLine = arguments.readAll();
        QVERIFY(!commandLine.contains(secret) && !commandLine.contains(typed));
        const auto journalText = readFile(journal);
        QVERIFY(journalText.has_value());
        QVERIFY(fs::copy_file(journal, workspace.library() / "journal-copy"));

        const auto result = finishPlumb(*process);
        QVERIFY2(result.exitCode == 1, result.text().c_str()); // everything fails, and so the built-in rule
        QCOMPARE(workspace.reports().size(), std::size_t(1));
        const auto report = workspace.reports().front();
        const auto json = readJsonFile(report);
        QVERIFY(!json->at("samples").empty());
        QVERIFY(readFile(report)->find("***") != std::string::npos);
        for (const auto* format : {"json", "csv", "flat-json", "markdown"}) {
            const auto exported = runPlumb({QStringLiteral("export"), text(report),
                QStringLiteral("--format"), QString::fromLatin1(format), QStringLiteral("--out"),
                text(workspace.library() / (std::string("export-") + format))});
            QVERIFY2(exported.exitCode == 0, exported.text().c_str());
        }
        workspace.write("library/events-copy", result.output.toStdString() + result.errors.toStdString());

        // The server really had them.
        QVERIFY(nginx.accessLog().join(QLatin1Char(' ')).contains(QString::fromLatin1(typed)));
        for (const std::string needle : {secret, typed, session, token, "Gr8-secret%2Fof%3Dthe%2Bday"}) {
            const auto found = filesContaining(workspace.library(), needle);
            QVERIFY2(found.empty(), (needle + " is in " + (found.empty() ? "" : found.front())).c_str());
        }
    }
};

PLUMB_TEST_MAIN(TestSecrets)
#include "tst_secrets.moc"
