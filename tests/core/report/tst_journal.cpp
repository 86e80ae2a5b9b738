// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "report/journal.h"
#include "report/reportbuilder.h"
#include "report/verify.h"
#include "tests/core/report/madeuprun.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

namespace fs = std::filesystem;
using namespace plumb;
using namespace plumb::report;

class TestJournal : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    [[nodiscard]] fs::path folder(const char* name) const
    {
        return fs::path(m_dir.path().toStdString()) / name;
    }

private Q_SLOTS:
    void lockedWhileAlive()
    {
        auto writer = JournalWriter::create(folder("alive"), "run-1");
        QVERIFY(writer);
        const auto file = (*writer)->file();
        QCOMPARE(journals(folder("alive")), std::vector<fs::path>{file});
        QCOMPARE(journalState(file), JournalState::alive);
        QVERIFY(!JournalLock::take(file));
        QVERIFY(!JournalWriter::create(folder("alive"), "run-1"));
        writer->reset();
        QCOMPARE(journalState(file), JournalState::crashed);
        {
            const auto lock = JournalLock::take(file);
            QVERIFY(lock);
            QVERIFY(!JournalLock::take(file));
        }
        QVERIFY(JournalLock::take(file));
        fs::remove(file);
        QCOMPARE(journalState(file), JournalState::missing);
    }

    void hostileRunIdStaysInTheFolder()
    {
        auto writer = JournalWriter::create(folder("safe"), "../../x");
        QVERIFY(writer);
        QCOMPARE((*writer)->file().parent_path(), folder("safe"));
    }

    void folderThatCannotBeMade()
    {
        QVERIFY(writeFileAtomic(folder("file"), "x"));
        const auto writer = JournalWriter::create(folder("file") / "journal", "run");
        QVERIFY(!writer);
        QVERIFY(writer.error().where.find("file") != std::string::npos);
    }

    /// Whatever byte the crash cut at: every whole event is read, and the report's books balance.
    void cutAtEveryByte()
    {
        const auto events = test::madeUpEvents({.warmup = 1, .measure = 2, .cooldown = 1, .perSecond = 4});
        std::string text;
        std::vector<std::size_t> ends;
        for (const auto& event : events) {
            text += dumpJson(toJson(event)) + '\n';
            ends.push_back(text.size());
        }
        const auto file = folder("cut.ndjson");
        std::ptrdiff_t verified = 0;
        for (std::size_t length = 0; length <= text.size(); ++length) {
            // Every byte of the first event and around the ends of all; every 17th in between.
            const bool nearEnd = std::any_of(ends.begin(), ends.end(),
                [length](std::size_t end) { return length + 3 > end && length < end + 3; });
            if (length > ends.front() && !nearEnd && length % 17 != 0) {
                continue;
            }
            QFile out(QString::fromStdString(file.string()));
            QVERIFY(out.open(QIODevice::WriteOnly));
            out.write(text.data(), static_cast<qint64>(length));
            out.close();
            ReportBuilder builder;
            int taken = 0;
            const auto read = readJournal(file, [&](RunEvent&& event) {
                builder.add(event);
                ++taken;
            });
            QVERIFY(read);
            QCOMPARE(read->damaged, 0);
            // A line without its line feed is whole all the same.
            const auto whole = std::count_if(
                ends.begin(), ends.end(), [length](std::size_t end) { return end <= length + 1; });
            QCOMPARE(taken, static_cast<int>(whole));
            QCOMPARE(read->events, taken);
            QCOMPARE(builder.started(), whole > 0);
            if (builder.started() && whole != verified) {
                verified = whole;
                const auto findings = verify(builder.build());
                QVERIFY2(findings.empty(), findings.empty() ? "" : findings.front().c_str());
            }
        }
    }

    void damagedLinesAreCounted()
    {
        const auto file = folder("damaged.ndjson");
        QVERIFY(writeFileAtomic(
            file, "{\"event\":\"mark\",\"text\":\"a\"}\n\0\0garbage\n{\"event\":\"tick\"}\n{\"ev"));
        int taken = 0;
        const auto read = readJournal(file, [&taken](RunEvent&&) { ++taken; });
        QVERIFY(read);
        QCOMPARE(taken, 1);
        QVERIFY(!readJournal(folder("missing.ndjson"), [](RunEvent&&) {}));
    }

    /// SIGKILL between two events: what was written is there, and the lock is gone.
    void killedWriter()
    {
        int ready[2];
        QCOMPARE(::pipe(ready), 0);
        const auto child = ::fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            auto writer = JournalWriter::create(folder("killed"), "run");
            for (const auto& event : test::madeUpEvents({.finish = false})) {
                if (!writer || !(*writer)->append(event)) {
                    ::_exit(1);
                }
            }
            [[maybe_unused]] const auto told = ::write(ready[1], "x", 1);
            ::pause();
            ::_exit(0);
        }
        char byte = 0;
        QCOMPARE(::read(ready[0], &byte, 1), ssize_t(1));
        const auto file = folder("killed") / "run.ndjson";
        QCOMPARE(journalState(file), JournalState::alive);
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        ::close(ready[0]);
        ::close(ready[1]);
        QCOMPARE(journalState(file), JournalState::crashed);
        ReportBuilder builder;
        QVERIFY(readJournal(file, [&builder](RunEvent&& event) { builder.add(event); }));
        const auto report = builder.build();
        QCOMPARE(report.ended_by, std::string("crash"));
        QVERIFY(report.partial);
        QCOMPARE(report.totals.sent, test::madeUpReport({.finish = false}).totals.sent);
    }
};

PLUMB_TEST_MAIN(TestJournal)
#include "tst_journal.moc"
