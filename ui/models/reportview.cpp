// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/reportview.h"

#include "stats/hdrhistogram.h"

#include <algorithm>
#include <cmath>

namespace plumb::models {

PercentileCurve percentileCurve(const stats::HdrHistogram& histogram)
{
    PercentileCurve curve;
    curve.count = histogram.totalCount();
    if (histogram.empty())
        return curve;
    // 40 points per decade of 1 / (1 - p): finer than a pixel on any plot of this width. Past x = N a sample
    // has nothing to say.
    constexpr double perDecade = 40.0;
    const auto total = static_cast<double>(curve.count);
    const auto buckets = histogram.buckets();
    auto bucket = buckets.cbegin();
    std::int64_t seen = bucket->count;
    for (int i = 0;; ++i) {
        const auto x = std::min(std::pow(10.0, i / perDecade), total);
        // Nearest rank; the guard keeps 0.9 * 1000 at 900 whatever binary rounding makes of it.
        const auto exact = std::ceil((1.0 - 1.0 / x) * total * (1.0 - 1e-12));
        const auto rank = std::max<std::int64_t>(1, static_cast<std::int64_t>(exact));
        while (seen < rank && std::next(bucket) != buckets.cend()) {
            ++bucket;
            seen += bucket->count;
        }
        curve.percentile.push_back(1.0 - 1.0 / x);
        curve.value.push_back(static_cast<double>(bucket->highest) / 1000.0);
        if (x >= total)
            break;
    }
    return curve;
}

std::shared_ptr<const ReportView> makeReportView(report::Report report, const QString& file)
{
    auto view = std::make_shared<ReportView>();
    view->file = file;
    stats::HdrHistogram response;
    stats::HdrHistogram service;
    for (const auto& step : report.steps) {
        const auto curve = [&step](report::Series series, stats::HdrHistogram& all) {
            const auto& text = step.histograms[static_cast<std::size_t>(series)];
            if (text.empty())
                return PercentileCurve();
            const auto histogram = stats::HdrHistogram::decode(text);
            if (!histogram)
                return PercentileCurve();
            if (!step.pattern.empty())
                all.merge(*histogram);
            return percentileCurve(*histogram);
        };
        view->stepResponse.push_back(curve(report::Series::response, response));
        view->stepService.push_back(curve(report::Series::service, service));
    }
    view->response = percentileCurve(response);
    view->service = percentileCurve(service);
    view->heatMap = latencyHeatMap(report.series.windows);
    view->scenarioText = QString::fromStdString(dumpJson(report.scenario, 2));
    view->report = std::move(report);
    return view;
}

} // namespace plumb::models
