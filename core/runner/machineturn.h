// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/machine.h"
#include "base/machinelock.h"

#include <functional>
#include <string>

namespace plumb::runner {

/// What to do where somebody else measures on this machine, or something disturbs it.
enum class QuietWish { off, warn, require };
std::string_view toString(QuietWish wish); ///< "off", "warn", "require"
QuietWish quietWishFromString(std::string_view text); ///< warn for anything else

struct TurnWishes
{
    bool wait = true; ///< for whoever measures now; false: an error
    QuietWish quiet = QuietWish::warn;
};

/// For whoever waits.
struct TurnListener
{
    std::function<void(const std::string& text)> message;
    /// Pauses for so long at most; true where the user does not want to wait any more. From one thread.
    std::function<bool(std::chrono::milliseconds pause)> given_up;
};

/// Takes the machine's lock, after waiting for its holder where that is wished. Errors: busy (somebody holds
/// it and we do not wait), interrupted (given up), io.
Result<MachineLock> takeTurn(
    const MachineHolder& self, const TurnWishes& wishes, const TurnListener& listener);

/// The state of the machine over at least a second since @p watch began, and what of it disturbs, as wished:
/// told, or an error (busy). With QuietWish::off, and where PLUMBLINE_QUIET_CHECK=off, nothing is looked at.
struct QuietFindings
{
    MachineState state;
    std::vector<Disturbance> disturbances;
};
Result<QuietFindings> checkQuiet(
    const MachineWatch& watch, const TurnWishes& wishes, const TurnListener& listener);

} // namespace plumb::runner
