// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/requestview.h"
#include "sample/servicespec.h"

namespace plumb::sample {

/// One waiting time in ms, >= 0, within the distribution's own bounds.
double drawMs(const Latency& latency, RandomEngine& random);

/// One of the choices by weight; status 200 where there is none.
const StatusChoice& drawStatus(const std::vector<StatusChoice>& choices, RandomEngine& random);

} // namespace plumb::sample
