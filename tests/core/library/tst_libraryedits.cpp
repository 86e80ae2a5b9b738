// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "base/timestamp.h"
#include "library/folderlibrary.h"
#include "library/previousrun.h"
#include "tests/core/report/madeuprun.h"
#include "tests/support/freshlibraries.h"
#include "tests/support/testmain.h"

namespace fs = std::filesystem;
using namespace plumb;
using namespace plumb::library;

namespace {

report::Report makeReport(const std::string& id, const std::string& operation = "mixed_workload")
{
    test::MadeUpRun run;
    run.id = id;
    run.operation = operation;
    run.warmup = 0;
    run.measure = 3;
    run.cooldown = 0;
    run.perSecond = 5;
    return test::madeUpReport(run);
}

AnnotationLine about(const std::string& report, AnnotationLine::Kind kind)
{
    AnnotationLine line;
    line.kind = kind;
    line.note.report = report;
    line.note.writer = "ada";
    line.note.at = isoTimestamp(wallClockMs());
    line.note.id = "n1";
    return line;
}

ReportRow runOf(const char* operation, int minute, std::optional<double> p95)
{
    ReportRow row;
    row.id = row.operation = operation;
    row.id += std::to_string(minute);
    row.file = row.id;
    row.environment = "local";
    row.started_wall_ms = minute * 60'000LL;
    row.verdict = metric::Verdict::pass;
    row.p95_ms = p95;
    return row;
}

} // namespace

class TestLibraryEdits : public QObject
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
    void listsShowTagsAndNotes()
    {
        const auto library = opened(fresh());
        auto report = makeReport("id-1");
        report.tags = {"nightly", "old"};
        const auto file = library->store(report);
        QVERIFY(file && library->store(makeReport("id-2")));
        const auto before = readFile(*file);
        auto tag = about("id-1", AnnotationLine::Kind::tag);
        tag.tag = "release";
        auto untag = about("id-1", AnnotationLine::Kind::untag);
        untag.tag = "old";
        auto note = about("id-1", AnnotationLine::Kind::note);
        note.note.text = "after the deploy";
        note.note.state = AnnotationState::noise;
        for (const auto& line : {tag, untag, note})
            QVERIFY(library->annotate(line));
        QVERIFY(library->refresh());
        const auto row = *library->find("id-1");
        QVERIFY(row);
        QCOMPARE(row->tags, (std::vector<std::string>{"nightly", "release"}));
        QCOMPARE(row->notes, 1);
        QCOMPARE(row->last_note, std::string("after the deploy"));
        QVERIFY(row->note_state == AnnotationState::noise);
        QCOMPARE((*library->find("id-2"))->notes, 0);
        QCOMPARE(library->annotations("id-1").notes.size(), 1u);
        // The report itself is never rewritten.
        QVERIFY(*readFile(*file) == *before);
        // Another program's line is seen too, and so is a file that somebody removed.
        auto withdrawn = about("id-1", AnnotationLine::Kind::withdraw);
        withdrawn.note.writer = "grace";
        withdrawn.note.at = isoTimestamp(wallClockMs() + 5000);
        QVERIFY(appendAnnotation(library->folder(), withdrawn));
        QVERIFY(library->refresh());
        QCOMPARE((*library->find("id-1"))->notes, 0);
        fs::remove_all(library->folder() / "annotations");
        QVERIFY(library->refresh());
        QCOMPARE((*library->find("id-1"))->tags, report.tags);
        // The index is a cache of this as well.
        QVERIFY(library->annotate(note));
        QVERIFY(library->rebuild());
        QCOMPARE((*library->find("id-1"))->notes, 1);
    }

    void damagedNotesAreTold()
    {
        const auto library = opened(fresh());
        QVERIFY(library->store(makeReport("id-1")));
        QVERIFY(writeFileAtomic(library->folder() / "annotations/id-1.ada.jsonl", "nonsense\n"));
        QVERIFY(library->refresh());
        QCOMPARE((*library->find("id-1"))->damaged_notes, 1);
        const auto checked = library->check();
        QVERIFY(checked);
        QCOMPARE(checked->problems.size(), 1u);
        QVERIFY(checked->problems.front().find("id-1.ada.jsonl, line 1") != std::string::npos);
    }

    void theTrashGivesBack()
    {
        const auto library = opened(fresh());
        const auto file = library->store(makeReport("id-1"));
        QVERIFY(file);
        const auto text = readFile(*file);
        const auto trashed = library->moveToTrash(*file);
        QVERIFY2(trashed, trashed ? "" : trashed.error().text().c_str());
        QVERIFY(!fs::exists(*file));
        QVERIFY(trashed->string().find(".plumbline/trash/") != std::string::npos);
        QVERIFY(library->reports()->empty());
        QVERIFY(library->refresh());
        QVERIFY(library->reports()->empty());
        QVERIFY(library->restore(*trashed, *file));
        QVERIFY(*readFile(*file) == *text);
        QVERIFY(library->refresh());
        QCOMPARE(library->reports()->size(), 1u);
        // The same name twice in the trash; and a name that is taken on the way back.
        const auto once = library->moveToTrash(*file);
        QVERIFY(once && library->store(makeReport("id-9")));
        const auto second = library->reports()->front().file;
        QCOMPARE(second, *file);
        const auto twice = library->moveToTrash(second);
        QVERIFY(twice && *twice != *once);
        QVERIFY(library->restore(*twice, second));
        QVERIFY(!library->restore(*once, second));
        QVERIFY(fs::exists(*once));
        QVERIFY(!library->moveToTrash(library->folder() / "plumbline.json"));
        QVERIFY(!library->moveToTrash(library->folder() / "reports/../plumbline.json"));
        QVERIFY(!library->moveToTrash(library->folder() / "reports/gone.json"));
    }

    void reportsFromElsewhereAreCopiedOnce()
    {
        const auto from = opened(fresh());
        const auto file = from->store(makeReport("id-1", "login"));
        const auto library = opened(fresh());
        const auto adopted = library->adopt(*file);
        QVERIFY2(adopted, adopted ? "" : adopted.error().text().c_str());
        QVERIFY(!adopted->duplicate);
        QCOMPARE(adopted->file, library->folder() / "reports/login" / file->filename());
        QVERIFY(*readFile(adopted->file) == *readFile(*file));
        QCOMPARE(library->reports()->size(), 1u);
        const auto again = library->adopt(*file);
        QVERIFY(again && again->duplicate);
        QCOMPARE(again->file, adopted->file);
        QVERIFY(library->refresh());
        QCOMPARE(library->reports()->size(), 1u);
        QVERIFY(writeFileAtomic(from->folder() / "cut.json", "{\"schema\":\"plumbline.report/1\""));
        QVERIFY(!library->adopt(from->folder() / "cut.json"));
    }

    void aReadOnlyLibraryRefuses()
    {
        const auto folder = fresh();
        const auto writable = opened(folder);
        const auto file = writable->store(makeReport("id-1"));
        auto place = systemPlace();
        place.writable = [](const fs::path&) { return false; };
        place.cacheFolder = fresh();
        const auto library = FolderLibrary::open(folder, false, place);
        QVERIFY(library);
        QVERIFY(!(*library)->annotate(about("id-1", AnnotationLine::Kind::note)));
        QVERIFY(!(*library)->moveToTrash(*file));
        QVERIFY(!(*library)->adopt(*file));
        QVERIFY(fs::exists(*file));
    }

    void deltasAreToTheRunBefore()
    {
        auto partial = runOf("a", 3, 80.0);
        partial.partial = true;
        auto invalid = runOf("a", 4, 90.0);
        invalid.verdict = metric::Verdict::invalid;
        auto other = runOf("a", 5, 10.0);
        other.environment = "stage";
        // Newest first, as the index gives them.
        const std::vector<ReportRow> rows{runOf("a", 6, 44.0), other, invalid, partial,
            runOf("b", 2, std::nullopt), runOf("a", 2, 40.0), runOf("a", 1, 50.0)};
        const auto deltas = deltasToPrevious(rows);
        QCOMPARE(deltas.size(), rows.size());
        QVERIFY(deltas[0]);
        QCOMPARE(deltas[0]->before_id, std::string("a2"));
        QCOMPARE(qRound(deltas[0]->change * 1000), 100);
        QVERIFY(!deltas[1]); // the first of its environment
        QCOMPARE(deltas[2]->before_id, std::string("a2"));
        QCOMPARE(deltas[3]->before_id, std::string("a2"));
        QVERIFY(!deltas[4]);
        QCOMPARE(qRound(deltas[5]->change * 1000), -200);
        QVERIFY(!deltas[6]);
    }
};

PLUMB_TEST_MAIN(TestLibraryEdits)
#include "tst_libraryedits.moc"
