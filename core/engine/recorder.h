// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/interval.h"
#include "engine/transport.h"

#include <memory>
#include <optional>

namespace plumb::engine {

/// The books of one worker; one writer, no lock, no allocation in the common case (see Interval). Once a
/// second the worker swaps the interval for an empty one, and the full one goes to the coordinator.
class Recorder
{
public:
    explicit Recorder(std::unique_ptr<Interval> first);

    void sent(int step, Phase phase);
    /// One finished request. Connecting, sending, waiting and receiving are recorded for every request where
    /// the transport knows them; redirect hops included.
    void finished(int step, Phase phase, const Exchange& exchange, Outcome outcome);
    /// Times of a whole step, hops included; once per step, and only where an answer came or time ran out.
    void latency(int step, Phase phase, Nanos response, Nanos service, bool ok);
    void check(int step, Phase phase, std::size_t index, bool passed);
    void reason(int step, Phase phase, const std::string& code);

    void planned(Phase phase, std::int64_t iterations = 1);
    void started(Phase phase);
    void completed(Phase phase, Nanos duration);
    void aborted(Phase phase);
    /// An arrival nobody could serve; counts as one request that was planned.
    void dropped(Phase phase);
    /// A send whose user was free at its intended time: the generator alone made it late.
    void sendLag(Nanos late);
    /// An arrival that had no free user until now: the target or the number of users made it wait.
    void userWait(Nanos waited);
    /// The event loop came @p late to a heartbeat, and to the others that it missed meanwhile.
    void loopDelay(Nanos late, Nanos interval);

    /// First send and last completion of the measure phase, for the makespan.
    struct Span
    {
        std::optional<Nanos> first, last;
    };
    [[nodiscard]] const Span& measured() const { return m_measured; }

    /// Takes the filled interval out and puts @p fresh in its place.
    std::unique_ptr<Interval> swap(std::unique_ptr<Interval> fresh);

private:
    std::unique_ptr<Interval> m_interval;
    Span m_measured;
};

} // namespace plumb::engine
