// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>

namespace plumb {

/// Calls @p work(0) to @p work(count - 1), each once and in no particular order, on as many threads as the
/// machine has cores, the caller's among them. Returns when all are done. @p work must not throw, and calls
/// of it must not get in each other's way.
void onAllCores(std::size_t count, const std::function<void(std::size_t)>& work);

} // namespace plumb
