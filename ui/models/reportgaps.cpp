// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/reportgaps.h"

#include "ui/models/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumb::models {

namespace {

struct GapTexts
{
    Q_DECLARE_TR_FUNCTIONS(GapTexts)
};

/// What the run itself said last about why it could not go on.
QString toldCause(const report::Report& report)
{
    const auto told = std::find_if(report.events.rbegin(), report.events.rend(),
        [](const report::RunMark& event) { return event.kind == "abort" && !event.text.empty(); });
    auto text = told == report.events.rend() ? QString() : QString::fromStdString(told->text);
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    if (!text.isEmpty() && !text.endsWith(QLatin1Char('.')))
        text += QLatin1Char('.');
    return text;
}

NothingMeasured byEnd(const report::Report& report)
{
    if (report.ended_by == "target")
        return {GapTexts::tr("The run could not start: its target did not answer"), {},
            GapTexts::tr(
                "Start the service, or correct the address of the target in the scenario, and run it "
                "again."),
            false};
    if (report.ended_by == "setup")
        return {GapTexts::tr("The run could not start: a setup step failed"), {},
            report.samples.empty()
                ? GapTexts::tr("Mend the setup step or the variables it uses, try it with Send once on the "
                               "Compose page, and run the scenario again.")
                : GapTexts::tr(
                    "The failing exchange is kept under Samples. Mend the setup step or the variables "
                    "it uses, try it with Send once on the Compose page, and run the scenario again."),
            false};
    if (report.ended_by == "user" || report.ended_by == "abort")
        return {GapTexts::tr("The run was stopped before anything was measured"), {},
            GapTexts::tr("Let it run past its warm-up: only requests of the measure phase count."), true};
    if (report.ended_by == "crash")
        return {GapTexts::tr("The runner ended before anything was measured"), {},
            GapTexts::tr(
                "Run the scenario again. If it ends like this again, look for its last words with: plumb "
                "run SCENARIO --verbose"),
            true};
    return {GapTexts::tr("Nothing was measured"), {},
        GapTexts::tr(
            "No request finished in the measure phase. See under Books and Skipped which requests there "
            "were, and make the measure phase longer than a request takes."),
        true};
}

} // namespace

std::optional<NothingMeasured> nothingMeasured(const report::Report& report)
{
    if (report.totals.completed + report.totals.failed > 0)
        return std::nullopt;
    auto nothing = byEnd(report);
    nothing.cause = toldCause(report);
    if (nothing.cause.isEmpty() && report::endedByRule(report.ended_by))
        nothing.cause = endedBySentence(report.ended_by);
    nothing.courses = nothing.courses
        && std::any_of(
            report.series.count.begin(), report.series.count.end(), [](double count) { return count > 0.0; });
    return nothing;
}

ReportGaps reportGaps(const report::Report& report, bool part)
{
    const bool measured = report.totals.completed + report.totals.failed > 0;
    // A set-up may fail while the measure phase has no failure.
    std::int64_t failedElsewhere = 0;
    for (const auto& phase : report.phases) {
        if (phase.phase != report::Phase::measure)
            failedElsewhere += phase.failed;
    }
    ReportGaps gaps;
    gaps.rules = GapTexts::tr("No rule judged this report.");
    gaps.steps = GapTexts::tr("No step ran in the measure phase.");
    gaps.errors = part
        ? GapTexts::tr("Nothing failed in this part of the run, and no answer gave a reason code.")
        : measured && failedElsewhere > 0
        ? GapTexts::tr("Every request of the measure phase ended well; %n failed in other phases, see Books.",
            nullptr, static_cast<int>(failedElsewhere))
        : measured ? GapTexts::tr("Every request ended well: no failure, no failed check, no reason code.")
                   : GapTexts::tr("No request finished in the measure phase, so none failed in it.");
    gaps.samples = part && !report.samples.empty()
        ? GapTexts::tr(
            "No exchange was kept from this part of the run. The slowest and the failing ones of the "
            "whole run are kept.")
        : measured ? GapTexts::tr("No exchange was kept. The slowest and the failing ones of a run are.")
                   : GapTexts::tr("No exchange was kept: no request was answered.");
    gaps.books = GapTexts::tr("The run ended before its first phase.");
    gaps.skipped = GapTexts::tr("No step was skipped: every step had the variables it needs.");
    gaps.events = part && !report.events.empty()
        ? GapTexts::tr("Nothing happened in this part of the run: no mark, no live change, no stop.")
        : GapTexts::tr("Nothing happened besides the load: no mark, no live change, no stop. Mark on the Run "
                       "page notes a moment.");
    return gaps;
}

} // namespace plumb::models
