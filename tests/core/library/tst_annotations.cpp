// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "base/timestamp.h"
#include "library/annotations.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>

#include <atomic>
#include <fstream>
#include <thread>

namespace fs = std::filesystem;
using namespace plumb;
using namespace plumb::library;
using Kind = AnnotationLine::Kind;

namespace {

const std::string report = "11111111-2222-4333-8444-000000000001";

std::string at(int second)
{
    return "2026-11-21T10:00:" + std::to_string(10 + second) + ".000+00:00";
}

AnnotationLine note(const char* writer, int second, const char* id, const char* text)
{
    AnnotationLine line;
    line.note.report = report;
    line.note.writer = writer;
    line.note.at = at(second);
    line.note.id = id;
    line.note.text = text;
    return line;
}

AnnotationLine tag(const char* writer, int second, const char* word, bool on)
{
    auto line = note(writer, second, "", "");
    line.kind = on ? Kind::tag : Kind::untag;
    line.tag = word;
    return line;
}

std::vector<std::string> texts(const ReportAnnotations& annotations)
{
    std::vector<std::string> all;
    for (const auto& one : annotations.notes)
        all.push_back(one.text);
    return all;
}

using Words = std::vector<std::string>;

} // namespace

class TestAnnotations : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    int m_next = 0;
    fs::path fresh() { return fs::path(m_dir.path().toStdString()) / std::to_string(++m_next); }

private Q_SLOTS:
    void whatIsWrittenIsRead()
    {
        const auto library = fresh();
        QVERIFY(readAnnotations(library, report).empty());
        auto line = note("ada-here", 1, "a", "deploy \"1.5\"\nsecond line \u00e4");
        line.note.state = AnnotationState::expected;
        line.note.from_s = 30.0;
        line.note.to_s = 60.5;
        line.note.metric = "latency_ms.p95";
        QVERIFY(appendAnnotation(library, line));
        QVERIFY(fs::exists(library / "annotations" / (report + ".ada-here.jsonl")));
        const auto read = readAnnotations(library, report);
        QCOMPARE(read.notes.size(), 1u);
        const auto& got = read.notes.front();
        QCOMPARE(got.text, line.note.text);
        QCOMPARE(got.writer, std::string("ada-here"));
        QCOMPARE(got.at, at(1));
        QVERIFY(got.state == AnnotationState::expected);
        QVERIFY(got.from_s == 30.0 && got.to_s == 60.5);
        QCOMPARE(got.metric, std::string("latency_ms.p95"));
        QVERIFY(read.damaged.empty());
        QVERIFY(readAnnotations(library, "other").empty());
    }

    void writersAreMergedByTime()
    {
        const auto library = fresh();
        QVERIFY(appendAnnotation(library, note("b", 3, "3", "third")));
        QVERIFY(appendAnnotation(library, note("a", 1, "1", "first")));
        QVERIFY(appendAnnotation(library, note("b", 2, "2", "second")));
        QCOMPARE(texts(readAnnotations(library, report)), (Words{"first", "second", "third"}));
        // Someone else corrects the first and takes the second back.
        QVERIFY(appendAnnotation(library, note("b", 4, "1", "corrected")));
        auto withdrawn = note("a", 5, "2", "");
        withdrawn.kind = Kind::withdraw;
        QVERIFY(appendAnnotation(library, withdrawn));
        QCOMPARE(texts(readAnnotations(library, report)), (Words{"corrected", "third"}));
        // Redo.
        QVERIFY(appendAnnotation(library, note("a", 6, "2", "second")));
        QCOMPARE(texts(readAnnotations(library, report)), (Words{"corrected", "third", "second"}));
    }

    void theLatestWordOnATagCounts()
    {
        const auto library = fresh();
        QVERIFY(appendAnnotation(library, tag("a", 1, "nightly", true)));
        QVERIFY(appendAnnotation(library, tag("b", 2, "nightly", false)));
        QVERIFY(appendAnnotation(library, tag("b", 1, "weekly", false)));
        QVERIFY(appendAnnotation(library, tag("a", 3, "release", true)));
        const auto read = readAnnotations(library, report);
        QCOMPARE(read.tagsAdded, (Words{"release"}));
        QCOMPARE(read.tagsRemoved, (Words{"nightly", "weekly"}));
        QCOMPARE(taggedWith({"weekly", "own", "release"}, read), (Words{"own", "release"}));
        QCOMPARE(taggedWith({}, read), (Words{"release"}));
    }

    void damagedLinesArePassedOverAndTold()
    {
        const auto library = fresh();
        QVERIFY(appendAnnotation(library, note("a", 1, "1", "kept")));
        const auto file = library / "annotations" / (report + ".a.jsonl");
        {
            // A writer that lost its machine in the middle of a line.
            std::ofstream cut(file, std::ios::app);
            cut << "{\"schema\":\"plumbline.annotation/1\",\"report\":\"";
        }
        QVERIFY(appendAnnotation(library, note("a", 2, "2", "after the crash")));
        {
            std::ofstream odd(file, std::ios::app);
            odd << "{\"schema\":\"plumbline.annotation/9\"}\n[]\n\n{\"a\":1}\n\xff\xfe\n";
        }
        const auto read = readAnnotations(library, report);
        QCOMPARE(texts(read), (Words{"kept", "after the crash"}));
        QCOMPARE(read.damaged.size(), 5u);
        QVERIFY2(read.damaged.front().find("line 2") != std::string::npos, read.damaged.front().c_str());
    }

    void idsAreNoPaths()
    {
        const auto library = fresh();
        auto line = note("../evil", 1, "1", "x");
        line.note.report = "../../up.there";
        QVERIFY(appendAnnotation(library, line));
        QCOMPARE(std::distance(fs::directory_iterator(library), {}), 1);
        QCOMPARE(texts(readAnnotations(library, "../../up.there")), (Words{"x"}));
        line.note.report.clear();
        QVERIFY(!appendAnnotation(library, line));
        line = note("a", 1, "1", "");
        line.note.text.assign(100'000, 'x');
        QVERIFY(!appendAnnotation(library, line));
        QVERIFY(!annotationWriter().empty());
        QCOMPARE(annotationWriter(), safeName(annotationWriter()));
    }

    void manyMayWriteAtOnce()
    {
        const auto library = fresh();
        constexpr int threads = 4;
        constexpr int each = 50;
        std::vector<std::thread> all;
        std::atomic_int failed = 0;
        for (int t = 0; t < threads; ++t) {
            all.emplace_back([&, t] {
                for (int i = 0; i < each; ++i) {
                    const auto id = std::to_string(t) + "-" + std::to_string(i);
                    if (!appendAnnotation(library, note("same", i % 40, id.c_str(), "text")))
                        ++failed;
                }
            });
        }
        for (auto& thread : all)
            thread.join();
        QCOMPARE(failed.load(), 0);
        const auto read = readAnnotations(library, report);
        QCOMPARE(read.notes.size(), std::size_t(threads * each));
        QVERIFY(read.damaged.empty());
    }
};

PLUMB_TEST_MAIN(TestAnnotations)
#include "tst_annotations.moc"
