// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/transport.h"

#include <memory>
#include <string>

namespace plumb::runner {

/// The transport a request names: "qnam" or "direct". Error (usage) for others, with the known names.
Result<std::shared_ptr<engine::TransportFactory>> makeTransport(const std::string& name);

} // namespace plumb::runner
