// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace plumb::engine {

/// What a link of the chain says about the run.
enum class Verdict {
    proceed,
    finish, ///< begin nothing new, let what is in flight finish
    abort, ///< cancel what is in flight
};

struct Ending
{
    Verdict verdict = Verdict::proceed;
    std::string ended_by; ///< Report::ended_by
    std::string text; ///< for people; may be empty
};

/// Everything that can end a run, asked in one place. The schedule's end, the user's stop and rules are all
/// links; the report names the one that ended the run.
class StopChain
{
public:
    using Link = std::function<Ending()>;
    void add(Link link);
    /// The first link that wants to abort, else the first that wants to finish, else proceed.
    [[nodiscard]] Ending ask() const;

private:
    std::vector<Link> m_links;
};

/// A link that somebody pulls: the user's stop, a step's on_fail, an exhausted data feed. The first reason
/// counts.
class StopSignal
{
public:
    explicit StopSignal(Verdict verdict);
    void raise(const std::string& endedBy, const std::string& text = {});
    [[nodiscard]] Ending ending() const { return m_ending; }

private:
    Verdict m_verdict;
    Ending m_ending;
};

} // namespace plumb::engine
