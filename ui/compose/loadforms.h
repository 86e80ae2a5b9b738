// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/scenario.h"

#include <QStringList>

// The kinds of load that Compose has a form for: the executors, two of which come in two forms.
namespace plumb::ui::loadform {

/// Users that ramp, by stages or up to a number that is reached at a rate.
inline const QString ramping = QStringLiteral("ramping-vus");
inline const QString spawning = QStringLiteral("ramping-vus/users");
inline const QString staged = QStringLiteral("ramping-arrival-rate");
inline const QString constant = QStringLiteral("constant-vus");
inline const QString shared = QStringLiteral("shared-iterations");
inline const QString perUser = QStringLiteral("per-vu-iterations");
inline const QString rate = QStringLiteral("constant-arrival-rate");
/// Bursts that are counted or go on for a time.
inline const QString bursts = QStringLiteral("burst");
inline const QString timedBursts = QStringLiteral("burst/time");

[[nodiscard]] QStringList all();
/// Arrivals decide when iterations begin, not users.
[[nodiscard]] QStringList open();
[[nodiscard]] QString of(const scenario::Load& load);
/// Makes it a load of @p form: what the executor cannot do without gets a value, fields that it would misread
/// go, the others stay.
void change(scenario::Load& load, const QString& form);

} // namespace plumb::ui::loadform
