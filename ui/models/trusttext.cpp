// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/trusttext.h"

#include "report/generatorverdict.h"
#include "ui/models/format.h"

#include <QCoreApplication>

#include <cmath>

namespace plumb::models {

namespace {

using Kind = report::TrustFact::Kind;
using Level = report::TrustFact::Level;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Trust)
};

QString ms(double value)
{
    return std::isfinite(value) ? latency(value) : absent();
}

QString pct(std::optional<double> value)
{
    return value && std::isfinite(*value) ? Texts::tr("%1 %").arg(figure(*value, 0)) : absent();
}

QString times(const std::vector<double>& v)
{
    return Texts::tr("p50 %1, p99 %2, max %3").arg(ms(v[0]), ms(v[1]), ms(v[2]));
}

QString whole(double value)
{
    return std::isfinite(value) ? count(std::llround(value)) : absent();
}

} // namespace

QString trustWord(const std::string& verdict)
{
    return verdict == "ok"     ? Texts::tr("trusted")
        : verdict == "suspect" ? Texts::tr("doubtful")
                               : Texts::tr("not trusted");
}

QString trustLevelWord(Level level)
{
    switch (level) {
    case Level::good:
        return Texts::tr("fine");
    case Level::note:
        return Texts::tr("note");
    case Level::bad:
        return Texts::tr("limit");
    case Level::unknown:
        break;
    }
    return Texts::tr("unknown");
}

QString trustSentenceText(const report::TrustContext& context)
{
    const auto& own = context.generator;
    if (own.verdict != "ok") {
        const auto why = own.reasons.empty() ? QString() : reasonText(own.reasons.front(), context);
        return own.verdict == "invalid"
            ? Texts::tr("The generator was the limit, not the target. %1").arg(why)
            : Texts::tr("The generator may have disturbed the figures. %1").arg(why);
    }
    if (own.lag_ms.p99 && own.busiest_pct)
        return Texts::tr("The generator kept up: 99 % of its sends were at most %1 late, its busiest thread "
                         "used %2 of a core.")
            .arg(latency(own.lag_ms.p99), pct(own.busiest_pct));
    if (own.busiest_pct)
        return Texts::tr("The generator kept up: its busiest thread used %1 of a core.")
            .arg(pct(own.busiest_pct));
    return Texts::tr("Nothing speaks against the generator.");
}

QString trustAdviceText(const std::vector<std::string>& advice)
{
    QStringList parts;
    for (const auto& code : advice) {
        parts << (code == "use-direct"   ? Texts::tr("use the direct transport")
                : code == "more-workers" ? Texts::tr("use more workers")
                : code == "lower-rate"   ? Texts::tr("lower the rate")
                : code == "fewer-users"  ? Texts::tr("use fewer users, or give them think time")
                : code == "move-off"     ? Texts::tr("move the generator off the target's machine")
                : code == "quiet"        ? Texts::tr("close other programs on this machine")
                : code == "keep-alive"   ? Texts::tr("keep connections open")
                : code == "more-ports"   ? Texts::tr("use fewer users, or let more ports be used")
                : code == "open-files"   ? Texts::tr("raise the limit of open files")
                                         : QString::fromStdString(code));
    }
    return parts.isEmpty() ? QString()
                           : Texts::tr("What to do: %1.").arg(parts.join(Texts::tr(", or ", "joins advice")));
}

QString reasonText(const report::GeneratorReason& reason, const report::TrustContext& context)
{
    const auto& own = context.generator;
    const auto& code = reason.code;
    const auto thread = [&own] {
        return Texts::tr("Its busiest thread used %1 of a core and waited for one %2 of the time.")
            .arg(pct(own.busiest_pct), pct(own.wait_pct.value_or(0.0)));
    };
    if (code == "dropped")
        return Texts::tr("Arrivals were dropped while it was at its limit.") + QLatin1Char(' ') + thread();
    if (code == "late" || code == "disturbed") {
        const auto late
            = Texts::tr("1 % of the sends that had a free user were more than %1 late (allowed: %2).")
                  .arg(latency(own.lag_ms.p99), latency(report::allowedLag_ms(context.response_p99_ms)));
        return late + QLatin1Char(' ')
            + (code == "late" ? thread()
                              : Texts::tr("It was not busy: other programs may have disturbed it."));
    }
    if (code == "own-queue")
        return thread() + QLatin1Char(' ')
            + Texts::tr("Answers waited %1 (median) until it saw them, of %2 measured.")
                  .arg(latency(own.loop_ms.p50), latency(context.service_p50_ms));
    if (code == "ports")
        return Texts::tr("%1 requests failed because this machine had no port left.")
            .arg(count(own.port_errors));
    if (code == "files")
        return Texts::tr("%1 requests failed because this machine could open no more files.")
            .arg(count(own.file_errors));
    if (code == "busy" || code == "warm")
        return thread() + QLatin1Char(' ') + Texts::tr("Latencies may include its own delays.");
    if (code == "kept-waiting")
        return Texts::tr("Its busiest thread waited for a free core %1 of the time.").arg(pct(own.wait_pct));
    if (code == "steal")
        return Texts::tr("Other virtual machines took %1 of the time of the cores.").arg(pct(own.steal_pct));
    if (code == "resends")
        return Texts::tr("%1 requests were sent again inside the HTTP library.").arg(count(own.resends));
    return QString::fromStdString(reason.text);
}

QString trustTitleText(Kind kind)
{
    switch (kind) {
    case Kind::rate:
        return Texts::tr("Offered and achieved");
    case Kind::response:
        return Texts::tr("Response and service time");
    case Kind::late:
        return Texts::tr("Generator late");
    case Kind::waited:
        return Texts::tr("Waited for a free user");
    case Kind::cpu:
        return Texts::tr("CPU of the generator");
    case Kind::runQueue:
        return Texts::tr("Kept waiting for a core");
    case Kind::loop:
        return Texts::tr("Event loop delay");
    case Kind::machine:
        return Texts::tr("Machine during the run");
    case Kind::connections:
        return Texts::tr("Connections");
    case Kind::floor:
        return Texts::tr("Calibration floor");
    case Kind::before:
        return Texts::tr("Machine before the run");
    }
    return {};
}

QString trustFigureText(const report::TrustFact& fact)
{
    const auto& v = fact.values;
    switch (fact.kind) {
    case Kind::rate:
        if (std::isnan(v[1]))
            return Texts::tr("%1 iterations/s").arg(rate(v[0]));
        return v[2] > 0.0
            ? Texts::tr("%1 of %2 iterations/s, %3 dropped").arg(rate(v[0]), rate(v[1]), whole(v[2]))
            : Texts::tr("%1 of %2 iterations/s").arg(rate(v[0]), rate(v[1]));
    case Kind::response:
        return Texts::tr("p99 %1 against %2").arg(ms(v[0]), ms(v[1]));
    case Kind::late:
    case Kind::loop:
        return times(v);
    case Kind::waited:
        return v[0] > 0.0 ? Texts::tr("%1 arrivals (%2), p99 %3").arg(whole(v[0]), percent(v[1]), ms(v[2]))
                          : Texts::tr("none");
    case Kind::cpu:
        return Texts::tr("%1 of a core; all threads %2").arg(pct(v[0]), pct(v[1]));
    case Kind::runQueue:
        return Texts::tr("%1 of the time").arg(pct(v[0]));
    case Kind::machine:
        return v[1] >= 0.5 ? Texts::tr("%1 idle, %2 stolen").arg(pct(v[0]), pct(v[1]))
                           : Texts::tr("%1 idle").arg(pct(v[0]));
    case Kind::connections: {
        auto text = v[1] > 0.0 ? Texts::tr("%1 new, %2 TLS handshakes").arg(whole(v[0]), whole(v[1]))
                               : Texts::tr("%1 new").arg(whole(v[0]));
        if (v[2] > 0.0)
            text += Texts::tr(", %1 requests sent again").arg(whole(v[2]));
        if (v[3] + v[4] > 0.0)
            text += Texts::tr(", %1 could not be made").arg(whole(v[3] + v[4]));
        return text;
    }
    case Kind::floor:
        return std::isnan(v[0])
            ? Texts::tr("not calibrated")
            : Texts::tr("%1 of %2; %3 of %4 requests/s").arg(ms(v[0]), ms(v[1]), rate(v[3]), rate(v[2]));
    case Kind::before:
        return std::isnan(v[0]) ? absent() : Texts::tr("%1 idle").arg(pct(v[0]));
    }
    return {};
}

QString trustMeaning(const report::TrustFact& fact, const report::TrustContext& context)
{
    const auto pick = [&fact](const QString& good, const QString& note, const QString& bad) {
        return fact.level == Level::good ? good
            : fact.level == Level::note  ? note
            : fact.level == Level::bad   ? bad
                                         : Texts::tr("Not known.");
    };
    switch (fact.kind) {
    case Kind::rate:
        return context.closed && fact.level == Level::good
            ? Texts::tr("Closed model: users wait for their answers, so the target sets the rate.")
            : pick(Texts::tr("What was offered was achieved."),
                Texts::tr("The target or the number of users did not allow more."),
                Texts::tr("Less was offered than the scenario asks for."));
    case Kind::response:
        return pick(Texts::tr("Requests were sent when they were due."),
            Texts::tr(
                "Requests waited before they were sent: response time counts it, service time does not."),
            {});
    case Kind::late:
        return pick(Texts::tr("Sends that had a free user left on time."),
            Texts::tr("Late, though it was not busy: something else disturbed it."),
            Texts::tr("Its own lateness is part of what was measured."));
    case Kind::waited:
        return pick(Texts::tr("Every arrival found a free user."),
            Texts::tr("The target or the number of users made them wait, not the generator."), {});
    case Kind::cpu:
        return pick(Texts::tr("Room to spare: a thread can use one core."),
            Texts::tr("Little room: keep 20 % idle."),
            Texts::tr("A thread that never rests measures itself."));
    case Kind::runQueue:
        return pick(Texts::tr("A core was free whenever it needed one."),
            Texts::tr("Other programs, perhaps the target, used the cores at times."),
            Texts::tr("There were too few cores for everything that ran."));
    case Kind::loop:
        return pick(Texts::tr("Answers were seen as soon as they came."),
            Texts::tr("Answers waited a good part of what was measured until it saw them."),
            Texts::tr("What was measured is for a good part the generator's own queue."));
    case Kind::machine:
        return pick(Texts::tr("There was time left for everything."),
            context.target_here ? Texts::tr("Hardly any time left: target and generator share these cores.")
                                : Texts::tr("Hardly any time left on this machine."),
            Texts::tr("Other virtual machines took time away."));
    case Kind::connections:
        return pick(Texts::tr("Nothing ran out."),
            fact.values[2] > 0.0 ? Texts::tr("Times of requests sent again hold more than one attempt.")
                                 : Texts::tr("At this pace the ports of this machine run out."),
            Texts::tr("This machine ran out of ports or files."));
    case Kind::floor:
        return fact.level == Level::unknown
            ? Texts::tr("Calibrate on the Run page to learn what the generator itself takes here.")
            : pick(
                Texts::tr("Measured and made stay well away from what the generator itself takes and can."),
                Texts::tr(
                    "The generator's own time is a good part of this, or its rate near the most it makes."),
                {});
    case Kind::before:
        if (fact.level == Level::note) {
            QStringList all;
            for (const auto& sentence : context.generator.disturbances)
                all << QString::fromStdString(sentence);
            return Texts::tr("Not quiet: %1.").arg(all.join(QStringLiteral(", ")));
        }
        return fact.level == Level::unknown ? Texts::tr("It was not looked at.")
                                            : Texts::tr("Nothing else was going on.");
    }
    return {};
}

} // namespace plumb::models
