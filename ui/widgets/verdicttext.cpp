// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/verdicttext.h"

#include <QCoreApplication>

namespace plumb::ui {

using metric::Verdict;

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("Verdict", text);
}

} // namespace

QString verdictHelp(Verdict verdict)
{
    switch (verdict) {
    case Verdict::pass:
        return translated(QT_TRANSLATE_NOOP("Verdict", "Within every limit that was judged."));
    case Verdict::warn:
        return translated(QT_TRANSLATE_NOOP("Verdict", "Beyond a warning limit, within every failing one."));
    case Verdict::fail:
        return translated(QT_TRANSLATE_NOOP("Verdict", "Beyond a limit that must hold."));
    case Verdict::inconclusive:
        return translated(
            QT_TRANSLATE_NOOP("Verdict", "The measurement is too noisy or too short to decide."));
    case Verdict::invalid:
        return translated(QT_TRANSLATE_NOOP(
            "Verdict", "The run cannot be trusted, for instance because the load generator was the limit."));
    case Verdict::noBaseline:
        return translated(QT_TRANSLATE_NOOP("Verdict", "Nothing is pinned to compare with."));
    case Verdict::notMeasured:
        return translated(QT_TRANSLATE_NOOP("Verdict", "The report holds no value for this rule."));
    case Verdict::skipped:
        return translated(
            QT_TRANSLATE_NOOP("Verdict", "The step did not run, so there was nothing to judge."));
    }
    return {};
}

QStringView verdictIconName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::pass:
        return u"verdict-pass";
    case Verdict::warn:
        return u"verdict-warn";
    case Verdict::fail:
        return u"verdict-fail";
    case Verdict::inconclusive:
        return u"verdict-inconclusive";
    case Verdict::invalid:
        return u"verdict-invalid";
    case Verdict::noBaseline:
        return u"verdict-no-baseline";
    case Verdict::notMeasured:
        return u"verdict-not-measured";
    case Verdict::skipped:
        return u"verdict-skipped";
    }
    return {};
}

InkAndTint verdictColors(Verdict verdict, const Theme& theme)
{
    switch (verdict) {
    case Verdict::pass:
        return theme.pass;
    case Verdict::warn:
        return theme.warn;
    case Verdict::fail:
        return theme.fail;
    case Verdict::invalid:
        return theme.invalid;
    case Verdict::inconclusive:
    case Verdict::noBaseline:
    case Verdict::notMeasured:
    case Verdict::skipped:
        break;
    }
    return theme.neutral;
}

} // namespace plumb::ui
