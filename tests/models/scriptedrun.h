// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/runevent.h"

#include <QAbstractItemModel>
#include <QStringList>

#include <vector>

// Events of a run as a test needs them, and models as printed lists.
namespace plumb::test {

/// An open run of two steps ("validate", "publish") against the loopback: 50 iterations a second are planned
/// for 2 s of warm-up and 4 s of measure.
report::RunStarted scriptedStart();
report::StateChanged state(report::RunState state, double at_s);

/// One second in which `validate` had @p ok answers of @p ms and @p failed 5xx answers of the same time.
report::Tick scriptedTick(double at_s, report::Phase phase, int ok, int failed, double ms);
report::Sample failingSample(double at_s, int status);
report::Finished scriptedFinish(double at_s, const std::string& endedBy = "schedule");
report::Stored scriptedStored(metric::Verdict verdict, const std::string& path);

/// The whole of it, Finished and Stored included.
std::vector<report::RunEvent> scriptedRun(const std::string& reportPath);

/// A histogram of @p count values of @p ms, as events carry it.
std::string histogramOf(double ms, int count);

/// A stored report of two steps, judged with two rules.
report::Report scriptedReport();

/// "a | b | c" per row, as displayed.
QStringList printed(const QAbstractItemModel& model);
QString printedHeader(const QAbstractItemModel& model);

} // namespace plumb::test
