// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/prepare.h"

#include <optional>

namespace plumb::scenario {

/// An entry of `monitors`: what is watched beside the load, and how often.
struct MonitorSpec
{
    enum class Kind { process, host, connections, prometheus };
    Kind kind = Kind::host;
    double interval_s = 0.5; ///< 0.05 to 60
    // Which process: one of these, or none for the one that listens on the target's port. Of connections: the
    // connections of that process instead of those to a port.
    int pid = 0;
    std::string match; ///< a part of the command line
    std::string name; ///< of the program, without folder
    bool children = true; ///< with all processes it has started
    int port = 0; ///< of connections; 0: the target's
    std::string path = "/metrics", url; ///< of Prometheus: below the target's address, or anywhere
    std::vector<std::string> series; ///< of Prometheus: "name" or "name{label=\"value\"}"; never empty
    /// Says which process; else the target's is meant.
    [[nodiscard]] bool namesProcess() const { return pid > 0 || !match.empty() || !name.empty(); }
};

/// "process", "host", "connections", "prometheus".
std::string_view toString(MonitorSpec::Kind kind);

/// Reads @p monitor, which stands at @p path. Nothing where there are errors: an unknown kind, a field of a
/// wrong type, no series chosen. Fields that the kind does not have become warnings. Numbers may be written
/// as "{{variable}}" and are then not known yet (0).
std::optional<MonitorSpec> monitorFromJson(
    const Json& monitor, const std::string& path, std::vector<Problem>& problems);

} // namespace plumb::scenario
