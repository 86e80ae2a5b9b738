// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report.h"
#include "report/trust.h"
#include "report/verify.h"
#include "tests/support/plumbprocess.h"
#include "tests/support/scenariofiles.h"
#include "tests/support/testfiles.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace plumb;
using namespace plumb::test;

namespace {

constexpr int portsThere = 61;
constexpr int users = 80;

struct Ended
{
    int code = -1;
    QByteArray output, errors;
};

/// In a network of the test's own, whose loopback has few ports.
Ended inSmallNetwork(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(QStringLiteral("unshare"),
        QStringList{QStringLiteral("--map-root-user"), QStringLiteral("--net"), QStringLiteral("sh"),
            QStringLiteral("-c"),
            QStringLiteral(
                "ip link set lo up || exit 99; echo '40000 %1' > /proc/sys/net/ipv4/ip_local_port_range "
                "|| exit 99; exec \"$0\" \"$@\"")
                .arg(40000 + portsThere - 1),
            program}
            + arguments);
    const bool ended = process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit;
    return {ended ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace

/// More users than ports, for real: what cannot connect is the generator's fault, and everyone says so.
class TestShortPorts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theGeneratorIsBlamed_data()
    {
        QTest::addColumn<QString>("transport");
        QTest::newRow("direct") << QStringLiteral("direct");
        QTest::newRow("qnam") << QStringLiteral("qnam");
    }
    void theGeneratorIsBlamed()
    {
        QFETCH(QString, transport);
        const auto allowed = inSmallNetwork(QStringLiteral("true"), {});
        if (allowed.code != 0)
            QSKIP(
                ("no network of its own for a test here: " + allowed.errors.trimmed().toStdString()).c_str());
        const Workspace workspace;
        const auto file = workspace.write("s.json",
            oneStepScenario(
                "builtin:", "/slow", {{"executor", "constant-vus"}, {"vus", users}, {"duration_s", 2}}));
        const auto result = inSmallNetwork(QString::fromStdString(builtProgram("plumb").string()),
            {QStringLiteral("run"), QString::fromStdString(file.string()), QStringLiteral("--library"),
                QString::fromStdString(workspace.library().string()), QStringLiteral("--transport"),
                transport});
        QVERIFY2(result.code == 3, (result.output.toStdString() + result.errors.toStdString()).c_str());
        QVERIFY2(result.output.contains("no port left for another connection")
                && result.output.contains("ip_local_port_range"),
            result.output.constData());
        const auto files = workspace.reports();
        QCOMPARE(files.size(), std::size_t{1});
        const auto report = report::readReport(files.front());
        QVERIFY(report.has_value());
        QVERIFY(report::verify(*report).empty());
        QCOMPARE(report->generator.ports, std::optional(portsThere));
        const auto refused = report->totals.outcomes.at("connect");
        // Qt tells no cause, so the system is asked once more, and a port may have become free meanwhile.
        QVERIFY(report->generator.port_errors > refused * 9 / 10);
        QVERIFY(report->generator.port_errors <= refused);
        QCOMPARE(report->generator.verdict, std::string("invalid"));
        QVERIFY(report->verdict == metric::Verdict::invalid);
        QVERIFY(report->totals.completed > 0); // those that have a port go on
        const auto trust = report::trustOf(report::trustContext(*report));
        QVERIFY(std::any_of(trust.facts.begin(), trust.facts.end(), [](const report::TrustFact& fact) {
            return fact.kind == report::TrustFact::Kind::connections
                && fact.level == report::TrustFact::Level::bad;
        }));
        QVERIFY(std::any_of(report->samples.begin(), report->samples.end(), [](const report::Sample& sample) {
            return sample.error == "this machine has no port left for another connection";
        }));
    }
};

PLUMB_TEST_MAIN(TestShortPorts)
#include "tst_shortports.moc"
