// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "monitor/pagefetch.h"
#include "monitor/prometheustext.h"
#include "monitor/source.h"

#include <functional>
#include <optional>

namespace plumb::monitor {

/// Series of a page in the Prometheus text format: gauges as they are, counters as rates per second.
class PrometheusSource final : public Source
{
public:
    /// Gives the page or says why not.
    using Fetch = std::function<Result<std::string>()>;
    PrometheusSource(std::string label, const std::vector<SeriesChoice>& choices, Fetch fetch);

    [[nodiscard]] std::string_view kind() const override { return "prometheus"; }
    [[nodiscard]] const std::string& label() const override { return m_label; }
    [[nodiscard]] const std::vector<SeriesInfo>& series() const override { return m_series; }
    void read(Nanos at, std::vector<double>& values, std::vector<std::string>& notices) override;
    [[nodiscard]] bool asksAnother() const override { return true; }

private:
    void tellMissing(const PageReading& page, std::vector<std::string>& notices);

    std::string m_label;
    std::vector<SeriesChoice> m_choices;
    std::vector<SeriesInfo> m_series;
    Fetch m_fetch;
    std::vector<std::optional<double>> m_before; ///< sums of counters at the last reading
    Nanos m_beforeAt{};
    bool m_failing = false, m_missingTold = false;
};

/// A page at most this large is read.
inline constexpr std::size_t maxPageBytes = 8U << 20;
inline constexpr std::chrono::milliseconds pageTimeout{2000};

} // namespace plumb::monitor
