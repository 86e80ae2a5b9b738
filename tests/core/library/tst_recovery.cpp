// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "library/library.h"
#include "report/journal.h"
#include "report/verify.h"
#include "tests/core/report/madeuprun.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>

namespace fs = std::filesystem;
using namespace plumb;
using namespace plumb::library;

class TestRecovery : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    int m_next = 0;

    std::unique_ptr<Library> fresh()
    {
        auto library
            = Library::open(fs::canonical(m_dir.path().toStdString()) / ("lib" + std::to_string(++m_next)));
        return library ? std::move(*library) : nullptr;
    }

    static test::MadeUpRun run(const std::string& id, bool finish = false)
    {
        test::MadeUpRun run;
        run.id = id;
        run.finish = finish;
        return run;
    }

    /// The journal a run leaves when it is killed.
    static void leaveJournal(
        const Library& library, const test::MadeUpRun& run, const std::string& thresholds = {})
    {
        auto writer = report::JournalWriter::create(library.journalFolder(), run.id);
        QVERIFY(writer);
        for (auto& event : test::madeUpEvents(run)) {
            if (auto* start = std::get_if<report::RunStarted>(&event)) {
                start->thresholds_json = thresholds;
                start->thresholds_name = "strict";
            }
            QVERIFY((*writer)->append(event));
        }
    }

private Q_SLOTS:
    void crashedRunBecomesAReportOnce()
    {
        const auto library = fresh();
        leaveJournal(*library, run("run-1"));
        const auto recovered = *library->recover();
        QCOMPARE(recovered.size(), std::size_t(1));
        QVERIFY2(!recovered[0].failed, recovered[0].message.c_str());
        QCOMPARE(recovered[0].run_id, std::string("run-1"));
        const auto report = report::readReport(recovered[0].report);
        QVERIFY(report);
        QVERIFY(report->partial);
        QCOMPARE(report->ended_by, std::string("crash"));
        QVERIFY(report::verify(*report).empty());
        QVERIFY(!report->judgement.rules.empty());
        QVERIFY(report::journals(library->journalFolder()).empty());
        QVERIFY(library->recover()->empty());
        QCOMPARE(library->reports()->size(), std::size_t(1));
    }

    void thresholdsOfTheRunJudge()
    {
        const auto library = fresh();
        leaveJournal(*library, run("run-1"),
            R"({"schema":"plumbline.thresholds/1","rules":[{"metric":"latency_ms.p95","fail":"> 0.001"}]})");
        const auto recovered = *library->recover();
        const auto report = report::readReport(recovered.at(0).report);
        QVERIFY(report);
        QCOMPARE(report->judgement.thresholds_name, std::string("strict"));
        QVERIFY(report->verdict == metric::Verdict::fail);
    }

    void badThresholdsAreNoted()
    {
        const auto library = fresh();
        leaveJournal(*library, run("run-1"), "{\"schema\":");
        const auto recovered = *library->recover();
        const auto report = report::readReport(recovered.at(0).report);
        QVERIFY(report);
        QVERIFY(std::any_of(report->events.begin(), report->events.end(),
            [](const report::RunMark& mark) { return mark.kind == "notice"; }));
    }

    void aliveRunsAreLeftAlone()
    {
        const auto library = fresh();
        const auto writer = report::JournalWriter::create(library->journalFolder(), "alive");
        QVERIFY((*writer)->append(test::madeUpEvents(run("alive"))[0]));
        QVERIFY(library->recover()->empty());
        QCOMPARE(report::journals(library->journalFolder()).size(), std::size_t(1));
    }

    void storedButNotRemoved()
    {
        const auto library = fresh();
        const auto stored = library->store(test::madeUpReport(run("run-1", true)));
        QVERIFY(stored);
        leaveJournal(*library, run("run-1", true));
        const auto recovered = *library->recover();
        QCOMPARE(recovered.size(), std::size_t(1));
        QVERIFY(recovered[0].report.empty());
        QCOMPARE(library->reports()->size(), std::size_t(1));
        QVERIFY(report::journals(library->journalFolder()).empty());
    }

    void emptyAndDamagedJournals()
    {
        const auto library = fresh();
        QVERIFY(writeFileAtomic(library->journalFolder() / "empty.ndjson", ""));
        QVERIFY(writeFileAtomic(library->journalFolder() / "begun.ndjson", "{\"event\":\"star"));
        QVERIFY(
            writeFileAtomic(library->journalFolder() / "damaged.ndjson", "garbage\n{\"event\":\"mark\"}\n"));
        const auto recovered = *library->recover();
        QCOMPARE(recovered.size(), std::size_t(3));
        QCOMPARE(
            std::count_if(recovered.begin(), recovered.end(), [](const Recovered& r) { return r.failed; }),
            1);
        QVERIFY(report::journals(library->journalFolder()).empty());
        QVERIFY(fs::exists(library->journalFolder() / "damaged.ndjson.unreadable"));
        QVERIFY(library->reports()->empty());
    }

    void failureKeepsTheJournal()
    {
        const auto library = fresh();
        leaveJournal(*library, run("run-1"));
        fs::remove_all(library->folder() / "reports");
        QVERIFY(writeFileAtomic(library->folder() / "reports", "a file where a folder should be"));
        auto recovered = *library->recover();
        QCOMPARE(recovered.size(), std::size_t(1));
        QVERIFY(recovered[0].failed);
        QCOMPARE(report::journals(library->journalFolder()).size(), std::size_t(1));
        fs::remove(library->folder() / "reports");
        recovered = *library->recover();
        QVERIFY(!recovered.at(0).failed);
    }

    /// Two programs recover at once: each journal gives one report.
    void twoAtOnce()
    {
        const auto library = fresh();
        constexpr int runs = 4;
        for (int i = 0; i < runs; ++i) {
            leaveJournal(*library, run("run-" + std::to_string(i)));
        }
        std::atomic<int> reports = 0, failures = 0;
        std::vector<std::thread> threads;
        for (int program = 0; program < 4; ++program) {
            threads.emplace_back([&, folder = library->folder()] {
                const auto own = Library::open(folder);
                const auto recovered = own ? (*own)->recover() : Result<std::vector<Recovered>>(own.error());
                failures += recovered ? 0 : 1;
                for (const auto& entry : recovered ? *recovered : std::vector<Recovered>()) {
                    reports += entry.report.empty() ? 0 : 1;
                    failures += entry.failed ? 1 : 0;
                }
            });
        }
        for (auto& thread : threads) {
            thread.join();
        }
        QCOMPARE(failures.load(), 0);
        QCOMPARE(reports.load(), runs);
        QVERIFY(library->refresh());
        QCOMPARE(library->reports()->size(), std::size_t(runs));
        QVERIFY(report::journals(library->journalFolder()).empty());
    }
};

PLUMB_TEST_MAIN(TestRecovery)
#include "tst_recovery.moc"
