// SPDX-License-Identifier: GPL-3.0-or-later
#include "metric/metricname.h"
#include "tests/support/testmain.h"
#include "ui/models/metrichelp.h"
#include "ui/models/metricwords.h"
#include "ui/models/tablemodel.h"

#include <QTest>

#include <algorithm>

using namespace plumb;
using namespace plumb::models;

namespace {

class Figures final : public TableModel<int>
{
public:
    Figures()
        : TableModel({{QStringLiteral("Step"), {}, false},
                         {QStringLiteral("p95 (ms)"), {}, true, QStringLiteral("latency_ms.p95")},
                         {QStringLiteral("Users"), QStringLiteral("Most at a time"), true}},
            nullptr)
    {
        setRows({1});
    }

private:
    [[nodiscard]] QVariant cell(const int& row, int, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(row) : QVariant();
    }
};

} // namespace

class MetricHelpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void translatorsSeeTheWholeCatalogue()
    {
        const auto words = metricWords();
        QStringList missing;
        for (const auto& metric : metric::catalogue()) {
            for (const auto text : {metric.title, metric.help}) {
                if (std::none_of(
                        words.begin(), words.end(), [text](const char* word) { return word == text; }))
                    missing << QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
            }
        }
        QVERIFY2(missing.isEmpty(),
            qPrintable(
                QStringLiteral("not in ui/models/metricwords.cpp: ") + missing.join(QStringLiteral("; "))));
    }

    void saysWhatAFigureIs()
    {
        const auto help = metricHelp(QStringLiteral("latency_ms.p95"));
        for (const char* part : {"Response time, p95", "intended start", "95 % of the values", "Unit: ms",
                 "Lower is better", "latency_ms.p95"})
            QVERIFY2(help.contains(QLatin1String(part)), qPrintable(help));
        QCOMPARE(metricTitle(QStringLiteral("rps")), QStringLiteral("Requests per second"));
        QVERIFY(metricHelp(QStringLiteral("rps")).contains(QStringLiteral("Higher is better")));
        QVERIFY(metricHelp(QStringLiteral("checks.<b>x</b>")).contains(QStringLiteral("&lt;b&gt;")));
    }

    void aFamilyExplainsWhatItsFiguresShare()
    {
        const auto help = metricHelp(QStringLiteral("process.rss_mb"));
        for (const char* part : {"Memory of the process", "children", "Unit: MB", "process.rss_mb.…"})
            QVERIFY2(help.contains(QString::fromUtf8(part)), qPrintable(help));
        QCOMPARE(metricTitle(QStringLiteral("latency_ms")), QStringLiteral("Response time"));
        QVERIFY(!metricHelp(QStringLiteral("latency_ms")).contains(QStringLiteral("of the values")));
    }

    void figuresWithoutALimitAreExplainedToo()
    {
        for (const char* name : {"users", "requests"}) {
            const auto help = metricHelp(QLatin1String(name));
            QVERIFY2(help.contains(metricTitle(QLatin1String(name))), qPrintable(help));
            QVERIFY2(!help.contains(QStringLiteral("In limits")), qPrintable(help));
        }
    }

    void anUnknownNameHasNoHelp()
    {
        QCOMPARE(metricTitle(QStringLiteral("latency")), QStringLiteral("latency"));
        QVERIFY(metricHelp(QStringLiteral("latency")).isEmpty());
        QVERIFY(metricHelp({}).isEmpty());
    }

    void columnsExplainThemselves()
    {
        const Figures model;
        QVERIFY(model.headerData(1, Qt::Horizontal, Qt::WhatsThisRole)
                    .toString()
                    .contains(QStringLiteral("Response time")));
        QCOMPARE(model.index(0, 1).data(Qt::WhatsThisRole),
            model.headerData(1, Qt::Horizontal, Qt::WhatsThisRole));
        QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::ToolTipRole),
            model.headerData(1, Qt::Horizontal, Qt::WhatsThisRole));
        QCOMPARE(model.index(0, 2).data(Qt::WhatsThisRole).toString(), QStringLiteral("Most at a time"));
        QVERIFY(!model.index(0, 0).data(Qt::WhatsThisRole).isValid());
    }
};

PLUMB_TEST_MAIN(MetricHelpTest)
#include "tst_metrichelp.moc"
