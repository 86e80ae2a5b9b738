// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/livejudge.h"

#include <algorithm>

namespace plumb::models {

namespace {

constexpr int restFactor = 50;

/// What is in flight is no failure yet: the rates are of what has ended.
void leaveOutUnfinished(report::Report& report)
{
    auto& totals = report.totals;
    totals.unfinished = 0;
    totals.sent = totals.completed + totals.failed;
    totals.planned = totals.sent + totals.dropped;
    totals.success_rate = totals.planned > 0
        ? std::optional(static_cast<double>(totals.completed) / static_cast<double>(totals.planned))
        : std::nullopt;
    // A run under way is not one that ended too early.
    report.partial = false;
}

} // namespace

void LiveJudge::apply(const report::RunEvent& event)
{
    if (m_over)
        return;
    if (std::holds_alternative<report::Finished>(event)) {
        m_over = true;
        m_judgement.reset();
        m_builder = {};
        return;
    }
    if (const auto* started = std::get_if<report::RunStarted>(&event); started != nullptr) {
        const auto json = parseJson(started->thresholds_json, started->thresholds_name);
        auto thresholds = json ? judge::thresholdsFromJson(*json, started->thresholds_name)
                               : Result<judge::Thresholds>(json.error());
        if (thresholds) {
            m_waiting = static_cast<int>(std::erase_if(
                thresholds->rules, [](const judge::Rule& rule) { return !rule.against.empty(); }));
            m_thresholds = std::move(*thresholds);
        }
    }
    if (const auto* tick = std::get_if<report::Tick>(&event); tick != nullptr) {
        m_newer = true;
        m_measured = m_measured
            || std::any_of(tick->steps.begin(), tick->steps.end(), [](const report::StepTick& step) {
                   return step.phase == report::Phase::measure && step.finished() > 0;
               });
    }
    m_builder.add(event);
}

const std::optional<LiveJudgement>& LiveJudge::judge()
{
    const auto before = std::chrono::steady_clock::now();
    if (!m_over && m_measured && m_newer && m_builder.started() && before >= m_rest) {
        judgeNow();
        m_newer = false;
        const auto after = std::chrono::steady_clock::now();
        m_rest = after + restFactor * (after - before);
    }
    return m_judgement;
}

void LiveJudge::judgeNow()
{
    auto report = m_builder.build();
    leaveOutUnfinished(report);
    auto judged = judge::judgeRounds({&report, 1}, m_thresholds ? &*m_thresholds : nullptr, true);
    m_judgement = LiveJudgement{
        judged.verdict, QString::fromStdString(judged.sentence), std::move(judged.rules), m_waiting};
}

} // namespace plumb::models
