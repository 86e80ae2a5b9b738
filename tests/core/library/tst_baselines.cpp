// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "base/json.h"
#include "library/library.h"
#include "tests/core/judge/judgefixture.h"
#include "tests/support/freshlibraries.h"
#include "tests/support/testmain.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <thread>

namespace fs = std::filesystem;
using namespace plumb;
using namespace plumb::library;
using Kind = BaselineLine::Kind;
using Words = std::vector<std::string>;

namespace {

std::string at(int second)
{
    return "2026-11-21T10:00:" + std::to_string(10 + second) + ".000+00:00";
}

BaselineLine pin(int second, const char* operation, const char* environment, Words reports)
{
    return {Kind::pin, operation, environment, std::move(reports), "ada-here", at(second), "because"};
}

BaselineLine unpin(int second, const char* operation, const char* environment)
{
    return {Kind::unpin, operation, environment, {}, "bob-there", at(second), ""};
}

} // namespace

class TestBaselines : public QObject
{
    Q_OBJECT

private:
    test::FreshLibraries m_libraries;

private Q_SLOTS:
    void nothingIsPinnedAtFirst()
    {
        const auto folder = m_libraries.fresh();
        const auto all = readBaselines(folder);
        QVERIFY(all.pinned.empty() && all.history.empty() && all.damaged.empty());
        QVERIFY(all.find("checkout", "stage") == nullptr);
    }

    void theLatestLineCounts()
    {
        const auto folder = m_libraries.fresh();
        QVERIFY(appendBaseline(folder, pin(1, "checkout", "stage", {"a"})));
        QVERIFY(appendBaseline(folder, pin(2, "checkout", "local", {"b"})));
        QVERIFY(appendBaseline(folder, pin(3, "checkout", "stage", {"c", "d", "e"})));
        auto all = readBaselines(folder);
        QCOMPARE(all.pinned.size(), 2u);
        QCOMPARE(all.history.size(), 3u);
        const auto* stage = all.find("checkout", "stage");
        QVERIFY(stage != nullptr);
        QCOMPARE(stage->reports, (Words{"c", "d", "e"}));
        QCOMPARE(stage->writer, std::string("ada-here"));
        QCOMPARE(stage->at, at(3));
        QCOMPARE(stage->why, std::string("because"));
        QVERIFY(all.holds("d") && all.holds("b") && !all.holds("a"));
        // Lines that git put in another order read the same.
        QVERIFY(appendBaseline(folder, unpin(5, "checkout", "stage")));
        QVERIFY(appendBaseline(folder, pin(4, "checkout", "stage", {"f"})));
        all = readBaselines(folder);
        QVERIFY(all.find("checkout", "stage") == nullptr);
        QVERIFY(all.find("checkout", "local") != nullptr);
        QVERIFY(all.history.back().kind == Kind::unpin);
    }

    void damagedLinesArePassedOver()
    {
        const auto folder = m_libraries.fresh();
        QVERIFY(appendBaseline(folder, pin(1, "checkout", "stage", {"a"})));
        {
            std::ofstream out(baselinesFile(folder), std::ios::app | std::ios::binary);
            const auto line = [](const std::string& kind, const std::string& time) {
                Json json = Json::object();
                json["schema"] = "plumbline.baseline/1";
                json["operation"] = "x";
                json["kind"] = kind;
                json["at"] = time;
                return dumpJson(json) + "\n";
            };
            out << R"({"schema":"plumbline.baseline/9","kind":"pin"})"
                << "\n[]\n\xff\xfe\n";
            out << line("pin", "2026-11-21T10:00:11Z"); // of no report
            out << line("hold", "2026-11-21T10:00:11Z") << line("unpin", "noon");
            const auto whole = line("unpin", "2026-11-21T10:00:11Z");
            out << whole.substr(0, whole.size() / 2); // cut by a crash
        }
        QVERIFY(appendBaseline(folder, pin(2, "checkout", "local", {"b"})));
        const auto all = readBaselines(folder);
        QCOMPARE(all.pinned.size(), 2u);
        QCOMPARE(all.damaged.size(), 7u);
        QVERIFY2(all.damaged.front().find("baselines.jsonl, line 2") != std::string::npos,
            all.damaged.front().c_str());
    }

    void whatIsNoBaselineIsRefused()
    {
        const auto folder = m_libraries.fresh();
        QVERIFY(!appendBaseline(folder, pin(1, "", "stage", {"a"})));
        QVERIFY(!appendBaseline(folder, pin(1, "checkout", "stage", {})));
        QVERIFY(!appendBaseline(folder, pin(1, "checkout", "stage", {"a", "a"})));
        QVERIFY(!appendBaseline(folder, pin(1, "checkout", "stage", {""})));
        auto line = pin(1, "checkout", "stage", {"a"});
        line.at = "yesterday";
        QVERIFY(!appendBaseline(folder, line));
        line = pin(1, "checkout", "stage", {"a"});
        line.why.assign(100'000, 'x');
        QVERIFY(!appendBaseline(folder, line));
        QVERIFY(!fs::exists(baselinesFile(folder)));
    }

    void manyMayPinAtOnce()
    {
        const auto folder = m_libraries.fresh();
        std::vector<std::thread> all;
        std::atomic_int failed = 0;
        for (int t = 0; t < 4; ++t) {
            all.emplace_back([&, t] {
                for (int i = 0; i < 25; ++i) {
                    const auto name = std::to_string(t) + "-" + std::to_string(i);
                    failed += appendBaseline(folder, pin(1, name.c_str(), "", {name})) ? 0 : 1;
                }
            });
        }
        for (auto& thread : all)
            thread.join();
        QCOMPARE(failed.load(), 0);
        const auto read = readBaselines(folder);
        QCOMPARE(read.pinned.size(), 100u);
        QVERIFY(read.damaged.empty());
    }

    void checkTellsOfBaselinesThatAreGone()
    {
        const auto library = m_libraries.opened(m_libraries.fresh());
        auto report = test::smallReport();
        report.id = "id-1";
        const auto file = *library->store(report);
        QVERIFY(library->writeBaseline(pin(1, "mixed_workload", "local", {"id-1"})));
        QVERIFY(library->baselines().find("mixed_workload", "local") != nullptr);
        const auto told = [&library] {
            const auto result = library->check();
            return std::any_of(result->problems.begin(), result->problems.end(), [](const std::string& text) {
                return text.find("the baseline of mixed_workload (local) is report id-1")
                    != std::string::npos;
            });
        };
        QVERIFY(!told());
        QVERIFY(library->moveToTrash(file));
        QVERIFY(told());
    }
};

PLUMB_TEST_MAIN(TestBaselines)
#include "tst_baselines.moc"
