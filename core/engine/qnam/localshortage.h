// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/shortage.h"

#include <QNetworkReply>
#include <QUrl>

namespace plumb::engine::qnam {

/// What of this machine ran out, after a reply that could not connect to @p url. Qt gives no errno ("unknown
/// error", or even "refused"), so the system is asked: for a descriptor, and, where Qt knows no cause, for a
/// connection of our own to the same address literal.
Shortage shortageBehind(QNetworkReply::NetworkError error, const QUrl& url);

} // namespace plumb::engine::qnam
