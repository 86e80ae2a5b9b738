// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/scriptedrun.h"
#include "tests/support/testmain.h"
#include "ui/models/errormodel.h"
#include "ui/models/eventmodel.h"
#include "ui/models/keyvaluemodel.h"
#include "ui/models/limittext.h"
#include "ui/models/liveaccumulator.h"
#include "ui/models/livestepmodel.h"
#include "ui/models/machinestatus.h"
#include "ui/models/phasemodel.h"
#include "ui/models/rulesmodel.h"
#include "ui/models/samplemodel.h"
#include "ui/models/steptablemodel.h"
#include "ui/models/trustmodel.h"
#include "ui/models/trusttext.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace plumb;
using namespace plumb::models;

class TestTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsOfAReport()
    {
        StepTableModel model;
        QAbstractItemModelTester tester(&model);
        model.setReport(test::scriptedReport());
        QCOMPARE(test::printedHeader(model),
            QStringLiteral(
                "Step | Request | Count | Failed | Errors | Requests/s | mean (ms) | p50 (ms) | p95 (ms) | "
                "p99 (ms) | max (ms) | Rows/s | User CPU (s) | System CPU (s) | Peak memory (MB)"));
        // Nothing measured is a dash, not 0; p99 of 200 values is under 10 / (1 - p) and marked.
        QCOMPARE(test::printed(model),
            QStringList({QStringLiteral(
                             "validate | POST /validate | 200 | 2 | 1.00 % | 50.0 | 10.05 | 10.01 | 19.01 | "
                             "~19.81 | 20.02 | – | – | – | –"),
                QStringLiteral(
                    "publish | POST /publish | 0 | 0 | – | – | – | – | – | – | – | – | – | – | –")}));
        QVERIFY(model.shows(StepTableModel::Max));
        for (const int column : {StepTableModel::RowsPerS, StepTableModel::UserCpu, StepTableModel::SystemCpu,
                 StepTableModel::PeakMemory})
            QVERIFY(!model.shows(column)); // nothing but requests
        QCOMPARE(model.index(0, StepTableModel::P99).data(UntrustedRole).toBool(), true);
        QCOMPARE(model.index(0, StepTableModel::P95).data(UntrustedRole).toBool(), false);
        QVERIFY(!model.index(1, StepTableModel::P95).data(SortRole).isValid());
        QCOMPARE(model.index(0, StepTableModel::P50).data(Qt::TextAlignmentRole).toInt(),
            int(Qt::AlignRight | Qt::AlignVCenter));
    }

    /// What only queries and commands have stands in columns that are there where a step has them.
    void figuresOfQueriesAndCommands()
    {
        auto report = test::scriptedReport();
        report.steps[0].kind = "sql";
        report.steps[0].method.clear();
        report.steps[0].path = "SELECT *\n  FROM orders";
        report.steps[0].rows = 4000;
        report.steps[0].rows_per_s = 1000.0;
        StepTableModel model;
        QAbstractItemModelTester tester(&model);
        model.setReport(report);
        QVERIFY(model.shows(StepTableModel::RowsPerS));
        QVERIFY(!model.shows(StepTableModel::UserCpu));
        QCOMPARE(model.index(0, StepTableModel::Request).data().toString(),
            QStringLiteral("SELECT * FROM orders"));
        QCOMPARE(model.index(0, StepTableModel::RowsPerS).data(SortRole).toDouble(), 1000.0);
        QCOMPARE(model.index(1, StepTableModel::RowsPerS).data().toString(), QStringLiteral("–"));
        report.steps[1].kind = "command";
        report.steps[1].command = {20, {1.25, 2.0}, {0.25, 0.5}, {100.0, 120.5}};
        model.setReport(report);
        QCOMPARE(model.index(1, StepTableModel::UserCpu).data().toString(), QStringLiteral("1.250"));
        QCOMPARE(model.index(1, StepTableModel::SystemCpu).data().toString(), QStringLiteral("0.250"));
        QCOMPARE(model.index(1, StepTableModel::PeakMemory).data().toString(), QStringLiteral("120.5"));
        for (const int column : {StepTableModel::RowsPerS, StepTableModel::UserCpu, StepTableModel::SystemCpu,
                 StepTableModel::PeakMemory})
            QVERIFY(model.shows(column)
                && !model.headerData(column, Qt::Horizontal, Qt::WhatsThisRole).toString().isEmpty());
        const RangeFigures part;
        model.setRange(&part); // windows do not tell
        QVERIFY(!model.index(1, StepTableModel::PeakMemory).data(SortRole).isValid());
        QVERIFY(model.shows(StepTableModel::PeakMemory));
    }

    void stepsOpenIntoTheirParts()
    {
        auto report = test::scriptedReport();
        stats::HdrHistogram wait;
        wait.record(4'000, 200);
        report.steps[0].summaries[static_cast<std::size_t>(report::Series::wait)] = report::Summary::of(wait);
        StepTableModel model;
        QAbstractItemModelTester tester(&model);
        model.setReport(report);
        QCOMPARE(model.rowCount(), 2);
        model.toggle(model.index(1, 0)); // has no parts
        QCOMPARE(model.rowCount(), 2);
        model.toggle(model.index(0, 0));
        QCOMPARE(model.rowCount(), 3);
        QVERIFY(model.rowAt(model.index(1, 0))->part == report::Series::wait);
        QCOMPARE(model.index(1, StepTableModel::Count).data().toString(), QStringLiteral("200"));
        QCOMPARE(model.index(1, StepTableModel::P50).data().toString(), QStringLiteral("4.00"));
        QVERIFY(!model.index(1, StepTableModel::Failed).data().isValid());
        QCOMPARE(model.rowAt(model.index(2, 0))->step, 1);
        model.toggle(model.index(1, 0)); // a part itself does not open
        QCOMPARE(model.rowCount(), 3);
        model.toggle(model.index(0, 0));
        QCOMPARE(model.rowCount(), 2);
    }

    void lookupsOfNamesAreSaidInWords()
    {
        auto report = test::scriptedReport();
        stats::HdrHistogram connect;
        connect.record(400, 8);
        report.steps[0].summaries[static_cast<std::size_t>(report::Series::connect)]
            = report::Summary::of(connect);
        const auto said = [](const report::Report& shown) {
            StepTableModel model;
            model.setReport(shown);
            model.toggle(model.index(0, 0));
            return model.index(1, StepTableModel::Request).data().toString();
        };
        report.generator.settings.erase("probe_resolve");
        QCOMPARE(said(report), QStringLiteral("dns: not measured apart from connecting"));
        report.generator.settings["probe_resolve"] = "0.3 ms";
        QCOMPARE(said(report), QStringLiteral("dns: looked up once for the run, 0.3 ms"));
        report.steps[0].kind = "sql";
        QCOMPARE(said(report), QString());
    }

    void stepsOfAPartOfTheRun()
    {
        StepTableModel model;
        QAbstractItemModelTester tester(&model);
        model.setReport(test::scriptedReport());
        RangeFigures part;
        part.range = {2.0, 4.0};
        stats::HdrHistogram histogram;
        histogram.record(7'000, 50);
        part.steps = {report::Summary::of(histogram), {}};
        model.setRange(&part);
        // What windows do not tell is a dash.
        QVERIFY(test::printed(model)[0].startsWith(
            QStringLiteral("validate | POST /validate | 50 | – | – | 25.0 | 7.00 | 7.00 | ~7.00")));
        QCOMPARE(model.index(1, StepTableModel::Count).data().toString(), QStringLiteral("0"));
        model.setRange(nullptr);
        QCOMPARE(model.index(0, StepTableModel::Count).data().toString(), QStringLiteral("200"));
    }

    void rules()
    {
        RulesModel model;
        QAbstractItemModelTester tester(&model);
        model.setRows(test::scriptedReport().judgement.rules);
        QCOMPARE(test::printed(model),
            QStringList({QStringLiteral("warn | p95 | run | 19.0 ms | ≤ 20 ms | within 10 % of the limit"),
                QStringLiteral(
                    "skipped | latency_ms.p95 | step:artifact | – | ≤ 20 ms | job_id is not set")}));
        QCOMPARE(model.index(0, RulesModel::Verdict).data(VerdictRole).toInt(), int(metric::Verdict::warn));
    }

    void errorsByOutcomeStatusReasonAndCheck()
    {
        ErrorModel model;
        QAbstractItemModelTester tester(&model);
        model.setSteps(test::scriptedReport().steps);
        QCOMPARE(test::printed(model),
            QStringList({QStringLiteral("validate | reason code | cache_miss | 5 | 2.50 %"),
                QStringLiteral("validate | outcome | HTTP 5xx | 2 | 1.00 %"),
                QStringLiteral("validate | HTTP status | 503 | 2 | 1.00 %"),
                QStringLiteral("validate | failed check | status | 2 | 1.00 %")}));
    }

    void errorsOfAPartOfTheRun()
    {
        ErrorModel model;
        QAbstractItemModelTester tester(&model);
        RangeFigures figures;
        figures.finished = 100;
        figures.failed = 5;
        model.setRange(figures); // a report that keeps no kinds over time
        QCOMPARE(
            test::printed(model), QStringList({QStringLiteral("all steps | outcome | failed | 5 | 5.00 %")}));
        figures.outcomes = {{"timeout", 4}, {"http_5xx", 1}};
        figures.reasons = {{"no_route", 2}, {"other", 3}};
        model.setRange(figures);
        QCOMPARE(test::printed(model),
            QStringList({QStringLiteral("all steps | outcome | timeout | 4 | 4.00 %"),
                QStringLiteral("all steps | reason code | other reasons | 3 | 3.00 %"),
                QStringLiteral("all steps | reason code | no_route | 2 | 2.00 %"),
                QStringLiteral("all steps | outcome | HTTP 5xx | 1 | 1.00 %")}));
    }

    void countsAreWhole()
    {
        QCOMPARE(metricValueText(0.0, {}), QStringLiteral("0"));
        QCOMPARE(metricValueText(1234.0, {}), QStringLiteral("1,234"));
        QCOMPARE(metricValueText(0.5, {}), QStringLiteral("0.50"));
        QCOMPARE(metricValueText(74.31, "1/s"), QStringLiteral("74.3 /s"));
    }

    void limitsAreWhatTheFigureKeeps_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("kept");
        QTest::addColumn<QString>("condition");
        QTest::newRow("most") << "> 20"
                              << "ms" << QStringLiteral("≤ 20 ms") << "> 20 ms";
        QTest::newRow("below") << ">=250"
                               << "ms" << QStringLiteral("< 250 ms") << ">= 250 ms";
        QTest::newRow("least") << "< 100"
                               << "1/s" << QStringLiteral("≥ 100 /s") << "< 100 /s";
        QTest::newRow("above") << "<= 0.99"
                               << "fraction" << QStringLiteral("> 99 %") << "<= 99 %";
        QTest::newRow("relative") << "> +10%"
                                  << "ms" << QStringLiteral("≤ +10%") << "> +10%";
        QTest::newRow("bare") << "+10%"
                              << "ms"
                              << "+10%"
                              << "+10%";
        QTest::newRow("empty") << ""
                               << "ms"
                               << ""
                               << "";
    }
    void limitsAreWhatTheFigureKeeps()
    {
        QFETCH(QString, written);
        QFETCH(QString, unit);
        QTEST(limitText(written.toStdString(), unit.toStdString()), "kept");
        QTEST(conditionText(written.toStdString(), unit.toStdString()), "condition");
    }

    void samples()
    {
        SampleModel model;
        QAbstractItemModelTester tester(&model);
        auto unanswered = test::failingSample(65.0, 0);
        unanswered.outcome = report::Outcome::timeout;
        unanswered.error.clear();
        unanswered.reason = "late";
        model.setRows({test::failingSample(3.5, 503), unanswered});
        QCOMPARE(test::printed(model),
            QStringList(
                {QStringLiteral(
                     "00:03 | validate | failed | HTTP 5xx | 503 | 12.3 | 12.0 | status 503, expected 200"),
                    QStringLiteral("01:05 | validate | failed | timeout | – | 12.3 | 12.0 | late")}));
    }

    void booksAndSkippedSteps()
    {
        const auto report = test::scriptedReport();
        PhaseModel phases;
        QAbstractItemModelTester phasesTester(&phases);
        phases.setRows(report.phases);
        QCOMPARE(test::printed(phases),
            QStringList({QStringLiteral("warm-up | 0.0 | 2.0 | 100 | 100 | 100 | 0 | 0 | 0"),
                QStringLiteral("measure | 2.0 | 4.0 | 200 | 200 | 198 | 2 | 0 | 0")}));
        SkippedModel skipped;
        QAbstractItemModelTester skippedTester(&skipped);
        skipped.setRows(report.skipped);
        QCOMPARE(test::printed(skipped),
            QStringList(QStringLiteral("artifact | Writer | job_id is not set | 40")));
    }

    void factsLeaveAbsentValuesAsDashes()
    {
        KeyValueModel model;
        QAbstractItemModelTester tester(&model);
        auto report = test::scriptedReport();
        QVERIFY(KeyValueModel::generator(report).empty());
        report.generator.settings = {{"workers", "2"}, {"new_key", "x"}};
        report.generator.threads = {{"worker 1", 12.0, 3.5}};
        model.setRows(KeyValueModel::generator(report));
        QCOMPARE(test::printed(model),
            QStringList({QStringLiteral("Thread worker 1 | 12.0 % CPU, waited 3.5 %"),
                QStringLiteral("New key | x"), QStringLiteral("Workers (threads that send) | 2")}));
        model.setRows(KeyValueModel::fingerprint(test::scriptedReport()));
        QVERIFY(test::printed(model).contains(QStringLiteral("Cores | –")));
    }

    void trustSaysWhatWasLookedAt()
    {
        TrustModel model;
        QAbstractItemModelTester tester(&model);
        auto report = test::scriptedReport();
        const auto row = [&model](const char* title) {
            const auto rows = test::printed(model);
            const auto found = rows.filter(QRegularExpression(QLatin1Char('^') + QLatin1String(title)));
            return found.isEmpty() ? QString() : found.front();
        };
        model.setRows(TrustModel::rowsOf(report::trustContext(report)));
        QCOMPARE(row("Generator late"),
            QStringLiteral("Generator late | fine | p50 –, p99 80 µs, max – | Sends that had a free user "
                           "left on time."));
        QVERIFY2(row("Calibration floor")
                     .startsWith(QLatin1String("Calibration floor | unknown | not calibrated")),
            qPrintable(row("Calibration floor")));
        QVERIFY(model.index(0, TrustModel::State).data(VerdictRole).isValid());
        QVERIFY(!model.index(0, TrustModel::State).data(BadgeTextRole).toString().isEmpty());
        // A generator at its limit, as a reader in another language sees it: by code.
        report.generator.verdict = "invalid";
        report.generator.reasons = {{"dropped", "English."}};
        report.generator.busiest_pct = 98.0;
        report.generator.wait_pct = 1.0;
        const auto context = report::trustContext(report);
        model.updateRows(TrustModel::rowsOf(context));
        QVERIFY2(row("CPU").contains(QLatin1String("limit | 98 % of a core")), qPrintable(row("CPU")));
        QCOMPARE(trustSentenceText(context),
            QStringLiteral(
                "The generator was the limit, not the target. Arrivals were dropped while it was at its "
                "limit. Its busiest thread used 98 % of a core and waited for one 1 % of the time."));
        report.generator.reasons = {{"newer", "A newer version knows why."}};
        QVERIFY(trustSentenceText(report::trustContext(report))
                    .endsWith(QLatin1String("A newer version knows why.")));
        QCOMPARE(trustAdviceText({"use-direct", "lower-rate"}),
            QStringLiteral("What to do: use the direct transport, or lower the rate."));
        QCOMPARE(trustWord("invalid"), QStringLiteral("not trusted"));
    }

    void theMachineInWords()
    {
        MachineStatus status;
        QVERIFY(quietText(status).startsWith(QLatin1String("Looking")));
        QVERIFY(calibrationText(status).isEmpty());
        status.looked = true;
        status.state.idle_pct = 97.0;
        QCOMPARE(quietText(status), QStringLiteral("This machine is quiet: 97 % idle."));
        QVERIFY(calibrationText(status).startsWith(QLatin1String("Not calibrated")));
        QVERIFY(holderText(status).isEmpty() && capacityText(100.0, {}).isEmpty());
        status.state.idle_pct = 40.0;
        status.disturbances = disturbances(status.state);
        QVERIFY(quietText(status).contains(QLatin1String("other programs use 60 % of its cores")));
        status.holder = MachineHolder{4711, "run", "checkout", {}, 0};
        QCOMPARE(holderText(status),
            QStringLiteral("A run of checkout (process 4711) is under way on this machine."));
        status.calibrations = {{{"h", "c", "v", "qnam"}, {0.1, 0.3, 12'000.0, "2026-11-21T10:00:00+00:00"}}};
        QVERIFY2(calibrationText(status).startsWith(QLatin1String("qnam: 12,000 requests/s at most")),
            qPrintable(calibrationText(status)));
        const auto capacity
            = [&status](std::optional<double> peak) { return capacityText(peak, status.calibrations); };
        QVERIFY(
            capacity(std::nullopt).endsWith(QLatin1String("12,000 with qnam requests a second at most.")));
        QCOMPARE(capacity(5000.0), capacity(std::nullopt));
        QVERIFY(capacity(7000.0).endsWith(QLatin1String("more than half of it.")));
        QVERIFY(capacity(13'000.0).endsWith(QLatin1String("more than that.")));
    }

    void liveStepsKeepSelectionsAndGrow()
    {
        LiveAccumulator run;
        for (const auto& event : test::scriptedRun("/r.json"))
            run.apply(event);
        LiveStepModel model;
        QAbstractItemModelTester tester(&model);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        model.setSteps(run.snapshot().steps);
        const QPersistentModelIndex second = model.index(1, 0);
        model.setSteps(run.snapshot().steps);
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(resets.count(), 0);
        QCOMPARE(second.row(), 1);
        QCOMPARE(test::printed(model),
            QStringList({QStringLiteral("validate | 200 | 2 | 48.8 | 10.01 | 20.02 | ~20.02 | 20.02 |  | "),
                QStringLiteral("publish | 0 | 0 | 0.00 | – | – | – | – |  | ")}));
        report::JudgedRule rule;
        rule.metric = "latency_ms.p95";
        rule.of = "step:validate";
        rule.fail = "> 100";
        rule.unit = "ms";
        model.setSteps(run.snapshot().steps, {rule});
        QCOMPARE(model.index(0, LiveStepModel::Limit).data().toString(), QStringLiteral("p95 ≤ 100 ms"));
        QVERIFY(model.index(1, LiveStepModel::Limit).data().toString().isEmpty());
        model.setSteps({});
        QCOMPARE(model.rowCount(), 0);
    }

    void eventsOfARun()
    {
        EventModel model;
        QAbstractItemModelTester tester(&model);
        model.setMarks(test::scriptedReport().events);
        QCOMPARE(test::printed(model), QStringList(QStringLiteral("00:04 | mark | deployed")));
    }

    void indexesOutOfBoundsAnswerNothing()
    {
        SampleModel model;
        model.setRows({test::failingSample(3.5, 503)});
        QVERIFY(!model.headerData(99, Qt::Horizontal).isValid());
        QVERIFY(!model.headerData(-1, Qt::Horizontal).isValid());
        QVERIFY(!model.data(QModelIndex()).isValid());
        QCOMPARE(model.rowAt(model.index(1, 0)), nullptr);
        SampleModel other;
        QVERIFY(!other.data(model.index(0, 0)).isValid());
    }
};

PLUMB_TEST_MAIN(TestTables)
#include "tst_tables.moc"
