// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/endings.h"

#include "ui/models/format.h"
#include "ui/models/reportrange.h"
#include "ui/models/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <numeric>

namespace plumb::models {

namespace {

struct Endings
{
    Q_DECLARE_TR_FUNCTIONS(Endings)
};

using Codes = std::map<std::string, std::vector<std::int64_t>>;

/// What makes a rate of a count in each row: rows after a gap or at the end are shorter than others.
std::vector<double> perSecond(const report::TimeSeries& rows)
{
    std::vector<double> factors(rows.t.size(), std::numeric_limits<double>::quiet_NaN());
    for (std::size_t i = 0; i < factors.size(); ++i) {
        if (i >= rows.rps.size() || !std::isfinite(rows.rps[i]))
            continue;
        const bool counted = i < rows.count.size() && rows.count[i] > 0.0;
        factors[i] = counted ? rows.rps[i] / rows.count[i] : 1.0 / rows.interval_s;
    }
    return factors;
}

std::int64_t sum(const std::vector<std::int64_t>& counts)
{
    return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

/// The most frequent first; what is counted together already stands last.
std::vector<std::string> byFrequency(const Codes& codes)
{
    std::vector<std::string> names;
    for (const auto& [code, counts] : codes)
        names.push_back(code);
    std::stable_sort(names.begin(), names.end(), [&codes](const std::string& a, const std::string& b) {
        if ((a == report::otherReasons) != (b == report::otherReasons))
            return b == report::otherReasons;
        return sum(codes.at(a)) > sum(codes.at(b));
    });
    return names;
}

template <class Word>
std::vector<EndingCourse> courses(
    const report::TimeSeries& rows, const Codes& codes, std::size_t most, const QString& rest, Word word)
{
    std::vector<EndingCourse> result;
    const auto factors = perSecond(rows);
    const auto names = byFrequency(codes);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto& counts = codes.at(names[i]);
        const bool together = names.size() > most && i + 1 >= most;
        if (!together || i + 1 == most)
            result.push_back({together ? rest : word(names[i]), std::vector<double>(factors.size()), 0,
                together || names[i] == report::otherReasons});
        auto& course = result.back();
        course.total += sum(counts);
        for (std::size_t row = 0; row < std::min(factors.size(), counts.size()); ++row)
            course.per_s[row] += static_cast<double>(counts[row]) * factors[row];
    }
    return result;
}

} // namespace

std::vector<EndingCourse> outcomeCourses(const report::TimeSeries& rows, std::size_t most)
{
    EndingCourse ok{outcomeWord(report::Outcome::ok), rows.rps, 0, false};
    std::int64_t failed = 0;
    for (std::size_t i = 0; i < ok.per_s.size(); ++i) {
        ok.per_s[i] = std::max(0.0, rows.rps[i] - (i < rows.errors.size() ? rows.errors[i] : 0.0));
        if (i < rows.count.size() && std::isfinite(rows.count[i]))
            ok.total += std::llround(rows.count[i]);
        if (i < rows.failed.size() && std::isfinite(rows.failed[i]))
            failed += std::llround(rows.failed[i]);
    }
    ok.total -= failed;
    std::vector<EndingCourse> result{std::move(ok)};
    if (rows.outcomes.empty()) {
        result.push_back({Endings::tr("failed"), rows.errors, failed, false});
        return result;
    }
    auto failing = courses(rows, rows.outcomes, most, Endings::tr("other failures"),
        [](const std::string& code) { return outcomeWord(code); });
    std::move(failing.begin(), failing.end(), std::back_inserter(result));
    return result;
}

std::vector<EndingCourse> reasonCourses(const report::TimeSeries& rows, std::size_t most)
{
    return courses(rows, rows.reasons, most, reasonWord(std::string(report::otherReasons)), reasonWord);
}

QString reasonCaption(const report::TimeSeries& rows, const RangeFigures* range)
{
    std::map<std::string, std::int64_t> sums;
    for (const auto& [code, counts] : rows.reasons)
        sums[code] = sum(counts);
    if (range != nullptr)
        sums = range->reasons;
    if (sums.empty())
        return range != nullptr ? Endings::tr("No answer gave a reason code in this part of the run")
                                : Endings::tr("No answer gave a reason code");
    const auto first = std::max_element(
        sums.begin(), sums.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    const auto name = reasonWord(first->first);
    const auto times = Endings::tr("%n time(s)", nullptr, static_cast<int>(first->second));
    if (range != nullptr || sums.size() == 1)
        return Endings::tr("%1 came %2 (%n reason(s) in all)", nullptr, static_cast<int>(sums.size()))
            .arg(name, times);
    const auto& counts = rows.reasons.at(first->first);
    const auto peak
        = static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin());
    return Endings::tr("%1, the most frequent of %2 reasons, came %3, most often at %4")
        .arg(name, count(static_cast<std::int64_t>(sums.size())), times,
            clock(peak < rows.t.size() ? rows.t[peak] : 0.0));
}

} // namespace plumb::models
