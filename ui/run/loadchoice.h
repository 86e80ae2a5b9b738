// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace plumb::ui {

/// The entries of the load box that are not presets.
inline const QString ownLoad = QStringLiteral("own");
inline const QString usersLoad = QStringLiteral("users");
inline const QString rateLoad = QStringLiteral("rate");
inline const QString requestsLoad = QStringLiteral("requests");
inline const QString burstsLoad = QStringLiteral("bursts");

} // namespace plumb::ui
