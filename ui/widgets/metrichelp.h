// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace plumb::ui {

/// Says on @p widget what its figure is, from the catalogue of metrics ("latency_ms.p95"): as "What is this?"
/// (Shift+F1), as tooltip where it has none, to screen readers, and under a small question mark that comes
/// with the pointer. Asked again it replaces the metric; an unknown or empty one takes the help away. Columns
/// name theirs in models::ColumnInfo::metric.
void setMetricHelp(QWidget* widget, const QString& metric);

/// Shows the help of @p widget: of the current column for a table, else its own or that of the nearest parent
/// that has one. False: there is none.
bool showContextHelp(QWidget* widget);

} // namespace plumb::ui
