// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/machineturn.h"

#include <algorithm>
#include <cstdlib>

namespace plumb::runner {

namespace {

constexpr std::chrono::milliseconds lookAgain(200);
constexpr std::chrono::milliseconds quietTime(1000);

std::string listed(const std::vector<Disturbance>& found)
{
    std::string text;
    for (const auto& disturbance : found) {
        text += (text.empty() ? "" : ", and ") + disturbance.sentence;
    }
    return text;
}

} // namespace

std::string_view toString(QuietWish wish)
{
    return wish == QuietWish::off ? "off" : wish == QuietWish::require ? "require" : "warn";
}

QuietWish quietWishFromString(std::string_view text)
{
    return text == "off" ? QuietWish::off : text == "require" ? QuietWish::require : QuietWish::warn;
}

Result<MachineLock> takeTurn(
    const MachineHolder& self, const TurnWishes& wishes, const TurnListener& listener)
{
    for (bool told = false;;) {
        auto taken = MachineLock::tryTake(self);
        if (!taken) {
            return taken.error();
        }
        if (*taken) {
            return std::move(**taken);
        }
        const auto holder = MachineLock::holder();
        if (!wishes.wait) {
            return Error{ErrorKind::busy,
                holder.value_or(MachineHolder()).text()
                    + " is under way on this machine, and two at once would measure each other",
                {}, "start it later, or without --no-wait to wait for it"};
        }
        if (holder && !std::exchange(told, true)) {
            listener.message(
                "waiting: " + holder->text() + " is under way on this machine (Ctrl+C gives up)");
        }
        if (listener.given_up(lookAgain)) {
            return Error{ErrorKind::interrupted, "stopped while it waited for its turn", {}, {}};
        }
    }
}

Result<QuietFindings> checkQuiet(
    const MachineWatch& watch, const TurnWishes& wishes, const TurnListener& listener)
{
    const char* setting = std::getenv("PLUMBLINE_QUIET_CHECK");
    if (wishes.quiet == QuietWish::off || (setting != nullptr && std::string_view(setting) == "off")) {
        return QuietFindings();
    }
    const auto left = quietTime - std::chrono::duration_cast<std::chrono::milliseconds>(watch.age());
    if (left.count() > 0 && listener.given_up(left)) {
        return Error{ErrorKind::interrupted, "stopped before it began", {}, {}};
    }
    QuietFindings findings;
    findings.state = watch.state();
    findings.disturbances = disturbances(findings.state);
    if (findings.disturbances.empty()) {
        return findings;
    }
    const auto what = listed(findings.disturbances);
    if (wishes.quiet == QuietWish::require) {
        return Error{ErrorKind::busy, "this machine is not quiet: " + what, {},
            "close other programs, or run without --require-quiet"};
    }
    listener.message("note: this machine is not quiet: " + what + "; figures may be disturbed");
    return findings;
}

} // namespace plumb::runner
