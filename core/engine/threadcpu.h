// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <string>

namespace plumb::engine {

/// Time the calling thread has computed so far; 0 where the system does not tell.
Nanos threadCpuTime();

/// Time all threads of this process with that name have computed so far (Linux: /proc/self/task; 0
/// elsewhere). Qt names the thread of a QNetworkAccessManager "QNetworkAccessM".
Nanos cpuTimeOfThreads(const std::string& name);

/// Names the calling thread, at most 15 bytes, as seen in top and /proc.
void nameThread(const std::string& name);

} // namespace plumb::engine
