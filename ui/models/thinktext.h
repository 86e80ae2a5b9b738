// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/scenario.h"

#include <QString>

namespace plumb::models {

/// Think time in one line: "100", "100-500", "exponential 200", "normal 200 50", "lognormal 200 0.5" (ms;
/// sigma of lognormal without unit). Numbers may be "{{var}}". Empty: none.
[[nodiscard]] QString thinkText(const scenario::Think& think);
/// @p before: its unknown fields are kept. What is no think time is kept as typed, for the validation to say.
[[nodiscard]] scenario::Think thinkFrom(const QString& text, const scenario::Think& before = {});

} // namespace plumb::models
