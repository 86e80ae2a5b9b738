// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/captions.h"

#include "ui/models/format.h"
#include "ui/models/trusttext.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace plumb::models {

namespace {

struct Captions
{
    Q_DECLARE_TR_FUNCTIONS(Captions)
};

struct Known
{
    double least = 0.0, most = 0.0, mean = 0.0;
    std::size_t mostAt = 0;
    bool any = false;
};

Known known(const std::vector<double>& values)
{
    Known result;
    double sum = 0.0;
    int rows = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto value = values[i];
        if (!std::isfinite(value))
            continue;
        if (!result.any || value < result.least)
            result.least = value;
        if (!result.any || value > result.most) {
            result.most = value;
            result.mostAt = i;
        }
        result.any = true;
        sum += value;
        ++rows;
    }
    if (rows > 0)
        result.mean = sum / rows;
    return result;
}

} // namespace

QString latencyCaption(const std::vector<double>& t, const std::vector<double>& p95)
{
    const auto all = known(p95);
    if (!all.any)
        return Captions::tr("No answers yet");
    const auto low = latency(all.least);
    const auto high = latency(all.most);
    if (low == high)
        return Captions::tr("p95 was %1 throughout").arg(low);
    // Twice the least is more than a second's sample moves by itself: then the time of the peak is worth
    // saying.
    if (all.most >= 2.0 * all.least && all.mostAt < t.size())
        return Captions::tr("p95 was between %1 and %2, highest at %3").arg(low, high, clock(t[all.mostAt]));
    return Captions::tr("p95 stayed between %1 and %2").arg(low, high);
}

namespace {

QString meanCaption(const Known& done, double mean)
{
    return Captions::tr("%1 a second in the mean, %2 at most").arg(rate(mean), rate(done.most));
}

QString achievedCaption(double achieved, double planned)
{
    return Captions::tr("Achieved %1 of %2 iterations a second planned").arg(rate(achieved), rate(planned));
}

/// The rows of the measure phase.
std::vector<double> measuredOf(const LiveSnapshot& run, const std::vector<double>& values)
{
    std::vector<double> measured;
    const auto& rows = run.series;
    for (std::size_t i = 0; i < std::min(values.size(), rows.t.size()); ++i) {
        const auto middle = rows.t[i] - rows.interval_s / 2.0;
        if (std::any_of(run.phases.begin(), run.phases.end(), [middle](const LivePhase& phase) {
                return phase.phase == report::Phase::measure && middle >= phase.start_s
                    && middle <= phase.end_s;
            }))
            measured.push_back(values[i]);
    }
    return measured;
}

} // namespace

QString rateCaption(const std::vector<double>& achieved, const std::vector<double>& planned)
{
    const auto done = known(achieved);
    if (!done.any)
        return Captions::tr("Nothing was sent yet");
    // Only rows that have a plan can be compared with it.
    double plannedSum = 0.0;
    double achievedSum = 0.0;
    int rows = 0;
    for (std::size_t i = 0; i < std::min(achieved.size(), planned.size()); ++i) {
        if (!std::isfinite(planned[i]) || !std::isfinite(achieved[i]) || planned[i] <= 0.0)
            continue;
        plannedSum += planned[i];
        achievedSum += achieved[i];
        ++rows;
    }
    return rows == 0 ? meanCaption(done, done.mean) : achievedCaption(achievedSum / rows, plannedSum / rows);
}

QString liveRateCaption(const LiveSnapshot& run)
{
    const auto planned = known(measuredOf(run, run.series.planned));
    if (run.mean_iterations && planned.mean > 0.0)
        return achievedCaption(*run.mean_iterations, planned.mean);
    if (const auto done = known(measuredOf(run, run.series.rps)); run.mean_rps && done.any)
        return meanCaption(done, *run.mean_rps);
    return rateCaption(
        known(run.series.planned).any ? run.series.iterations : run.series.rps, run.series.planned);
}

QString usersCaption(const std::vector<double>& users)
{
    const auto all = known(users);
    if (!all.any)
        return Captions::tr("No users yet");
    return Captions::tr("%1 active users at most").arg(count(std::llround(all.most)));
}

namespace {

/// What the captions of a report speak of.
TimeRange captioned(const report::Report& report, const RangeFigures* range)
{
    if (range)
        return range->range;
    const auto measure = std::find_if(report.phases.begin(), report.phases.end(),
        [](const report::PhaseReport& phase) { return phase.phase == report::Phase::measure; });
    return measure == report.phases.end() ? TimeRange{0.0, report.duration_s}
                                          : TimeRange{measure->start_s, measure->end_s};
}

/// The rows whose middle lies in @p range; all of them where none does.
std::vector<std::size_t> rowsIn(const report::TimeSeries& series, const TimeRange& range)
{
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < series.t.size(); ++i) {
        const auto middle = series.t[i] - series.interval_s / 2.0;
        if (middle >= range.from_s && middle <= range.to_s)
            rows.push_back(i);
    }
    if (rows.empty()) {
        rows.resize(series.t.size());
        std::iota(rows.begin(), rows.end(), std::size_t{0});
    }
    return rows;
}

} // namespace

CourseCaptions courseCaptions(const report::Report& report, const RangeFigures* range)
{
    const auto& series = report.series;
    const auto rows = rowsIn(series, captioned(report, range));
    const auto part = [&rows](const std::vector<double>& all) {
        std::vector<double> values;
        for (const auto row : rows) {
            if (row < all.size())
                values.push_back(all[row]);
        }
        return values;
    };
    CourseCaptions captions;
    captions.latency = latencyCaption(part(series.t), part(series.p95));
    captions.users = usersCaption(part(series.vus));
    if (!report.closed_model) {
        captions.rate = rateCaption(part(series.iterations), part(series.planned_rps));
        return captions;
    }
    // The mean is the tile's: rows at the edges of a phase are part of another one.
    const auto done = known(part(series.rps));
    const auto mean = range                                  ? range->rps
        : report.totals.completed + report.totals.failed > 0 ? std::optional(report.totals.rps)
                                                             : std::nullopt;
    captions.rate = done.any && mean ? meanCaption(done, *mean) : rateCaption(part(series.rps), {});
    return captions;
}

QString outcomeCaption(std::int64_t finished, std::int64_t failed, std::int64_t dropped)
{
    const auto lost
        = dropped > 0 ? Captions::tr("; %1 more arrivals were dropped").arg(count(dropped)) : QString();
    if (finished <= 0)
        return dropped > 0 ? Captions::tr("No request finished") + lost : Captions::tr("No requests yet");
    if (failed <= 0)
        return Captions::tr("%1 requests finished, none failed").arg(count(finished)) + lost;
    return Captions::tr("%1 of %2 finished requests failed (%3)")
               .arg(count(failed), count(finished),
                   percent(static_cast<double>(failed) / static_cast<double>(finished)))
        + lost;
}

QString heatMapCaption(const LatencyHeatMap& map)
{
    if (map.empty())
        return Captions::tr("This report keeps no histograms over time");
    return Captions::tr("Answers by time and latency, the stronger the more: %1 at most in a cell of %2 s")
        .arg(count(map.largest), figure(map.interval_s, 0));
}

QString percentileCaption(const report::Summary& response, bool closedModel)
{
    if (response.count == 0)
        return Captions::tr("Nothing was measured");
    const auto text = Captions::tr("Half of the requests took %1 or less, the slowest %2")
                          .arg(latency(response.p50), latency(response.max));
    return closedModel ? Captions::tr("%1; response = service (closed model)").arg(text) : text;
}

QString generatorCaption(const report::GeneratorReport& generator)
{
    QStringList parts;
    if (generator.lag_ms.p99)
        parts << Captions::tr("send lag p99 %1").arg(latency(generator.lag_ms.p99));
    if (generator.cpu_pct)
        parts << Captions::tr("%1 % CPU of one core").arg(figure(generator.cpu_pct, 0));
    if (parts.isEmpty())
        return Captions::tr("Nothing known about the generator yet");
    const auto figures = parts.join(QStringLiteral(", "));
    return generator.verdict == "ok" ? figures
                                     : Captions::tr("%1: %2").arg(trustWord(generator.verdict), figures);
}

} // namespace plumb::models
