// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

namespace plumb::engine {

/// Of a thread so far.
struct ThreadTime
{
    std::string name; ///< as the system knows it, at most 15 bytes
    Nanos computed{};
    Nanos waited{}; ///< ready to run, but no core was free
};
/// By thread id.
using ThreadTimes = std::map<int, ThreadTime>;

/// Of this process's threads whose name begins with one of @p names (Linux: /proc/self/task; none elsewhere).
/// Qt names the thread of a QNetworkAccessManager "QNetworkAccessM".
ThreadTimes threadTimes(std::initializer_list<std::string_view> names);

/// Names the calling thread, at most 15 bytes, as seen in top and /proc.
void nameThread(const std::string& name);

} // namespace plumb::engine
