// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/hostguard.h"

#include <QHostAddress>
#include <QHostInfo>
#include <QUrl>

#include <algorithm>

namespace plumb::runner {

bool isLoopbackHost(const std::string& host)
{
    const auto name = QString::fromStdString(host);
    QHostAddress literal;
    if (literal.setAddress(name)) {
        return literal.isLoopback();
    }
    const auto addresses = QHostInfo::fromName(name).addresses();
    return std::all_of(
        addresses.begin(), addresses.end(), [](const QHostAddress& address) { return address.isLoopback(); });
}

std::string hostOf(std::string_view url)
{
    return QUrl(QString::fromUtf8(url.data(), static_cast<qsizetype>(url.size())))
        .host()
        .toLower()
        .toStdString();
}

Result<void> checkHost(const std::string& url, const std::vector<std::string>& confirmed)
{
    const auto host = hostOf(url);
    if (host.empty() || isLoopbackHost(host)
        || std::find(confirmed.begin(), confirmed.end(), host) != confirmed.end()) {
        return {};
    }
    return Error{ErrorKind::usage, "load would leave this machine for the host \"" + host + "\"", url,
        "confirm it once with --confirm-host " + host + " if you may put load on it"};
}

} // namespace plumb::runner
