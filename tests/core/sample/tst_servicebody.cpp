// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/bodytemplate.h"
#include "sample/httptext.h"
#include "tests/support/testmain.h"

#include <nlohmann/json.hpp>

#include <QTest>

using namespace plumb;
using namespace plumb::sample;

namespace {

/// JSON is written with ' for ", which reads better here and is beyond no version of moc.
QString quoted(const char* json)
{
    return QString::fromUtf8(json).replace(QLatin1Char('\''), QLatin1Char('"'));
}

std::string render(
    const std::string& json, const std::string& body, const std::string& target = "/a/7?limit=3&q=x%22y")
{
    const auto compiled
        = BodyTemplate::compile(parseJson(quoted(json.c_str()).toStdString(), "t").value(), "/body");
    RequestView view("POST", target, body, [](std::string_view name) -> std::optional<std::string_view> {
        return name == "X-Trace" ? std::optional<std::string_view>("abc") : std::nullopt;
    });
    view.parameters = {{"id", "7"}};
    view.user = "a@b";
    RandomEngine random(1);
    std::string out;
    compiled.value().render({view, random, 42, 0}, out);
    return out;
}

} // namespace

class TestServiceBody : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void values_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* json, const char* expected) {
            QTest::newRow(json) << quoted(json) << quoted(expected);
        };
        row("{'a':1,'b':[true,null,'x']}", "{'a':1,'b':[true,null,'x']}");
        row("'{{path.id}}'", "'7'");
        row("'id-{{path.id}}-{{query.limit}}'", "'id-7-3'");
        row("'{{query.q}}'", "'x\\'y'");
        row("'say {{query.q}}'", "'say x\\'y'");
        row("'{{query.none}}'", "null");
        row("'{{query.none|5}}'", "5");
        row("'{{query.none|five}}'", "'five'");
        row("'{{body:/n}}'", "12");
        row("'{{body:/text}}'", "'grüße'");
        row("'{{body:/list}}'", "[1,2,3]");
        row("'{{count:/list}}'", "3");
        row("'{{count:/n}}'", "null");
        row("'{{body:/list/9}}'", "null");
        row("'{{seq()}}'", "42");
        row("'{{header.X-Trace}}'", "'abc'");
        row("'{{user}} {{cache}}'", "'a@b warm'");
        row("{'$repeat':3,'$item':'{{index}}'}", "[0,1,2]");
        row("{'$repeat':'{{query.limit}}','$item':[]}", "[[],[],[]]");
        row("{'$repeat':'{{body:/list}}','$item':0}", "[0,0,0]");
        row("{'$repeat':2,'$square':true,'$item':1}", "[1,1,1,1]");
        row("{'$repeat':'{{body:/text}}','$item':1}", "[]");
        row("{'$repeat':'{{body:/minus}}','$item':1}", "[]");
        row("'open {{ stays'", "'open {{ stays'");
    }
    void values()
    {
        QFETCH(QString, json);
        QFETCH(QString, expected);
        QCOMPARE(QString::fromStdString(render(
                     json.toStdString(), "{\"n\":12,\"text\":\"grüße\",\"list\":[1, 2,3],\"minus\":-4}")),
            expected);
    }

    void anEnormousCountIsCut()
    {
        const auto text = render("{'$repeat':'{{body:/n}}','$square':true,'$item':0}", "{\"n\":1e9}");
        QCOMPARE(text.size(), std::size_t(2 * 250'000 + 1));
    }

    void hostileBodiesAreNoJson()
    {
        QCOMPARE(render("'{{body:/a}}'", std::string(500'000, '[')), std::string("null"));
        QCOMPARE(render("'{{body:/a}}'", "{\"a\":\"\xff\"}"), std::string("null"));
        QCOMPARE(render("'{{body}}'", ""), std::string("null"));
    }

    void texts()
    {
        QCOMPARE(percentDecode("a%20b%zz%4", false), std::string("a b%zz%4"));
        QCOMPARE(percentDecode("a+b", true), std::string("a b"));
        QCOMPARE(formValue("a=1&b=x%26y&c", "b").value(), std::string("x&y"));
        QCOMPARE(formValue("a=1&b=2&c", "c").value(), std::string());
        QVERIFY(!formValue("ab=1", "a"));
        QCOMPARE(cookieValue("x=1; rota_csrf=\"q\"; y=2", "rota_csrf").value(), std::string_view("q"));
        QVERIFY(!cookieValue("xrota=1", "rota"));
        QCOMPARE(basicCredentials("basic dTpwOnE=")->password, std::string("p:q"));
        QVERIFY(!basicCredentials("Bearer dTpw"));
        QVERIFY(!basicCredentials("Basic ====="));
        // The example of RFC 9110 section 5.6.7.
        QCOMPARE(httpDate(784111777), std::string("Sun, 06 Nov 1994 08:49:37 GMT"));
        QCOMPARE(statusText(404), std::string("404 Not Found"));
    }

    void uuidsAreWellFormedAndDiffer()
    {
        RandomEngine random(3);
        const auto a = randomUuid(random);
        QCOMPARE(a.size(), std::size_t(36));
        QCOMPARE(a[14], '4');
        QVERIFY(a != randomUuid(random));
    }
};

PLUMB_TEST_MAIN(TestServiceBody)
#include "tst_servicebody.moc"
