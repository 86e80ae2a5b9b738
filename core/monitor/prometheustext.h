// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plumb::monitor {

/// Which samples of a page make one series: all of a name, or those with certain labels; their values are
/// summed. "http_requests_total", "http_requests_total{code=\"500\",method!=\"GET\"}".
struct SeriesChoice
{
    struct Label
    {
        std::string name, value;
        bool equal = true;
    };
    std::string text; ///< as written
    std::string name;
    std::vector<Label> labels;
};
Result<SeriesChoice> parseSeriesChoice(const std::string& text);

/// One line of a page in the Prometheus text format 0.0.4 or OpenMetrics.
struct PrometheusSample
{
    std::string_view name;
    std::vector<std::pair<std::string_view, std::string>> labels; ///< values unescaped
    double value = 0.0; ///< may be NaN or infinite
};
/// Nothing where the line is no sample (also comments and empty lines).
std::optional<PrometheusSample> parseSample(std::string_view line);

/// What a page says of one choice.
struct PageValue
{
    std::optional<double> sum; ///< of the finite values; absent where no sample matches
    int samples = 0;
    bool counter = false; ///< only goes up: a rate is made of it
};
struct PageReading
{
    std::vector<PageValue> values; ///< by choice
    int samples = 0; ///< lines that are samples, read or not
    std::string wrong; ///< the first line that is neither sample nor comment, cut; empty if there is none
    std::vector<std::string> names; ///< a few names of the page, to tell what there is
};
PageReading readPage(std::string_view page, const std::vector<SeriesChoice>& choices);

/// Unit by the customs of naming: "B" of _bytes, "s" of _seconds; with @p counter per second.
std::string unitOf(std::string_view name, bool counter);

} // namespace plumb::monitor
