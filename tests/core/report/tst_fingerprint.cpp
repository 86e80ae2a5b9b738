// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "report/fingerprint.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>

namespace fs = std::filesystem;
using namespace plumb;
using namespace plumb::report;

class TestFingerprint : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    const std::string m_commit = "0123456789abcdef0123456789abcdef01234567";
    [[nodiscard]] fs::path folder(const char* name) const
    {
        return fs::path(m_dir.path().toStdString()) / name;
    }
    static void write(const fs::path& file, const std::string& text) { QVERIFY(writeFileAtomic(file, text)); }

private Q_SLOTS:
    void looseRef()
    {
        write(folder("loose/.git/HEAD"), "ref: refs/heads/main\n");
        write(folder("loose/.git/refs/heads/main"), m_commit + "\n");
        write(folder("loose/scenarios/a.json"), "{}");
        QCOMPARE(gitCommit(folder("loose/scenarios")), m_commit);
    }

    void packedRef()
    {
        write(folder("packed/.git/HEAD"), "ref: refs/heads/main\n");
        write(folder("packed/.git/packed-refs"),
            "# pack-refs with: peeled\n" + std::string(40, 'b') + " refs/heads/other\n" + m_commit
                + " refs/heads/main\n^" + std::string(40, 'c') + "\n");
        QCOMPARE(gitCommit(folder("packed")), m_commit);
    }

    void detachedHeadAndWorktree()
    {
        write(folder("detached/.git/HEAD"), m_commit + "\n");
        QCOMPARE(gitCommit(folder("detached")), m_commit);
        write(folder("tree/.git"), "gitdir: ../detached/.git/worktrees/tree\n");
        write(folder("detached/.git/worktrees/tree/HEAD"), "ref: refs/heads/topic\n");
        write(folder("detached/.git/worktrees/tree/commondir"), "../..\n");
        write(folder("detached/.git/refs/heads/topic"), std::string(40, 'd') + "\n");
        QCOMPARE(gitCommit(folder("tree")), std::string(40, 'd'));
    }

    void noOrHostileRepository()
    {
        QCOMPARE(gitCommit(folder("nowhere")), std::string());
        write(folder("bad/.git/HEAD"), "ref: ../../../etc/passwd\n");
        QCOMPARE(gitCommit(folder("bad")), std::string());
        write(folder("odd/.git/HEAD"), "not a commit\n");
        QCOMPARE(gitCommit(folder("odd")), std::string());
    }

    void onlyHarmlessVariables()
    {
        const auto print = collectFingerprint(folder("x"), {}, [](const std::string& name) {
            return name == "GITHUB_SHA" || name == "GITHUB_TOKEN" ? std::optional<std::string>("v")
                                                                  : std::nullopt;
        });
        QCOMPARE(print.env, (std::map<std::string, std::string>{{"GITHUB_SHA", "v"}}));
        QVERIFY(print.cores >= 1);
        QVERIFY(print.mem_mb > 0);
        QVERIFY(!print.cpu.empty());
        QVERIFY(!print.kernel.empty());
        QVERIFY(print.load_before);
    }

    void dataFilesWithHashes()
    {
        write(folder("data/users.csv"), "abc");
        const auto print = collectFingerprint(folder("data"), {"users.csv", "gone.csv"});
        QCOMPARE(print.data_files.size(), std::size_t(2));
        QCOMPARE(print.data_files[0].sha256,
            std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QVERIFY(!print.data_files[0].modified.empty());
        QVERIFY(print.data_files[1].sha256.empty());
        QVERIFY(changedDataFiles(print, folder("data")).empty());
        write(folder("data/users.csv"), "abcd");
        QCOMPARE(changedDataFiles(print, folder("data")), std::vector<std::string>{"users.csv"});
        QFile::remove(QString::fromStdString((folder("data") / "users.csv").string()));
        QCOMPARE(changedDataFiles(print, folder("data")), std::vector<std::string>{"users.csv"});
    }
};

PLUMB_TEST_MAIN(TestFingerprint)
#include "tst_fingerprint.moc"
