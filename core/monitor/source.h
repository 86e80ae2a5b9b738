// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <string>
#include <string_view>
#include <vector>

namespace plumb::monitor {

/// What one of a source's series is called; see report::MonitorSeries.
struct SeriesInfo
{
    std::string name, unit;
};

/// Something that is read again and again while a run goes on. Not thread-safe: each source is read in one
/// thread.
class Source
{
public:
    virtual ~Source() = default;
    [[nodiscard]] virtual std::string_view kind() const = 0; ///< "process", "host", ...
    /// What is watched, for people: "uvicorn app.asgi:app"; may be empty.
    [[nodiscard]] virtual const std::string& label() const = 0;
    /// All series; the same as long as the source lives.
    [[nodiscard]] virtual const std::vector<SeriesInfo>& series() const = 0;
    /// Reads now, @p at on the monotonic clock; may block. @p values: one per series, NaN where there is
    /// none. What a user should know ("the process is gone") is added to @p notices as a sentence.
    virtual void read(Nanos at, std::vector<double>& values, std::vector<std::string>& notices) = 0;
    /// Another program works for each reading: it is asked less often where it takes its time.
    [[nodiscard]] virtual bool asksAnother() const { return false; }
};

} // namespace plumb::monitor
