// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/prepare.h"
#include "tests/core/scenario/samples.h"
#include "tests/support/testmain.h"

#include <atomic>
#include <thread>

using namespace plumb;
using namespace plumb::scenario;

class TestMasker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void texts_data()
    {
        QTest::addColumn<QString>("secret");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* secret, const char* text, const char* expected) {
            QTest::newRow(name) << QString::fromUtf8(secret) << QString::fromUtf8(text)
                                << QString::fromUtf8(expected);
        };
        row("plain", "hunter22", "pw=hunter22!", "pw=***!");
        row("alone", "hunter22", "hunter22", "***");
        row("twice", "abc", "abcabc abc", "****** ***");
        row("not there", "hunter22", "hunter2", "hunter2");
        row("url", "p w/ä", "/a?x=p%20w%2F%C3%A4&y", "/a?x=***&y");
        row("form", "p w/ä", "x=p+w%2F%C3%A4", "x=***");
        row("json", "a\"b\\c\n", "{\"pw\":\"a\\\"b\\\\c\\n\"}", R"({"pw":"***"})");
        row("base64", "user:hunter22", "Basic dXNlcjpodW50ZXIyMg==", "Basic ***");
        row("two bytes", "ab", "ab abc", "ab abc");
        row("three bytes", "abc", "ab abc", "ab ***");
        row("end of text", "abcdef", "xabcde", "xabcde");
        row("empty text", "abc", "", "");
    }
    void texts()
    {
        QFETCH(QString, secret);
        QFETCH(QString, text);
        QFETCH(QString, expected);
        Masker masker;
        masker.add(secret.toStdString());
        QCOMPARE(QString::fromStdString(masker.mask(text.toStdString())), expected);
    }

    void longestSecretWins()
    {
        Masker masker;
        masker.add("abc");
        masker.add("abcdef");
        QCOMPARE(masker.mask("abcdefg abcg"), std::string("***g ***g"));
    }

    void manySecretsAreFound()
    {
        Masker masker;
        for (int i = 0; i < 30'000; ++i) {
            masker.add("token-" + std::to_string(i) + "-end");
        }
        QCOMPARE(masker.mask("token-0-end token-29999-end token-30000-end"),
            std::string("*** *** token-30000-end"));
    }

    void headersAreMasked()
    {
        Masker masker;
        masker.add("hunter22");
        const Headers masked
            = masker.maskHeaders({{"authorization", "Bearer x"}, {"Proxy-Authorization", "Basic y"},
                {"COOKIE", "a=b"}, {"Set-Cookie", "a=b"}, {"X-Token", "is hunter22"}, {"Accept", "*/*"}});
        const Headers expected{{"authorization", "***"}, {"Proxy-Authorization", "***"}, {"COOKIE", "***"},
            {"Set-Cookie", "***"}, {"X-Token", "is ***"}, {"Accept", "*/*"}};
        QVERIFY(masked == expected);
    }

    void jsonIsMaskedInside()
    {
        Masker masker;
        masker.add("hunter22");
        masker.add("name");
        const Json masked = masker.maskJson(
            Json::parse(R"({"a":["hunter22",1,null,true,{"b":"x hunter22"}],"name":"name"})"));
        // Short secrets are not looked for in names: a user called "name" must not rename every field.
        QCOMPARE(dumpJson(masked), std::string(R"({"a":["***",1,null,true,{"b":"x ***"}],"name":"***"})"));
        QCOMPARE(dumpJson(masker.maskJson(Json::parse(R"({"hunter22":1})"))), std::string(R"({"***":1})"));
    }

    void secretsAreAddedWhileOthersMask()
    {
        Masker masker;
        masker.add("always-there");
        std::atomic<int> wrong = 0;
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&masker, &wrong, t] {
                for (int i = 0; i < 500; ++i) {
                    const auto own = "secret-" + std::to_string(t) + "-" + std::to_string(i) + ".";
                    masker.add(own);
                    const auto masked = masker.mask("always-there " + own);
                    wrong += masked == "*** ***" ? 0 : 1;
                }
            });
        }
        for (auto& thread : threads) {
            thread.join();
        }
        QCOMPARE(wrong.load(), 0);
    }

    void scenarioIsEmbeddedWithoutSecrets()
    {
        const auto text = readFile(test::sourceFile("tests/data/scenario/secrets.json")).value();
        Masker masker;
        masker.add("known-value");
        const auto scenario = test::loaded(text).scenario;
        const auto masked = dumpJson(maskedJson(scenario, masker));
        QVERIFY2(masked.find("LEAK") == std::string::npos, masked.c_str());
        QVERIFY2(masked.find("known-value") == std::string::npos, masked.c_str());
        QVERIFY2(masked.find("seen") != std::string::npos, masked.c_str());
        // It stays a scenario, and the original is as it was.
        QVERIFY(scenarioFromJson(Json::parse(masked), "s").has_value());
        QVERIFY(scenario == test::loaded(text).scenario);
    }

    void referencesTellNothingAndStay()
    {
        const auto text = test::oneStep(
            R"({"name":"s","request":{"path":"/","headers":{"Authorization":"Bearer {{t}}","Cookie":"{{t}}"},"auth":{"bearer":"{{t}}"}}})",
            R"("variables":{"t":{"default":"x","secret":true}},)");
        const auto masked = dumpJson(maskedJson(test::loaded(text).scenario, Masker()));
        QVERIFY2(masked.find(R"("auth":{"bearer":"{{t}}"})") != std::string::npos, masked.c_str());
        QVERIFY2(masked.find(R"("Cookie":"{{t}}")") != std::string::npos, masked.c_str());
        QVERIFY2(masked.find(R"("default":"***")") != std::string::npos, masked.c_str());
    }

    void secretsAreKnownBeforeTheRun()
    {
        const auto text = test::oneStep(
            R"({"name":"s","request":{"path":"/{{fromEnv}}{{declared}}{{open}}"}})",
            R"("variables":{"declared":{"default":"dddd","secret":true},"fromEnv":{"from_env":"E"},"open":"oooo"},)");
        const auto resolved = resolve(test::loaded(text), {}, [](const std::string& name) {
            return name == "E" ? std::optional<std::string>("eeee") : std::nullopt;
        });
        QVERIFY2(resolved.has_value(), resolved ? "" : resolved.error().text().c_str());
        const auto has = [&](const char* secret) {
            return std::find(resolved->secrets.begin(), resolved->secrets.end(), secret)
                != resolved->secrets.end();
        };
        QVERIFY(has("dddd"));
        QVERIFY(has("eeee"));
        QVERIFY(!has("oooo"));
    }
};

PLUMB_TEST_MAIN(TestMasker)
#include "tst_masker.moc"
