// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/prometheussource.h"

#include "base/units.h"
#include "scenario/jsonfields.h"

#include <limits>

namespace plumb::monitor {

namespace {

constexpr double absent = std::numeric_limits<double>::quiet_NaN();
constexpr int digits = 7;

/// Before the first page came, the name alone tells.
bool soundsLikeCounter(const std::string& name)
{
    return name.ends_with("_total") || name.ends_with("_count") || name.ends_with("_sum")
        || name.ends_with("_bucket");
}

} // namespace

PrometheusSource::PrometheusSource(std::string label, const std::vector<SeriesChoice>& choices, Fetch fetch)
    : m_label(std::move(label))
    , m_choices(choices)
    , m_fetch(std::move(fetch))
    , m_before(choices.size())
{
    for (const auto& choice : m_choices) {
        m_series.push_back({choice.text, unitOf(choice.name, soundsLikeCounter(choice.name))});
    }
}

void PrometheusSource::read(Nanos at, std::vector<double>& values, std::vector<std::string>& notices)
{
    values.assign(m_choices.size(), absent);
    const auto text = m_fetch();
    std::string trouble;
    PageReading page;
    if (!text) {
        trouble = text.error().what;
    } else {
        page = readPage(*text, m_choices);
        if (page.samples == 0) {
            trouble = page.wrong.empty() ? "the page holds no series"
                                         : "this is no Prometheus text: \"" + page.wrong + "\"";
        }
    }
    if (!trouble.empty()) {
        if (!std::exchange(m_failing, true)) {
            notices.push_back(m_label + " cannot be read: " + trouble);
        }
        m_before.assign(m_choices.size(), std::nullopt);
        return;
    }
    if (std::exchange(m_failing, false)) {
        notices.push_back(m_label + " can be read again");
    }
    tellMissing(page, notices);
    const double seconds = std::chrono::duration<double>(at - m_beforeAt).count();
    m_beforeAt = at;
    for (std::size_t i = 0; i < m_choices.size(); ++i) {
        const auto& value = page.values[i];
        if (!value.counter) {
            values[i] = value.sum ? roundSignificant(*value.sum, digits) : absent;
            continue;
        }
        const auto before = std::exchange(m_before[i], value.sum);
        if (!before || !value.sum || seconds <= 0.0) {
            continue;
        }
        if (*value.sum < *before) {
            notices.push_back("the counter " + m_choices[i].text + " fell: the service was started anew");
            continue;
        }
        values[i] = roundSignificant((*value.sum - *before) / seconds, digits);
    }
}

void PrometheusSource::tellMissing(const PageReading& page, std::vector<std::string>& notices)
{
    if (std::exchange(m_missingTold, true)) {
        return;
    }
    if (!page.wrong.empty()) {
        notices.push_back(m_label + " has lines that are no samples: \"" + page.wrong + "\"");
    }
    for (std::size_t i = 0; i < m_choices.size(); ++i) {
        if (page.values[i].samples == 0) {
            const auto near = scenario::nearest(m_choices[i].name, page.names);
            notices.push_back(m_label + " has no series " + m_choices[i].text
                + (near.empty() ? " so far" : "; did you mean " + near + "?"));
        }
    }
}

} // namespace plumb::monitor
