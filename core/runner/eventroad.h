// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/journal.h"
#include "report/reportbuilder.h"
#include "runner/runjob.h"

#include <string>

namespace plumb::runner {

/// The events of a run on their way: journal first, then the report in the making, then whoever listens.
class EventRoad
{
public:
    EventRoad(report::JournalWriter& journal, const RunListener& listener)
        : m_journal(journal)
        , m_listener(listener)
    {
    }

    /// A journal that cannot be written is told once; the run goes on.
    void pass(const report::RunEvent& event);
    [[nodiscard]] const report::ReportBuilder& builder() const { return m_builder; }

private:
    report::JournalWriter& m_journal;
    const RunListener& m_listener;
    report::ReportBuilder m_builder;
    std::string m_journalError;
};

} // namespace plumb::runner
