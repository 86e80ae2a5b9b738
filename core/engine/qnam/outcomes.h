// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

#include <QNetworkReply>

#include <string>

namespace plumb::engine::qnam {

/// What a finished reply means.
struct Ending
{
    report::Outcome outcome = report::Outcome::ok;
    std::string text; ///< for people; empty when ok
};

/// @p status 0: no status line was read. @p sent: the request had been written, so the connection stood.
/// An HTTP error status is ok here (the user judges statuses); a connection that broke after the status is
/// not.
Ending classify(QNetworkReply::NetworkError error, int status, bool sent, const std::string& text);

} // namespace plumb::engine::qnam
