// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/liveloads.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace plumb::models {

namespace {

struct LiveLoads
{
    Q_DECLARE_TR_FUNCTIONS(LiveLoads)
};

LiveLoad::Changes changesFrom(const std::string& word)
{
    return word == "rate" ? LiveLoad::Changes::rate
        : word == "users" ? LiveLoad::Changes::users
        : word == "size"  ? LiveLoad::Changes::size
                          : LiveLoad::Changes::nothing;
}

} // namespace

std::vector<LiveLoad> liveLoads(
    const std::vector<report::LoadInfo>& known, const std::vector<report::LoadTick>& now)
{
    std::vector<LiveLoad> loads;
    for (const auto& tick : now) {
        if (tick.load < 0 || static_cast<std::size_t>(tick.load) >= known.size())
            continue;
        const auto& info = known[static_cast<std::size_t>(tick.load)];
        loads.push_back({tick.load, QString::fromStdString(info.pattern),
            QString::fromStdString(info.executor), changesFrom(info.changes), tick.level, tick.most});
    }
    if (loads.size() == 1)
        loads.front().pattern.clear();
    return loads;
}

bool allByRate(const std::vector<LiveLoad>& loads)
{
    return std::all_of(loads.begin(), loads.end(),
        [](const LiveLoad& load) { return load.executor.endsWith(QLatin1String("arrival-rate")); });
}

QString fixedLoadsText(const std::vector<LiveLoad>& loads)
{
    QStringList names;
    for (const auto& load : loads) {
        if (load.changes == LiveLoad::Changes::nothing)
            names << (load.pattern.isEmpty() ? load.executor
                                             : LiveLoads::tr("%1 (%2)").arg(load.pattern, load.executor));
    }
    if (names.isEmpty())
        return {};
    return LiveLoads::tr("Not to be changed under way: %1. The number of iterations was fixed beforehand.")
        .arg(names.join(QStringLiteral(", ")));
}

} // namespace plumb::models
