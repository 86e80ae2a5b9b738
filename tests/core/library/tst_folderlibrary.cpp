// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "base/timestamp.h"
#include "library/folderlibrary.h"
#include "library/reporthead.h"
#include "tests/core/report/madeuprun.h"
#include "tests/support/freshlibraries.h"
#include "tests/support/testmain.h"

#include <fstream>

namespace fs = std::filesystem;
using namespace plumb;
using namespace plumb::library;

namespace {

report::Report makeReport(const std::string& id, const std::string& operation = "mixed_workload")
{
    test::MadeUpRun run;
    run.id = id;
    run.operation = operation;
    run.warmup = 1;
    run.measure = 4;
    run.cooldown = 0;
    run.perSecond = 5;
    return test::madeUpReport(run);
}

/// Makes a file look as if it had been there for a minute.
void age(const fs::path& file)
{
    fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::minutes(1));
}

} // namespace

class TestFolderLibrary : public QObject
{
    Q_OBJECT

private:
    test::FreshLibraries m_libraries;
    fs::path fresh() { return m_libraries.fresh(); }
    static std::unique_ptr<Library> opened(const fs::path& folder)
    {
        return test::FreshLibraries::opened(folder);
    }

private Q_SLOTS:
    void makesALibrary()
    {
        const auto folder = fresh() / "deep";
        const auto library = opened(folder);
        QVERIFY(library);
        QVERIFY(!library->readOnly());
        QVERIFY(fs::exists(folder / "plumbline.json"));
        QVERIFY(fs::is_directory(folder / "scenarios"));
        QCOMPARE(*readFile(folder / ".plumbline/.gitignore"), std::string("*\n"));
        QCOMPARE(library->folder(), folder);
        QVERIFY(library->reports()->empty());
        QVERIFY(opened(folder));
    }

    void refusesWhatIsNoLibrary()
    {
        const auto folder = fresh();
        QVERIFY(!Library::open(folder, false));
        QVERIFY(!fs::exists(folder));
        QVERIFY(writeFileAtomic(folder / "thesis.tex", "x"));
        const auto other = Library::open(folder);
        QVERIFY(!other);
        QVERIFY(!fs::exists(folder / "plumbline.json"));
        QVERIFY(!other.error().remedy.empty());
        const auto file = Library::open(folder / "thesis.tex");
        QVERIFY(!file);
        QVERIFY(file.error().text().find("thesis.tex") != std::string::npos);
        QVERIFY(!Library::open(folder / "thesis.tex" / "below"));
    }

    void refusesABadMarker()
    {
        const auto folder = fresh();
        QVERIFY(writeFileAtomic(folder / "plumbline.json", "{\"schema\":\"plumbline.library/9\"}"));
        auto library = Library::open(folder);
        QVERIFY(!library);
        QVERIFY(library.error().text().find("newer version") != std::string::npos);
        QVERIFY(writeFileAtomic(folder / "plumbline.json", "{\"schema\":"));
        library = Library::open(folder);
        QVERIFY(!library);
        QVERIFY(library.error().where.find("plumbline.json") != std::string::npos);
    }

    void storesOnceById()
    {
        const auto library = opened(fresh());
        const auto report = makeReport("id-1", "../../x");
        const auto first = library->store(report);
        QVERIFY2(first, first ? "" : first.error().text().c_str());
        QCOMPARE(first->parent_path(), library->folder() / "reports/x");
        QCOMPARE(*library->store(report), *first);
        const auto again = report::readReport(*first);
        QVERIFY(again);
        QCOMPARE(again->id, std::string("id-1"));
        // The same second and operation: another name. Also when the index knows nothing of the first.
        const auto second = library->store(makeReport("id-2", "../../x"));
        QVERIFY(second);
        QVERIFY(second->filename().string().ends_with("_2.json"));
        fs::remove(library->indexFile());
        QCOMPARE(*library->store(makeReport("id-2", "../../x")), *second);
        QCOMPARE(library->refresh()->added + static_cast<int>(library->reports()->size()) > 0, true);
        QCOMPARE(library->reports()->size(), std::size_t(2));
    }

    void listsNewestFirst()
    {
        const auto library = opened(fresh());
        for (int i = 0; i < 3; ++i) {
            auto report = makeReport("id-" + std::to_string(i));
            report.started_at = isoTimestamp(1'700'000'000'000 + (i == 1 ? 90'000 : i * 1'000));
            QVERIFY(library->store(report));
        }
        const auto rows = *library->reports();
        QCOMPARE(rows.size(), std::size_t(3));
        QCOMPARE(rows[0].id, std::string("id-1"));
        QCOMPARE(rows[2].id, std::string("id-0"));
        QVERIFY(rows[0].p95_ms);
        QCOMPARE(rows[0].sparkline.size(), std::size_t(5));
        QCOMPARE(library->find("id-2")->value().id, std::string("id-2"));
        QCOMPARE(library->find(rows[1].file.string())->value().id, rows[1].id);
        QCOMPARE(library->find("reports/mixed_workload/" + rows[1].file.filename().string())->value().id,
            rows[1].id);
        QVERIFY(!library->find("nothing")->has_value());
        QVERIFY(!library->find("")->has_value());
    }

    void noticesWhatOthersDo()
    {
        const auto library = opened(fresh());
        const auto stored = *library->store(makeReport("id-1"));
        // Dropped in.
        const auto dropped = library->folder() / "reports/from_ci/run.json";
        QVERIFY(writeFileAtomic(dropped, dumpJson(report::toJson(makeReport("id-2", "from_ci")), 2)));
        auto result = *library->refresh();
        QCOMPARE(result.added, 1);
        QCOMPARE(library->reports()->size(), std::size_t(2));
        QCOMPARE(library->refresh()->added, 0);
        // Replaced.
        QVERIFY(writeFileAtomic(dropped, dumpJson(report::toJson(makeReport("id-3", "from_ci")), 2)));
        result = *library->refresh();
        QCOMPARE(result.updated, 1);
        QVERIFY(library->find("id-3")->has_value());
        QVERIFY(!library->find("id-2")->has_value());
        // Moved and deleted.
        fs::rename(stored, stored.parent_path() / "renamed.json");
        fs::remove(dropped);
        result = *library->refresh();
        QCOMPARE(result.added, 1);
        QCOMPARE(result.removed, 2);
        QCOMPARE(library->reports()->size(), std::size_t(1));
        // A renamed report is still the same report.
        QCOMPARE(*library->store(makeReport("id-1")), stored.parent_path() / "renamed.json");
    }

    void unreadableFilesAreRows()
    {
        const auto library = opened(fresh());
        const auto cut = library->folder() / "reports/a/cut.json";
        const auto newer = library->folder() / "reports/a/newer.json";
        const auto text = dumpJson(report::toJson(makeReport("id-1", "a")));
        QVERIFY(writeFileAtomic(cut, std::string_view(text).substr(0, text.size() / 2)));
        QVERIFY(writeFileAtomic(newer, "{\"schema\":\"plumbline.report/2\"}"));
        // Young and cut: perhaps still being copied.
        auto result = *library->refresh();
        QCOMPARE(result.pending.size(), std::size_t(2));
        QVERIFY(library->reports()->empty());
        age(cut);
        age(newer);
        result = *library->refresh();
        QVERIFY(result.pending.empty());
        QCOMPARE(result.unreadable, 2);
        const auto rows = *library->reports();
        QCOMPARE(rows.size(), std::size_t(2));
        for (const auto& row : rows) {
            QVERIFY(row.unreadable.find(row.file.filename().string()) != std::string::npos);
            QCOMPARE(row.operation, std::string("a"));
        }
        const auto check = *library->check();
        QCOMPARE(check.unreadable, 2);
        QCOMPARE(check.problems.size(), std::size_t(2));
        // Mended.
        QVERIFY(writeFileAtomic(cut, text));
        QCOMPARE(library->refresh()->updated, 1);
        QVERIFY(library->find("id-1")->has_value());
    }

    void duplicateIdsAreBothListed()
    {
        const auto library = opened(fresh());
        const auto stored = *library->store(makeReport("id-1"));
        fs::copy_file(stored, stored.parent_path() / "copy.json");
        QVERIFY(library->refresh());
        const auto rows = *library->reports();
        QCOMPARE(rows.size(), std::size_t(2));
        QCOMPARE(
            std::count_if(rows.begin(), rows.end(), [](const ReportRow& row) { return !row.remark.empty(); }),
            1);
        QCOMPARE(library->check()->problems.size(), std::size_t(1));
    }

    void indexIsOnlyACache()
    {
        const auto folder = fresh();
        auto library = opened(folder);
        QVERIFY(library->store(makeReport("id-1")));
        const auto index = library->indexFile();
        QCOMPARE(index, folder / ".plumbline/index.sqlite");
        // Deleted while in use.
        fs::remove(index);
        QCOMPARE(library->refresh()->added, 1);
        QCOMPARE(library->reports()->size(), std::size_t(1));
        // Overwritten with something else.
        library.reset();
        QVERIFY(writeFileAtomic(
            index, "this is no database, but long enough to look like a file with a header......"));
        library = opened(folder);
        QCOMPARE(library->refresh()->added, 1);
        QCOMPARE(library->rebuild()->added, 1);
        QCOMPARE(library->reports()->size(), std::size_t(1));
        // .plumbline deleted as a whole.
        library.reset();
        fs::remove_all(folder / ".plumbline");
        library = opened(folder);
        QCOMPARE(library->refresh()->added, 1);
    }

    void readOnlyAndNetworkFolders_data()
    {
        QTest::addColumn<bool>("writable");
        QTest::addColumn<bool>("network");
        QTest::newRow("read-only") << false << false;
        QTest::newRow("network") << true << true;
    }

    void readOnlyAndNetworkFolders()
    {
        QFETCH(bool, writable);
        QFETCH(bool, network);
        const auto folder = fresh();
        QVERIFY(opened(folder)->store(makeReport("id-1")));
        const auto cache = fresh();
        const Place place{[writable](const fs::path&) { return writable; },
            [network](const fs::path&) { return network; }, cache};
        fs::remove_all(folder / ".plumbline");
        auto library = FolderLibrary::open(folder, true, place);
        QVERIFY(library);
        QCOMPARE((*library)->readOnly(), !writable);
        QCOMPARE((*library)->indexFile().parent_path(), cache);
        QCOMPARE((*library)->refresh({})->added, 1);
        QCOMPARE((*library)->reports()->size(), std::size_t(1));
        QVERIFY(!fs::exists(folder / ".plumbline/index.sqlite"));
        const auto stored = (*library)->store(makeReport("id-2"));
        QCOMPARE(stored.has_value(), writable);
        QCOMPARE((*library)->confirmHost("stage.example").has_value(), writable);
        if (!writable) {
            QVERIFY(!stored.error().remedy.empty());
            QVERIFY((*library)->recover()->empty());
        }
    }

    void withoutAnyPlaceForTheIndex()
    {
        const auto folder = fresh();
        QVERIFY(opened(folder)->store(makeReport("id-1")));
        QVERIFY(writeFileAtomic(folder / "README", "x"));
        const Place place{[](const fs::path&) { return false; }, [](const fs::path&) { return false; },
            folder / "README" / "cache"};
        auto library = FolderLibrary::open(folder, true, place);
        QVERIFY(library);
        QVERIFY((*library)->indexFile().empty());
        QCOMPARE((*library)->refresh({})->added, 1);
        QCOMPARE((*library)->reports()->size(), std::size_t(1));
    }

    void aFileWhereAFolderShouldBe()
    {
        const auto library = opened(fresh());
        QVERIFY(writeFileAtomic(library->folder() / "reports/blocked", "x"));
        const auto stored = library->store(makeReport("id-1", "blocked"));
        QVERIFY(!stored);
        QVERIFY(stored.error().where.find("blocked") != std::string::npos);
    }

    void hostsAreConfirmedOnce()
    {
        const auto library = opened(fresh());
        const auto marker = library->folder() / "plumbline.json";
        QVERIFY(writeFileAtomic(marker, "{\"schema\":\"plumbline.library/1\",\"team\":\"core\"}"));
        QVERIFY(library->confirmedHosts().empty());
        QVERIFY(library->confirmHost("stage.example"));
        QVERIFY(library->confirmHost("stage.example"));
        QVERIFY(opened(library->folder())->confirmHost("b.example"));
        QCOMPARE(library->confirmedHosts(), (std::vector<std::string>{"stage.example", "b.example"}));
        QVERIFY(readFile(marker)->find("\"team\": \"core\"") != std::string::npos);
    }

    /// Eight threads, each with its own object as a program of its own would have: no row is lost, none
    /// doubled.
    void severalProgramsAtOnce()
    {
        const auto folder = fresh();
        constexpr int programs = 8, each = 6;
        std::mutex mutex;
        std::string failures;
        const auto expect = [&mutex, &failures](const auto& result) {
            const std::scoped_lock lock(mutex);
            failures += result ? std::string() : result.error().text() + "\n";
            return result.has_value();
        };
        std::vector<std::thread> threads;
        for (int p = 0; p < programs; ++p) {
            threads.emplace_back([&expect, folder, p] {
                const auto library = Library::open(folder);
                for (int i = 0; expect(library) && i < each; ++i) {
                    // Every report is stored by two programs.
                    const auto id = "id-" + std::to_string(p / 2) + "-" + std::to_string(i);
                    expect((*library)->store(makeReport(id)));
                    expect((*library)->refresh());
                }
            });
        }
        for (auto& thread : threads) {
            thread.join();
        }
        QVERIFY2(failures.empty(), failures.c_str());
        const auto library = opened(folder);
        const auto before = library->reports()->size();
        const auto result = *library->refresh();
        QCOMPARE(result.added + result.updated + result.removed, 0);
        QCOMPARE(before, std::size_t(programs / 2 * each));
    }

    void progressCanCancel()
    {
        const auto library = opened(fresh());
        for (int i = 0; i < 4; ++i) {
            QVERIFY(library->store(makeReport("id-" + std::to_string(i))));
        }
        int asked = 0;
        const auto result = library->rebuild([&asked](int, int total) {
            ++asked;
            return total == 4 && asked <= 2;
        });
        QVERIFY(result);
        QCOMPARE(result->added, 2);
        QCOMPARE(library->refresh()->added, 2);
    }

    void checkFindsImbalanceAndBadDocuments()
    {
        const auto library = opened(fresh());
        auto report = makeReport("id-1");
        ++report.totals.sent;
        QVERIFY(library->store(report));
        QVERIFY(writeFileAtomic(library->folder() / "scenarios/bad.json", "{"));
        QVERIFY(writeFileAtomic(
            library->folder() / "scenarios/t/thresholds.json", "{\"schema\":\"plumbline.thresholds/1\"}"));
        QVERIFY(writeFileAtomic(library->folder() / "thresholds/old.json", "{\"schema\":\"x/1\"}"));
        const auto check = *library->check();
        QCOMPARE(check.reports, 1);
        const auto has = [&check](std::string_view text) {
            return std::any_of(check.problems.begin(), check.problems.end(),
                [text](const std::string& problem) { return problem.find(text) != std::string::npos; });
        };
        QVERIFY(has("totals: sent"));
        QVERIFY(has("bad.json"));
        QVERIFY(has("old.json"));
        QCOMPARE(library->scenarios().size(), std::size_t(1));
        QCOMPARE(library->thresholds().size(), std::size_t(1));
    }
};

PLUMB_TEST_MAIN(TestFolderLibrary)
#include "tst_folderlibrary.moc"
