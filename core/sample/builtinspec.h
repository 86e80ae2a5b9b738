// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/servicespec.h"

namespace plumb::sample {

/// The spec behind the base URL "builtin:": the endpoints of every shipped template. Needs the program's
/// resources (plumb_resources) to be linked.
Result<ServiceSpec> builtinSpec();

} // namespace plumb::sample
