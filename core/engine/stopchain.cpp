// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/stopchain.h"

namespace plumb::engine {

void StopChain::add(Link link)
{
    m_links.push_back(std::move(link));
}

Ending StopChain::ask() const
{
    Ending ending;
    for (const Link& link : m_links) {
        Ending answer = link();
        if (answer.verdict == Verdict::abort)
            return answer;
        if (ending.verdict == Verdict::proceed)
            ending = std::move(answer);
    }
    return ending;
}

StopSignal::StopSignal(Verdict verdict)
    : m_verdict(verdict)
{
}

void StopSignal::raise(const std::string& endedBy, const std::string& text)
{
    if (m_ending.verdict == Verdict::proceed)
        m_ending = {m_verdict, endedBy, text};
}

} // namespace plumb::engine
