// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "base/timestamp.h"
#include "library/library.h"
#include "tests/core/report/madeuprun.h"
#include "tests/support/freshlibraries.h"
#include "tests/support/testmain.h"

namespace fs = std::filesystem;
using namespace plumb;
using namespace plumb::library;

namespace {

report::Report makeReport(const std::string& id)
{
    test::MadeUpRun run;
    run.id = id;
    run.operation = "mixed/workload";
    run.warmup = 0;
    run.measure = 3;
    run.cooldown = 0;
    run.perSecond = 5;
    return test::madeUpReport(run);
}

} // namespace

class TestTrash : public QObject
{
    Q_OBJECT

private:
    test::FreshLibraries m_libraries;

private Q_SLOTS:
    void tellsWhatIsInItAndSinceWhen()
    {
        const auto library = m_libraries.opened(m_libraries.fresh());
        QVERIFY(library->trash()->empty());
        const auto file = *library->store(makeReport("id-1"));
        const auto bytes = fs::file_size(file);
        // An old report that is deleted now has not been in the trash for long.
        fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::hours(1000));
        const auto before = wallClockMs();
        const auto place = library->moveToTrash(file);
        QVERIFY(place);
        const auto trash = library->trash();
        QVERIFY(trash);
        QCOMPARE(trash->size(), 1u);
        const auto& one = trash->front();
        QVERIFY(one.file == *place);
        QCOMPARE(one.row.id, std::string("id-1"));
        QCOMPARE(one.row.operation, std::string("mixed/workload"));
        QCOMPARE(one.bytes, bytes);
        QVERIFY(one.since_wall_ms >= before - 1000 && one.since_wall_ms <= wallClockMs() + 1000);
    }

    void givesBackWhatItHolds()
    {
        const auto library = m_libraries.opened(m_libraries.fresh());
        const auto file = *library->store(makeReport("id-1"));
        const auto text = *readFile(file);
        const auto place = *library->moveToTrash(file);
        QVERIFY(!library->find("id-1")->has_value());
        const auto back = library->takeBack(place);
        QVERIFY2(back, back ? "" : back.error().text().c_str());
        QVERIFY(*back == file);
        QVERIFY(*readFile(*back) == text);
        QVERIFY(library->refresh());
        QVERIFY(library->find("id-1")->has_value());
        QVERIFY(library->trash()->empty());
    }

    void doesNotGiveBackTwice()
    {
        const auto library = m_libraries.opened(m_libraries.fresh());
        const auto place = *library->moveToTrash(*library->store(makeReport("id-1")));
        QVERIFY(library->store(makeReport("id-1")));
        const auto back = library->takeBack(place);
        QVERIFY(!back);
        QVERIFY(back.error().text().find("again already") != std::string::npos);
        QVERIFY(fs::exists(place));
    }

    void aDamagedReportIsToldAndStays()
    {
        const auto library = m_libraries.opened(m_libraries.fresh());
        const auto place = library->folder() / ".plumbline/trash/a.json";
        QVERIFY(writeFileAtomic(place, "{\"schema\":"));
        const auto trash = library->trash();
        QCOMPARE(trash->size(), 1u);
        QVERIFY(!trash->front().row.unreadable.empty());
        QVERIFY(!library->takeBack(place));
        QVERIFY(fs::exists(place));
    }

    void deletesForGoodWhatIsInItAlone()
    {
        const auto library = m_libraries.opened(m_libraries.fresh());
        const auto kept = *library->store(makeReport("id-1"));
        const auto place = *library->moveToTrash(*library->store(makeReport("id-2")));
        const auto bytes = fs::file_size(place);
        QVERIFY(!library->prune({kept}));
        QVERIFY(!library->prune({library->folder() / ".plumbline/trash/../../plumbline.json"}));
        QVERIFY(fs::exists(kept) && fs::exists(library->folder() / "plumbline.json"));
        const auto pruned = library->prune({place});
        QVERIFY(pruned);
        QCOMPARE(pruned->reports, 1);
        QCOMPARE(pruned->bytes, bytes);
        QVERIFY(library->trash()->empty());
        // Somebody else was faster.
        QCOMPARE(library->prune({place})->reports, 0);
    }
};

PLUMB_TEST_MAIN(TestTrash)
#include "tst_trash.moc"
