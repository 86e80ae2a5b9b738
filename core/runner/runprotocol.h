// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "base/result.h"
#include "runner/runner.h"

#include <QByteArray>

#include <optional>
#include <string>
#include <variant>

// What goes over a run's local socket: NDJSON both ways. From the screen come commands, {"cmd":"stop"}; from
// the runner come events (report/runevent.h) and, where the run could not begin, one {"event":"refused",...}.
namespace plumb::runner {

struct StartCommand
{
    RunRequest request; ///< with the secrets
};
struct AttachCommand
{
}; ///< send everything so far, then what follows
struct StopCommand
{
};
struct AbortCommand
{
};
struct MarkCommand
{
    std::string text;
};
struct ChangeCommand
{
    engine::LiveChange
        change; ///< {"cmd":"change","rate":80} or "vus", "max_vus", "size"; "pattern" picks one
};
using Command
    = std::variant<StartCommand, AttachCommand, StopCommand, AbortCommand, MarkCommand, ChangeCommand>;

QByteArray encodeCommand(const Command& command); ///< one line, with the newline
Result<Command> decodeCommand(const QByteArray& line);

/// The run did not begin: a bad scenario, an unreachable target.
struct Refused
{
    std::string message;
    int exit_code = 2;
};
QByteArray encodeRefused(const Refused& refused);
std::optional<Refused> decodeRefused(const Json& json);

/// Where the socket of a run lives: a folder only this user can enter.
QString socketPath(const QString& runId);

} // namespace plumb::runner
