// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/runner.h"
#include "runner/runprotocol.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace plumb;
using namespace plumb::runner;

class TestRunProtocol : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startCarriesTheWholeRequest()
    {
        RunRequest request;
        request.scenario = "/a/s.json";
        request.library = "/lib";
        request.out = "/o.json";
        request.thresholds = "/t.json";
        request.confirmed_hosts = {"stage.example"};
        request.overrides.environment_name = "stage";
        request.overrides.base_url = "http://localhost:1";
        request.overrides.target_version = "1.2";
        request.overrides.note = "a \"note\"\nwith lines";
        request.overrides.tags = {"x", "y"};
        request.overrides.set = {{"a", "1"}, {"b", "=2"}};
        request.overrides.seed = -7;
        request.overrides.secrets = {{"password", "geheim"}};
        scenario::Load load;
        load.executor = "constant-arrival-rate";
        load.rate = 12.5;
        load.duration_s = 3.0;
        request.overrides.load = load;

        const auto line = encodeCommand(StartCommand{request});
        QCOMPARE(line.count('\n'), 1);
        const auto decoded = decodeCommand(line.trimmed());
        QVERIFY2(decoded.has_value(), decoded ? "" : decoded.error().text().c_str());
        const auto& back = std::get<StartCommand>(*decoded).request;
        QVERIFY(toJson(back) == toJson(request));
        const auto& sentLoad = *back.overrides.load;
        QCOMPARE(sentLoad.executor, load.executor);
        QVERIFY(sentLoad.rate == load.rate);
        QVERIFY(sentLoad.duration_s == load.duration_s);
        QCOMPARE(back.overrides.secrets.at("password"), std::string("geheim"));
    }

    void shortCommands()
    {
        QVERIFY(std::holds_alternative<AttachCommand>(*decodeCommand(encodeCommand(AttachCommand{}))));
        QVERIFY(std::holds_alternative<StopCommand>(*decodeCommand(encodeCommand(StopCommand{}))));
        QVERIFY(std::holds_alternative<AbortCommand>(*decodeCommand(encodeCommand(AbortCommand{}))));
        QCOMPARE(std::get<MarkCommand>(*decodeCommand(encodeCommand(MarkCommand{"deploy"}))).text,
            std::string("deploy"));
    }

    void changesTravel_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("rate") << QByteArray(R"({"cmd":"change","rate":80.5})");
        QTest::newRow("users") << QByteArray(R"({"cmd":"change","vus":0})");
        QTest::newRow("both of an open load")
            << QByteArray(R"({"cmd":"change","rate":0.0,"max_vus":40,"pattern":"Buyer"})");
        QTest::newRow("bursts") << QByteArray(R"({"cmd":"change","size":40})");
    }
    void changesTravel()
    {
        QFETCH(QByteArray, line);
        const auto command = decodeCommand(line);
        QVERIFY2(command.has_value(), command ? "" : command.error().text().c_str());
        QCOMPARE(encodeCommand(*command).trimmed(), line);
    }

    void nonsenseIsAnError_data()
    {
        QTest::addColumn<QByteArray>("line");
        for (const char* line : {"", "x", "[]", "{}", "7", R"({"cmd":"fly"})", R"({"cmd":"mark","text":7})",
                 R"({"cmd":"change","rate":"fast"})", R"({"cmd":"change","vus":1.5})", R"({"cmd":"start"})",
                 R"({"cmd":"start","request":{"scenario":3}})"}) {
            QTest::addRow("%s", line) << QByteArray(line);
        }
    }
    void nonsenseIsAnError()
    {
        QFETCH(QByteArray, line);
        QVERIFY(!decodeCommand(line));
    }
};

PLUMB_TEST_MAIN(TestRunProtocol)
#include "tst_runprotocol.moc"
