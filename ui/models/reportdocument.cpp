// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/reportdocument.h"

#include "ui/models/errormodel.h"
#include "ui/models/eventmodel.h"
#include "ui/models/format.h"
#include "ui/models/keyvaluemodel.h"
#include "ui/models/phasemodel.h"
#include "ui/models/reportgaps.h"
#include "ui/models/roles.h"
#include "ui/models/rulesmodel.h"
#include "ui/models/steptablemodel.h"
#include "ui/models/trustmodel.h"
#include "ui/models/trusttext.h"
#include "ui/models/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>
#include <iterator>

namespace plumb::models {

namespace {

struct DocumentTexts
{
    Q_DECLARE_TR_FUNCTIONS(DocumentTexts)
};

/// What the screen shows in a table, as it shows it.
/// The columns that @p shown says; all of them without.
DocumentTable tableOf(const QAbstractItemModel& model, std::optional<int> verdictColumn = std::nullopt,
    const std::function<bool(int column)>& shown = {})
{
    DocumentTable table;
    std::vector<int> columns;
    for (int column = 0; column < model.columnCount(); ++column) {
        if (!shown || shown(column))
            columns.push_back(column);
    }
    for (const int column : columns) {
        table.headers << model.headerData(column, Qt::Horizontal).toString();
        table.right.push_back(model.headerData(column, Qt::Horizontal, FigureRole).toBool());
    }
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (const int column : columns)
            cells << model.index(row, column).data().toString();
        table.rows.push_back(std::move(cells));
        if (verdictColumn)
            table.verdicts.emplace_back(
                static_cast<metric::Verdict>(model.index(row, *verdictColumn).data(VerdictRole).toInt()));
    }
    return table;
}

class Writer
{
public:
    Writer(const ReportView& view, const RangeFigures* range)
        : m_report(view.report)
        , m_range(range)
        , m_gaps(reportGaps(view.report, range != nullptr))
    {
    }

    ReportDocument write(const std::vector<library::Annotation>& notes)
    {
        head();
        answer();
        if (const auto nothing = nothingMeasured(m_report)) {
            heading(nothing->headline);
            for (const auto& sentence : {nothing->cause, nothing->remedy})
                if (!sentence.isEmpty())
                    text(sentence);
            if (nothing->courses)
                add(DocumentCharts{});
        } else {
            figures();
            steps();
            heading(DocumentTexts::tr("Charts"));
            add(DocumentCharts{});
        }
        errors();
        events();
        remarks(notes);
        surroundings();
        return std::move(m_document);
    }

private:
    void add(DocumentBlock block) { m_document.blocks.push_back(std::move(block)); }
    void heading(const QString& words) { add(DocumentHeading{words}); }
    void text(const QString& words, bool muted = false) { add(DocumentText{words, muted}); }
    void tableOrGap(DocumentTable table, const QString& gap)
    {
        if (table.rows.empty())
            text(gap, true);
        else
            add(std::move(table));
    }
    [[nodiscard]] bool inside(double at_s) const
    {
        return m_range == nullptr || (at_s >= m_range->range.from_s && at_s <= m_range->range.to_s);
    }

    void head()
    {
        const auto operation = QString::fromStdString(m_report.operation);
        QStringList facts;
        for (const auto& one : {m_report.environment, m_report.target_version})
            if (!one.empty())
                facts << QString::fromStdString(one);
        facts << dateTime(m_report.started_at) << clock(m_report.duration_s);
        if (m_report.ended_by != "schedule")
            facts << endedBySentence(m_report.ended_by);
        if (m_report.closed_model)
            facts << DocumentTexts::tr("response = service (closed model)");
        if (!m_report.note.empty())
            facts << QString::fromStdString(m_report.note);
        m_document.title = operation;
        m_document.facts = facts.join(QStringLiteral(" · "));
        m_document.runningHead = QStringLiteral("%1 · %2").arg(operation, dateTime(m_report.started_at));
        m_document.footer
            = DocumentTexts::tr("Plumbline · report %1").arg(QString::fromStdString(m_report.id));
    }

    void answer()
    {
        add(DocumentVerdict{m_report.verdict,
            m_report.judgement.sentence.empty() ? verdictWord(m_report.verdict)
                                                : QString::fromStdString(m_report.judgement.sentence)});
        heading(DocumentTexts::tr("Rules"));
        RulesModel rules;
        rules.setRows(m_report.judgement.rules);
        tableOrGap(tableOf(rules, RulesModel::Verdict), m_gaps.rules);
        if (m_range != nullptr) {
            heading(DocumentTexts::tr("Part of the run"));
            text(DocumentTexts::tr(
                "The figures, charts, errors and events below are of %1 – %2 alone; verdict and rules "
                "are of the whole run.")
                     .arg(clock(m_range->range.from_s), clock(m_range->range.to_s)));
        }
    }

    void figures()
    {
        const auto& totals = m_report.totals;
        const auto finished = m_range ? m_range->finished : totals.completed + totals.failed;
        const auto failed = m_range ? m_range->failed : totals.failed;
        const auto& latency_ms = m_range ? m_range->response : m_report.latency_ms;
        const auto rps = m_range ? m_range->rps : std::optional(totals.rps);
        const auto errorRate = m_range ? m_range->error_rate : totals.error_rate;
        const auto percentile = [&latency_ms](double percent, std::optional<double> ms) {
            return DocumentFigures::Figure{QStringLiteral("p%1").arg(percent), latency(ms),
                ms && !report::percentileTrusted(percent, latency_ms.count)
                    ? DocumentTexts::tr("too few requests to trust")
                    : DocumentTexts::tr("response time")};
        };
        heading(DocumentTexts::tr("Key figures"));
        add(DocumentFigures{{{DocumentTexts::tr("Requests"), count(finished),
                                 m_range ? DocumentTexts::tr("in this part of the run")
                                         : DocumentTexts::tr("in the measure phase")},
            {DocumentTexts::tr("Requests/s"), rate(rps), DocumentTexts::tr("in the mean")},
            percentile(50, latency_ms.p50), percentile(95, latency_ms.p95), percentile(99, latency_ms.p99),
            {DocumentTexts::tr("Errors"), percent(errorRate),
                DocumentTexts::tr("%1 failed").arg(count(failed))}}});
    }

    void steps()
    {
        heading(DocumentTexts::tr("Steps"));
        StepTableModel steps;
        steps.setReport(m_report);
        steps.setRange(m_range);
        auto table = tableOf(steps, std::nullopt, [&steps](int column) { return steps.shows(column); });
        // On paper nothing opens.
        for (auto& row : table.rows)
            row.front().remove(QStringLiteral("▸ "));
        tableOrGap(std::move(table), m_gaps.steps);
    }

    void errors()
    {
        heading(DocumentTexts::tr("Errors"));
        ErrorModel errors;
        if (m_range)
            errors.setRange(*m_range);
        else
            errors.setSteps(m_report.steps);
        tableOrGap(tableOf(errors), m_gaps.errors);
        if (m_range)
            return;
        if (!m_report.phases.empty()) {
            heading(DocumentTexts::tr("Books"));
            PhaseModel phases;
            phases.setRows(m_report.phases);
            add(tableOf(phases));
        }
        if (!m_report.skipped.empty()) {
            heading(DocumentTexts::tr("Skipped steps"));
            SkippedModel skipped;
            skipped.setRows(m_report.skipped);
            add(tableOf(skipped));
        }
    }

    void events()
    {
        heading(DocumentTexts::tr("Events"));
        std::vector<report::RunMark> marks;
        std::copy_if(m_report.events.begin(), m_report.events.end(), std::back_inserter(marks),
            [this](const report::RunMark& mark) { return inside(mark.at_s); });
        EventModel events;
        events.setMarks(marks);
        tableOrGap(tableOf(events), m_gaps.events);
    }

    void remarks(const std::vector<library::Annotation>& notes)
    {
        heading(DocumentTexts::tr("Notes"));
        DocumentTable table{{DocumentTexts::tr("Of"), DocumentTexts::tr("State"), DocumentTexts::tr("Note"),
                                DocumentTexts::tr("By"), DocumentTexts::tr("Written")},
            {false, false, false, false, false}, {}, {}};
        for (const auto& note : notes) {
            const auto part = note.from_s && note.to_s && *note.to_s > *note.from_s
                ? QStringLiteral("%1 – %2").arg(clock(*note.from_s), clock(*note.to_s))
                : note.from_s ? clock(*note.from_s)
                              : DocumentTexts::tr("run");
            table.rows.push_back({part, noteStateWord(note.state), QString::fromStdString(note.text),
                QString::fromStdString(note.writer), dateTime(note.at)});
        }
        tableOrGap(std::move(table), DocumentTexts::tr("Nobody has written a note on this run."));
    }

    void surroundings()
    {
        KeyValueModel facts;
        heading(DocumentTexts::tr("Was the load generator the limit?"));
        const auto context = report::trustContext(m_report);
        auto answer = trustSentenceText(context);
        if (const auto advice = trustAdviceText(report::trustOf(context).advice); !advice.isEmpty())
            answer += QLatin1Char(' ') + advice;
        add(DocumentText{answer});
        TrustModel trust;
        trust.setRows(TrustModel::rowsOf(context));
        add(tableOf(trust));
        facts.setRows(KeyValueModel::generator(m_report));
        if (!facts.rows().empty())
            add(tableOf(facts));
        heading(DocumentTexts::tr("Environment"));
        facts.setRows(KeyValueModel::fingerprint(m_report));
        add(tableOf(facts));
    }

    const report::Report& m_report;
    const RangeFigures* m_range;
    ReportGaps m_gaps;
    ReportDocument m_document;
};

struct PlainText
{
    QStringList lines;
    void operator()(const DocumentHeading& heading) { lines << heading.text; }
    void operator()(const DocumentText& text) { lines << text.text; }
    void operator()(const DocumentVerdict& answer)
    {
        lines << verdictWord(answer.verdict) << answer.sentence;
    }
    void operator()(const DocumentFigures& figures)
    {
        for (const auto& figure : figures.figures)
            lines << QStringList{figure.title, figure.value, figure.note}.join(QStringLiteral(" | "));
    }
    void operator()(const DocumentTable& table)
    {
        lines << table.headers.join(QStringLiteral(" | "));
        for (const auto& row : table.rows)
            lines << row.join(QStringLiteral(" | "));
    }
    void operator()(const DocumentCharts&) { }
};

} // namespace

ReportDocument reportDocument(
    const ReportView& view, const RangeFigures* range, const std::vector<library::Annotation>& notes)
{
    return Writer(view, range).write(notes);
}

QString plainText(const ReportDocument& document)
{
    PlainText text{{document.title, document.facts}};
    for (const auto& block : document.blocks)
        std::visit(text, block);
    return text.lines.join(QLatin1Char('\n'));
}

} // namespace plumb::models
