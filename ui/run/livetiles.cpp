// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/livetiles.h"

#include "ui/models/format.h"
#include "ui/models/limittext.h"
#include "ui/widgets/foldingrow.h"
#include "ui/widgets/metrichelp.h"
#include "ui/widgets/tile.h"

#include <QVBoxLayout>

#include <algorithm>

namespace plumb::ui {

namespace {

/// The last minute of a course.
QList<double> recent(const std::vector<double>& values)
{
    constexpr std::ptrdiff_t rows = 60;
    const auto first = std::max<std::ptrdiff_t>(0, std::ssize(values) - rows);
    return {values.begin() + first, values.end()};
}

/// The rule on a figure of the whole run: the worst where there are several. Null: there is none.
const report::JudgedRule* ruleOn(const models::LiveSnapshot& run, std::string_view metric)
{
    const auto* rules = run.stored ? &run.stored->judgement.rules : run.soFar ? &run.soFar->rules : nullptr;
    if (rules == nullptr)
        return nullptr;
    const report::JudgedRule* worst = nullptr;
    for (const auto& rule : *rules) {
        if (rule.metric != metric || rule.of != "run" || !rule.value || !rule.against.empty())
            continue;
        if (worst == nullptr || metric::worse(rule.verdict, worst->verdict) != worst->verdict)
            worst = &rule;
    }
    return worst;
}

QString limitOf(const report::JudgedRule& rule)
{
    const auto& limit = !rule.limit.empty() ? rule.limit : !rule.fail.empty() ? rule.fail : rule.warn;
    return models::limitText(limit, rule.unit);
}

/// Why a figure of the measure phase is not there yet; empty where it is.
QString waiting(const models::LiveSnapshot& run)
{
    using report::RunState;
    if (run.count > 0)
        return {};
    if (run.finished)
        return LiveTiles::tr("not measured");
    return run.state == RunState::setup || run.state == RunState::warmup ? LiveTiles::tr("after the warm-up")
                                                                         : LiveTiles::tr("no answers yet");
}

} // namespace

LiveTiles::LiveTiles(QWidget* parent)
    : QWidget(parent)
    , m_row(new FoldingRow)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_row);
    m_rate = addTile(tr("Requests/s"), QStringLiteral("rps"));
    m_p50 = addTile(tr("p50"), QStringLiteral("latency_ms.p50"));
    m_p95 = addTile(tr("p95"), QStringLiteral("latency_ms.p95"));
    m_p99 = addTile(tr("p99"), QStringLiteral("latency_ms.p99"));
    m_errors = addTile(tr("Errors"), QStringLiteral("error_rate"));
    m_users = addTile(tr("Users"), QStringLiteral("users"));
    m_makespan = addTile(tr("Makespan"), QStringLiteral("makespan_ms"));
    m_makespan->hide();
    for (auto* tile : {m_rate, m_errors, m_users})
        tile->setZeroBased(true);
}

Tile* LiveTiles::addTile(const QString& title, const QString& metric)
{
    auto* tile = new Tile(title);
    setMetricHelp(tile, metric);
    m_row->add(tile);
    return tile;
}

void LiveTiles::showRun(const models::LiveSnapshot& run)
{
    showRate(run);
    const auto& course = run.series.latency.front();
    showPercentile(m_p50, run, "latency_ms.p50", run.p50, course.p50);
    showPercentile(m_p95, run, "latency_ms.p95", run.p95, course.p95);
    showPercentile(m_p99, run, "latency_ms.p99", run.p99, course.p99);
    showErrors(run);
    showUsers(run);
    showMakespan(run);
}

void LiveTiles::showRate(const models::LiveSnapshot& run)
{
    // Over, the tiles say what was; under way, what is.
    m_rate->setFigure(models::rate(run.finished ? run.mean_rps : run.rps), QString());
    m_rate->setValues(recent(run.series.rps));
    if (run.finished) {
        const auto* rule = ruleOn(run, "rps");
        if (rule != nullptr)
            m_rate->setLimit(tr("limit %1").arg(limitOf(*rule)), rule->verdict);
        else
            m_rate->setLimit(run.count > 0 ? tr("mean") : waiting(run));
    } else {
        m_rate->setLimit(
            run.planned_rate ? tr("plan: %1 iterations/s").arg(models::rate(run.planned_rate)) : QString());
    }
}

void LiveTiles::showPercentile(Tile* tile, const models::LiveSnapshot& run, const char* metric,
    const models::LivePercentile& value, const std::vector<double>& course)
{
    tile->setFigure(value.ms ? models::latency(value.ms) : QString());
    tile->setValues(recent(course));
    if (!value.ms)
        tile->setLimit(waiting(run));
    else if (!value.trusted)
        tile->setLimit(run.finished ? tr("too few requests to trust") : tr("too few requests yet"));
    else if (const auto* rule = ruleOn(run, metric); rule != nullptr)
        tile->setLimit(tr("limit %1").arg(limitOf(*rule)), rule->verdict);
    else
        tile->setLimit({});
}

void LiveTiles::showErrors(const models::LiveSnapshot& run)
{
    m_errors->setFigure(run.error_rate ? models::percent(run.error_rate) : QString());
    m_errors->setValues(recent(run.series.error_rate));
    const auto text = run.count > 0 ? tr("%1 of %2").arg(models::count(run.failed), models::count(run.count))
                                    : waiting(run);
    const auto* rule = ruleOn(run, "error_rate");
    m_errors->setLimit(rule == nullptr ? text : tr("limit %1").arg(limitOf(*rule)),
        rule == nullptr ? std::nullopt : std::optional(rule->verdict));
}

void LiveTiles::showUsers(const models::LiveSnapshot& run)
{
    m_users->setFigure(
        run.started ? models::count(run.finished ? run.users_max : run.users) : QString(), QString());
    m_users->setValues(recent(run.series.users));
    m_users->setLimit(run.dropped > 0 ? tr("%1 arrivals dropped").arg(models::count(run.dropped))
            : run.backlog > 0         ? tr("%1 arrivals waiting").arg(models::count(run.backlog))
            : run.finished            ? tr("most at a time")
                                      : QString());
}

void LiveTiles::showMakespan(const models::LiveSnapshot& run)
{
    const auto known = run.lastMakespan_ms || run.makespan_ms;
    m_makespan->setVisible(known);
    if (!known)
        return;
    // Under way the last burst, over the one that counts.
    const auto shown = run.finished ? run.makespan_ms : run.lastMakespan_ms;
    m_makespan->setFigure(shown ? models::latency(shown) : QString());
    m_makespan->setValues(recent(run.series.makespan));
    const auto* rule = ruleOn(run, "makespan_ms");
    if (rule != nullptr)
        m_makespan->setLimit(tr("limit %1").arg(limitOf(*rule)), rule->verdict);
    else if (run.bursts == 0)
        m_makespan->setLimit(run.makespan_ms ? tr("first send to last end") : waiting(run));
    else
        m_makespan->setLimit(run.finished
                ? tr("longest of %n burst(s)", nullptr, static_cast<int>(run.bursts))
                : tr("longest of %n: %1", nullptr, static_cast<int>(run.bursts))
                      .arg(models::latency(run.makespan_ms)));
}

} // namespace plumb::ui
