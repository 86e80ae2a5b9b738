// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/hgrmexporter.h"

#include <cmath>
#include <cstdio>

namespace plumb::exporting {

namespace {

/// Lines per half distance to 100 %, HdrHistogram's own default.
constexpr double ticksPerHalfDistance = 5.0;

template <class... Values>
std::string line(const char* format, Values... values)
{
    std::array<char, 160> buffer{};
    const int length = std::snprintf(buffer.data(), buffer.size(), format, values...);
    return {
        buffer.data(), static_cast<std::size_t>(std::clamp(length, 0, static_cast<int>(buffer.size()) - 1))};
}

/// As AbstractHistogram.outputPercentileDistribution() of HdrHistogram (Java), values in ms.
std::string distribution(const stats::HdrHistogram& histogram)
{
    std::string text
        = line("%12s %14s %10s %14s\n\n", "Value", "Percentile", "TotalCount", "1/(1-Percentile)");
    const auto total = histogram.totalCount();
    double percent = 0.0;
    while (total > 0) {
        const auto value = histogram.valueAtPercentile(percent);
        const auto count = histogram.countAtOrBelow(value);
        const double ms = static_cast<double>(value) / 1000.0;
        if (count >= total) {
            text += line("%12.3f %2.12f %10lld\n", ms, 1.0, static_cast<long long>(count));
            break;
        }
        text += line("%12.3f %2.12f %10lld %14.2f\n", ms, percent / 100.0, static_cast<long long>(count),
            1.0 / (1.0 - percent / 100.0));
        const double halves = std::floor(std::log2(100.0 / (100.0 - percent))) + 1.0;
        percent += 100.0 / (ticksPerHalfDistance * std::exp2(halves));
    }
    text += line("#[Mean    = %12.3f, StdDeviation   = %12.3f]\n", histogram.mean() / 1000.0,
        histogram.stddev() / 1000.0);
    text += line("#[Max     = %12.3f, Total count    = %12lld]\n",
        static_cast<double>(histogram.max()) / 1000.0, static_cast<long long>(total));
    return text;
}

} // namespace

Result<std::vector<Document>> HgrmExporter::write(const report::Report& report) const
{
    stats::HdrHistogram all;
    for (const auto& step : report.steps) {
        const auto& encoded = step.histograms[static_cast<std::size_t>(report::Series::response)];
        if (encoded.empty()) {
            continue;
        }
        const auto histogram = stats::HdrHistogram::decode(encoded);
        if (!histogram) {
            return histogram.error();
        }
        all.merge(*histogram);
    }
    if (all.empty()) {
        return Error{ErrorKind::input, "the report holds no response times", report.id,
            "choose a run with answered requests"};
    }
    return std::vector<Document>{{".hgrm", distribution(all)}};
}

} // namespace plumb::exporting
