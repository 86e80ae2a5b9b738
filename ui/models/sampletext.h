// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

#include <QString>

namespace plumb::models {

/// A kept exchange in full: timings, then request and answer as they went over the wire, masked.
QString sampleText(const report::Sample& sample);

} // namespace plumb::models
