// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// The catalogue of metrics (core/metric) in the user's language. Names are those of rules: "latency_ms.p95".
// A name the catalogue does not know gives itself as title and no help.
namespace plumb::models {

[[nodiscard]] QString metricTitle(const QString& name); ///< "Response time, p95"
/// What is measured, from when to when, which way is better, and how limits name it: a few paragraphs of rich
/// text for tooltips and "What is this?".
[[nodiscard]] QString metricHelp(const QString& name);

} // namespace plumb::models
