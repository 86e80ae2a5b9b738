// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

namespace plumb::engine {

/// Time that threads have computed so far, by thread id.
using ThreadTimes = std::map<int, Nanos>;

/// Of this process's threads whose name begins with one of @p names (Linux: /proc/self/task; none elsewhere).
/// Qt names the thread of a QNetworkAccessManager "QNetworkAccessM".
ThreadTimes threadTimes(std::initializer_list<std::string_view> names);

/// Names the calling thread, at most 15 bytes, as seen in top and /proc.
void nameThread(const std::string& name);

} // namespace plumb::engine
