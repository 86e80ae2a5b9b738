// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "tests/support/testfiles.h"
#include "tests/support/testmain.h"

#include <QRegularExpression>
#include <QTest>

#include <map>
#include <set>

using namespace plumb;
namespace fs = std::filesystem;

namespace {

using Modules = std::set<QString>;

/// Direct and indirect dependencies a module of core may include, as ARCHITECTURE.md draws them.
const std::map<QString, Modules>& allowed()
{
    static const std::map<QString, Modules> table = [] {
        const auto list = [](const char* names) {
            const auto words = QString::fromLatin1(names).split(QLatin1Char(' '), Qt::SkipEmptyParts);
            return Modules(words.begin(), words.end());
        };
        return std::map<QString, Modules>{
            {QStringLiteral("base"), {}},
            {QStringLiteral("launch"), list("base")},
            {QStringLiteral("sample"), list("base")},
            {QStringLiteral("stats"), list("base")},
            {QStringLiteral("metric"), list("base stats")},
            {QStringLiteral("scenario"), list("base stats metric")},
            {QStringLiteral("report"), list("base stats metric scenario")},
            {QStringLiteral("engine"), list("base launch stats metric scenario report")},
            {QStringLiteral("monitor"), list("base stats metric scenario report")},
            {QStringLiteral("interop"), list("base stats metric scenario report")},
            {QStringLiteral("judge"), list("base stats metric scenario report")},
            {QStringLiteral("library"), list("base stats metric scenario report judge")},
            {QStringLiteral("runner"),
                list("base launch stats metric scenario report engine monitor judge library sample")},
            {QStringLiteral("export"), list("base stats metric scenario report judge library")},
            {QStringLiteral("workflow"),
                list("base stats metric scenario report engine monitor judge library sample runner")},
        };
    }();
    return table;
}

struct Include
{
    QString file, path;
    bool quoted = false;
};

std::vector<Include> includesBelow(const fs::path& folder)
{
    static const QRegularExpression pattern(
        QStringLiteral("^#include ([<\"])([^>\"]+)[>\"]"), QRegularExpression::MultilineOption);
    std::vector<Include> found;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const auto extension = entry.path().extension();
        if (extension != ".cpp" && extension != ".h") {
            continue;
        }
        const auto text = QString::fromStdString(*readFile(entry.path()));
        for (auto all = pattern.globalMatch(text); all.hasNext();) {
            const auto match = all.next();
            found.push_back({QString::fromStdString(fs::relative(entry.path(), folder).string()),
                match.captured(2), match.captured(1) == QLatin1String("\"")});
        }
    }
    return found;
}

} // namespace

/// The arrows of ARCHITECTURE.md, read from the includes.
class TestArchitecture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coreModulesPointDown()
    {
        QStringList wrong;
        int seen = 0;
        for (const auto& include : includesBelow(test::sourceFile("core"))) {
            const auto module = include.file.section(QLatin1Char('/'), 0, 0);
            const auto target = include.path.section(QLatin1Char('/'), 0, 0);
            if (!include.quoted || !include.file.contains(QLatin1Char('/')) || module == target) {
                continue;
            }
            ++seen;
            QVERIFY2(allowed().contains(module), qPrintable(module + QStringLiteral(" is not in the table")));
            if (!allowed().at(module).contains(target)) {
                wrong << include.file + QStringLiteral(" includes ") + include.path;
            }
        }
        QVERIFY(seen > 100);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

    void coreKnowsNoScreen()
    {
        static const QRegularExpression screen(QStringLiteral(
            "^(Q(Widget|Application|GuiApplication|MainWindow|Painter|Pixmap|Image|Color|Icon|Font|Chart)"
            "|qcustomplot|ui/)"));
        for (const auto& include : includesBelow(test::sourceFile("core"))) {
            QVERIFY2(!screen.match(include.path).hasMatch(),
                qPrintable(include.file + QStringLiteral(" includes ") + include.path));
        }
    }

    void modelsKnowNoWidgets()
    {
        static const QRegularExpression widgets(
            QStringLiteral("^(Q(Widget|Application|MainWindow|Label|TableView|Action"
                           "|Painter)|qcustomplot|ui/(widgets|charts|shell/"
                           "mainwindow))"));
        for (const auto& include : includesBelow(test::sourceFile("ui/models"))) {
            QVERIFY2(!widgets.match(include.path).hasMatch(),
                qPrintable(include.file + QStringLiteral(" includes ") + include.path));
        }
    }

    void nothingBelowTheAppsIncludesThem()
    {
        for (const auto* tier : {"core", "ui"}) {
            for (const auto& include : includesBelow(test::sourceFile(tier))) {
                QVERIFY2(!include.path.startsWith(QStringLiteral("app/"))
                        && !include.path.startsWith(QStringLiteral("tests/")),
                    qPrintable(include.file));
            }
        }
    }
};

PLUMB_TEST_MAIN(TestArchitecture)
#include "tst_architecture.moc"
