// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metric/verdict.h"
#include "ui/shell/theme.h"

#include <QString>
#include <QStringView>

namespace plumb::ui {

/// A sentence for tooltips that says what the verdict means.
QString verdictHelp(metric::Verdict verdict);
/// The name of its shape for icon().
QStringView verdictIconName(metric::Verdict verdict);
InkAndTint verdictColors(metric::Verdict verdict, const Theme& theme);

} // namespace plumb::ui
