// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/eventroad.h"

namespace plumb::runner {

void EventRoad::pass(const report::RunEvent& event)
{
    const auto line = report::journalLine(event);
    if (const auto written = m_journal.append(line); !written && m_journalError.empty()) {
        m_journalError = written.error().text();
        m_listener.message("the journal cannot be written any more: " + m_journalError);
    }
    m_builder.add(event);
    m_listener.event(event, line);
}

} // namespace plumb::runner
