// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "library/defaultlibrary.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>

namespace fs = std::filesystem;
using namespace plumb;

class TestDefaultLibrary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nearestMarkerThenVariableThenUserData()
    {
        const QTemporaryDir dir;
        const auto root = fs::canonical(dir.path().toStdString());
        fs::create_directories(root / "library/scenarios/deep");
        fs::create_directories(root / "else");
        QVERIFY(writeFileAtomic(root / "library/plumbline.json", "{}"));
        QCOMPARE(library::defaultLibrary(root / "library/scenarios/deep"), root / "library");
        qputenv("PLUMBLINE_LIBRARY", "/srv/perf");
        QCOMPARE(library::defaultLibrary(root / "library"), root / "library");
        QCOMPARE(library::defaultLibrary(root / "else"), fs::path("/srv/perf"));
        qunsetenv("PLUMBLINE_LIBRARY");
        QVERIFY(library::defaultLibrary(root / "else").string().ends_with("/plumbline/library"));
    }
};

PLUMB_TEST_MAIN(TestDefaultLibrary)
#include "tst_defaultlibrary.moc"
