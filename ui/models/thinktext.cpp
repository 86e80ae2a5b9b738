// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/thinktext.h"

#include "ui/models/scenariofields.h"

#include <QRegularExpression>

#include <array>

namespace plumb::models {

namespace {

using scenario::Think;
using Kind = Think::Kind;

constexpr std::array<std::pair<const char*, Kind>, 3> distributions{
    {{"exponential", Kind::exponential}, {"normal", Kind::normal}, {"lognormal", Kind::lognormal}}};

} // namespace

QString thinkText(const Think& think)
{
    const auto a = boundText(think.a);
    const auto b = boundText(think.b);
    if (think.kind == Kind::fixed)
        return a;
    if (think.kind == Kind::range)
        return QStringLiteral("%1-%2").arg(a, b);
    for (const auto& [name, kind] : distributions) {
        if (kind == think.kind)
            return QStringLiteral("%1 %2 %3").arg(QLatin1String(name), a, b).trimmed();
    }
    return {};
}

Think thinkFrom(const QString& text, const Think& before)
{
    const auto ms = scenario::Unit::milliseconds;
    const auto typed = text.trimmed();
    Think think;
    think.extra = before.extra;
    if (typed.isEmpty())
        return think;
    for (const auto& [name, kind] : distributions) {
        const auto words = typed.split(QRegularExpression(QStringLiteral("\\s+")));
        if (words[0] != QLatin1String(name))
            continue;
        think.kind = kind;
        think.a = boundFrom<double>(words.value(1), ms);
        think.b = boundFrom<double>(words.value(2), kind == Kind::lognormal ? scenario::Unit::none : ms);
        return think;
    }
    static const QRegularExpression range(QStringLiteral("^(.*[^-\\s])\\s*-\\s*([^-\\s].*)$"));
    const auto match = range.match(typed);
    if (match.hasMatch() && !typed.startsWith(QLatin1String("{{"))) {
        think.kind = Kind::range;
        think.a = boundFrom<double>(match.captured(1), ms);
        think.b = boundFrom<double>(match.captured(2), ms);
        return think;
    }
    think.kind = Kind::fixed;
    think.a = boundFrom<double>(typed, ms);
    return think;
}

} // namespace plumb::models
