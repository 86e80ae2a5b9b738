// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/loadforms.h"

#include <nlohmann/json.hpp>

namespace plumb::ui::loadform {

namespace {

using scenario::Load;

void complete(Load& load, const QString& form)
{
    const auto need = [](auto& bound, auto value) {
        if (!bound.set())
            bound = value;
    };
    if (form == constant || form == rate || form == spawning || form == timedBursts)
        need(load.duration_s, 60.0);
    if (form == bursts || form == timedBursts)
        need(load.size, 10);
    if (form == bursts)
        need(load.repeat, 10);
    if (form == constant || form == shared || form == perUser)
        need(load.vus, 1);
    if (form == shared || form == perUser)
        need(load.iterations, std::int64_t{10});
    if (form == rate)
        need(load.rate, 1.0);
    if (form == spawning) {
        need(load.users, 10);
        need(load.spawn_rate, 2.0);
    }
    if ((form == ramping || form == staged) && load.stages.empty()) {
        load.stages.push_back({30.0, 10.0, Json::object()});
        load.stages.push_back({60.0, 10.0, Json::object()});
    }
}

template <class T>
void keepFor(const QString& form, const QStringList& forms, scenario::Bound<T>& field)
{
    if (!forms.contains(form))
        field = {};
}

void drop(Load& load, const QString& form)
{
    keepFor(form, {constant, shared, perUser}, load.vus);
    keepFor(form, {spawning}, load.users);
    keepFor(form, {spawning}, load.spawn_rate);
    keepFor(form, {ramping}, load.start_vus);
    keepFor(form, {staged}, load.start_rate);
    keepFor(form, {rate}, load.rate);
    keepFor(form, {shared, perUser}, load.iterations);
    keepFor(form, {constant, rate, spawning, timedBursts}, load.duration_s);
    keepFor(form, {bursts}, load.repeat);
    keepFor(form, {bursts, timedBursts}, load.size);
    keepFor(form, {bursts, timedBursts}, load.pause_s);
    keepFor(form, open(), load.max_vus);
    keepFor(form, open(), load.pre_allocated_vus);
    keepFor(form, open(), load.backlog);
    if (form != ramping && form != staged)
        load.stages.clear();
    if (!open().contains(form))
        load.arrivals = "uniform";
    // Bursts are whole from the first on, and users ramp up by a time.
    const auto byIterations = load.warmup_iterations.set() && !open().contains(form);
    if (form == bursts || form == timedBursts || byIterations)
        load.warmup_shape = "full";
}

} // namespace

QStringList all()
{
    return {constant, ramping, spawning, shared, perUser, bursts, timedBursts, rate, staged};
}

QStringList open()
{
    return {rate, staged};
}

QString of(const Load& load)
{
    const auto executor = QString::fromStdString(load.executor);
    if (executor == bursts && !load.repeat.set())
        return timedBursts;
    return executor == ramping && load.users.set() ? spawning : executor;
}

void change(Load& load, const QString& form)
{
    load.executor = form.section(QLatin1Char('/'), 0, 0).toStdString();
    drop(load, form);
    complete(load, form);
}

} // namespace plumb::ui::loadform
