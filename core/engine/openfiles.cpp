// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/openfiles.h"

#include <limits>

#if __has_include(<sys/resource.h>)
#include <sys/resource.h>
#endif

namespace plumb::engine {

std::int64_t raiseOpenFiles()
{
    constexpr auto unlimited = std::numeric_limits<std::int64_t>::max();
#if __has_include(<sys/resource.h>)
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return unlimited;
    if (limit.rlim_cur < limit.rlim_max) {
        rlimit raised{limit.rlim_max, limit.rlim_max};
        if (::setrlimit(RLIMIT_NOFILE, &raised) == 0)
            limit = raised;
    }
    return limit.rlim_cur == RLIM_INFINITY ? unlimited : static_cast<std::int64_t>(limit.rlim_cur);
#else
    return unlimited;
#endif
}

} // namespace plumb::engine
