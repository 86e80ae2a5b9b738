// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/scriptedrun.h"
#include "tests/support/sourcetranslator.h"
#include "tests/support/testmain.h"
#include "tests/ui/accessibility.h"
#include "tests/ui/runbench.h"
#include "ui/library/librarypage.h"
#include "ui/models/liverun.h"
#include "ui/shell/settingsdialog.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QTest>

using namespace plumb;
using namespace plumb::ui;
using test::text;

/// Alt and a letter means one thing on a page, in every language: with two, the first press only moves the
/// focus and says nothing.
class TestMnemonics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("en") << text("en");
        QTest::newRow("de") << text("de");
    }

    void init()
    {
        QFETCH_GLOBAL(QString, language);
        m_translator = std::make_unique<test::SourceTranslator>(language);
        QVERIFY(!m_translator->isEmpty());
        QVERIFY(qApp->installTranslator(m_translator.get()));
    }
    void cleanup() { m_translator.reset(); }

    void ofTheRunPage()
    {
        test::RunBench bench;
        bench.pages.write(text("scenarios/a.json"), test::loginScenario);
        QVERIFY(bench.pages.openLibrary());
        bench.page = new RunPage(bench.runner, bench.pages.library, bench.pages.settings);
        QVERIFY(bench.pages.show(bench.page));
        const auto boxes = bench.page->findChildren<QComboBox*>();
        for (QComboBox* box : boxes) {
            if (const int requests = box->findData(text("requests")); requests >= 0)
                box->setCurrentIndex(requests);
        }
        QCOMPARE(test::mnemonicClashes(bench.pages.window), QString());
        // Two of them in the queue, one chosen: every button of the queue is there to be pressed.
        const auto actions = bench.page->pageActions();
        QTRY_VERIFY(actions.first()->isEnabled());
        actions.first()->trigger();
        QTRY_COMPARE(bench.runner.requests.size(), 1u);
        actions.first()->trigger();
        actions.first()->trigger();
        bench.page->showQueue();
        auto* queue = qobject_cast<TableView*>(QApplication::focusWidget());
        QVERIFY(queue);
        queue->selectRow(1);
        QCOMPARE(test::mnemonicClashes(bench.pages.window), QString());
        bench.page->showTrust();
        bench.runner.session->play(test::underWay());
        QTRY_COMPARE(bench.page->run()->snapshot().elapsed_s, 6.0);
        QCOMPARE(test::mnemonicClashes(bench.pages.window), QString());
    }

    void ofTheLibraryPage()
    {
        test::PageBench bench;
        bench.write(text("reports/a/a.json"), dumpJson(report::toJson(test::scriptedReport())));
        QVERIFY(bench.openLibrary());
        QVERIFY(bench.show(new LibraryPage(bench.library, bench.settings)));
        QCOMPARE(test::mnemonicClashes(bench.window), QString());
    }

    void ofTheSettings()
    {
        test::PageBench bench;
        SettingsDialog dialog(bench.settings);
        dialog.open();
        QCOMPARE(test::mnemonicClashes(dialog), QString());
    }

private:
    std::unique_ptr<test::SourceTranslator> m_translator;
};

PLUMB_TEST_MAIN_APP(TestMnemonics, QApplication)
#include "tst_mnemonics.moc"
