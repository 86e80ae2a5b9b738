// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/words.h"

#include "ui/models/format.h"

#include "report/steadywatch.h"

#include <QCoreApplication>

#include <cmath>

namespace plumb::models {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

} // namespace

QString verdictWord(metric::Verdict verdict)
{
    using metric::Verdict;
    switch (verdict) {
    case Verdict::pass:
        return Words::tr("pass");
    case Verdict::warn:
        return Words::tr("warn");
    case Verdict::fail:
        return Words::tr("fail");
    case Verdict::inconclusive:
        return Words::tr("inconclusive");
    case Verdict::invalid:
        return Words::tr("invalid");
    case Verdict::noBaseline:
        return Words::tr("no baseline");
    case Verdict::notMeasured:
        return Words::tr("not measured");
    case Verdict::skipped:
        return Words::tr("skipped");
    }
    return {};
}

QString verdictWord(const QString& code)
{
    const auto verdict = metric::verdictFromString(code.toStdString());
    return verdict ? verdictWord(*verdict) : code;
}

QString outcomeWord(report::Outcome outcome)
{
    using report::Outcome;
    switch (outcome) {
    case Outcome::ok:
        return Words::tr("ok");
    case Outcome::http4xx:
        return Words::tr("HTTP 4xx");
    case Outcome::http5xx:
        return Words::tr("HTTP 5xx");
    case Outcome::check:
        return Words::tr("failed check");
    case Outcome::dns:
        return Words::tr("name not found");
    case Outcome::connect:
        return Words::tr("no connection");
    case Outcome::tls:
        return Words::tr("TLS");
    case Outcome::timeout:
        return Words::tr("timeout");
    case Outcome::reset:
        return Words::tr("connection reset");
    case Outcome::protocol:
        return Words::tr("protocol error");
    }
    return {};
}

QString outcomeWord(const std::string& code)
{
    const auto outcome = report::outcomeFromString(code);
    return outcome ? outcomeWord(*outcome) : QString::fromStdString(code);
}

QString reasonWord(const std::string& code)
{
    return code == report::otherReasons ? Words::tr("other reasons") : QString::fromStdString(code);
}

QString phaseWord(report::Phase phase)
{
    using report::Phase;
    switch (phase) {
    case Phase::setup:
        return Words::tr("setup");
    case Phase::warmup:
        return Words::tr("warm-up");
    case Phase::measure:
        return Words::tr("measure");
    case Phase::cooldown:
        return Words::tr("cool-down");
    }
    return {};
}

QString partWord(report::Series series)
{
    using report::Series;
    switch (series) {
    case Series::response:
        return Words::tr("response");
    case Series::responseOk:
        return Words::tr("response, ok answers");
    case Series::service:
        return Words::tr("service");
    case Series::ttfb:
        return Words::tr("first byte, all before it");
    case Series::connect:
        return Words::tr("connect");
    case Series::tls:
        return Words::tr("TLS");
    case Series::send:
        return Words::tr("send");
    case Series::wait:
        return Words::tr("wait");
    case Series::receive:
        return Words::tr("receive");
    }
    return {};
}

QString stateWord(report::RunState state)
{
    using report::RunState;
    switch (state) {
    case RunState::preparing:
        return Words::tr("preparing");
    case RunState::setup:
        return Words::tr("setting up");
    case RunState::warmup:
        return Words::tr("warming up");
    case RunState::measuring:
        return Words::tr("measuring");
    case RunState::cooldown:
        return Words::tr("cooling down");
    case RunState::draining:
        return Words::tr("finishing requests in flight");
    case RunState::finished:
        return Words::tr("finished");
    }
    return {};
}

QString noteStateWord(library::AnnotationState state)
{
    using library::AnnotationState;
    switch (state) {
    case AnnotationState::note:
        return Words::tr("note");
    case AnnotationState::real:
        return Words::tr("real");
    case AnnotationState::noise:
        return Words::tr("noise");
    case AnnotationState::expected:
        return Words::tr("expected");
    case AnnotationState::fixed:
        return Words::tr("fixed");
    case AnnotationState::investigating:
        return Words::tr("investigating");
    }
    return {};
}

QString endedBySentence(const std::string& code)
{
    if (code == "schedule")
        return Words::tr("Ran to the end of its schedule.");
    if (code == "user")
        return Words::tr("Stopped by the user; requests in flight were finished.");
    if (code == "abort")
        return Words::tr("Aborted by the user; requests in flight were cancelled.");
    if (const auto rule = report::endedByRule(code)) {
        return rule->empty()
            ? Words::tr("Ended by a stop rule.")
            : Words::tr("Ended by the stop rule %1.")
                  .arg(QString::fromUtf8(rule->data(), static_cast<qsizetype>(rule->size())));
    }
    if (code == "crash")
        return Words::tr("Recovered after the runner ended unexpectedly.");
    if (code == "setup")
        return Words::tr("Ended because a setup step failed.");
    if (code == "target")
        return Words::tr("Ended because the target could not be reached.");
    return code.empty() ? QString() : Words::tr("Ended by: %1.").arg(QString::fromStdString(code));
}

QString steadyWord(const std::string& kind)
{
    if (kind == "flat")
        return Words::tr("flat");
    if (kind == "warm-up")
        return Words::tr("warm-up");
    if (kind == "slowdown")
        return Words::tr("slowdown");
    if (kind == "late-shift")
        return Words::tr("late shift");
    if (kind == "drift")
        return Words::tr("drift");
    if (kind == "cyclic")
        return Words::tr("cyclic");
    return kind == "insufficient" ? Words::tr("too short to tell") : QString::fromStdString(kind);
}

namespace {

/// Of one part of a run that is not flat.
QString partSentence(const report::SteadyReport& steady)
{
    const auto what = steady.of_rate ? Words::tr("The rate") : Words::tr("The response time");
    const auto change = percent(std::abs(steady.change.value_or(0.0)));
    const auto rose = steady.change.value_or(0.0) > 0.0;
    if (steady.kind == "cyclic")
        return Words::tr("%1 repeats every %2.").arg(what, clock(steady.period_s.value_or(0.0)));
    if (steady.kind == "late-shift")
        return (rose ? Words::tr("%1 rose by %2 at %3: this run never settled (late shift).")
                     : Words::tr("%1 fell by %2 at %3: this run never settled (late shift)."))
            .arg(what, change, clock(steady.at_s.value_or(0.0)));
    if (steady.kind == "drift")
        return (rose ? Words::tr("%1 rose by %2 from beginning to end: this run never settled (drift).")
                     : Words::tr("%1 fell by %2 from beginning to end: this run never settled (drift)."))
            .arg(what, change);
    // Warm-up and slowdown: at rest after the cut.
    return (rose ? Words::tr(
                "%1 rose by %2 until %3 and then kept one level: %4. A longer warm-up leaves this out.")
                 : Words::tr(
                     "%1 fell by %2 until %3 and then kept one level: %4. A longer warm-up leaves this out."))
        .arg(what, change, clock(steady.cut_s.value_or(0.0)), steadyWord(steady.kind));
}

} // namespace

QString steadySentence(const report::Report& report)
{
    QStringList sentences;
    for (const auto& [pattern, steady] : report::steadyParts(report)) {
        if (steady->kind == "flat")
            continue;
        const auto sentence = partSentence(*steady);
        sentences << (pattern.empty()
                ? sentence
                : QStringLiteral("%1: %2").arg(QString::fromStdString(pattern), sentence));
    }
    return sentences.join(QLatin1Char(' '));
}

QString errorText(const Error& error)
{
    auto text = QString::fromStdString(error.what);
    if (!error.where.empty())
        text = QString::fromStdString(error.where) + QStringLiteral(": ") + text;
    if (!error.remedy.empty())
        text += QStringLiteral(". ") + Words::tr("Remedy: %1").arg(QString::fromStdString(error.remedy));
    return text;
}

} // namespace plumb::models
