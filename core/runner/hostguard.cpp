// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/hostguard.h"

#include <QHostAddress>
#include <QHostInfo>
#include <QUrl>

#include <algorithm>

namespace plumb::runner {

namespace {

/// "Stage.Example." and "stage.example" are one host.
std::string plainName(const std::string& host)
{
    QString name = QString::fromStdString(host).toLower();
    while (name.endsWith(QLatin1Char('.'))) {
        name.chop(1);
    }
    return name.toStdString();
}

} // namespace

Reach reachOf(const std::string& host)
{
    const auto name = QString::fromStdString(host);
    QHostAddress literal;
    if (literal.setAddress(name)) {
        return literal.isLoopback() ? Reach::loopback : Reach::elsewhere;
    }
    const auto addresses = QHostInfo::fromName(name).addresses();
    if (addresses.isEmpty()) {
        return Reach::unknown;
    }
    const bool here = std::all_of(
        addresses.begin(), addresses.end(), [](const QHostAddress& address) { return address.isLoopback(); });
    return here ? Reach::loopback : Reach::elsewhere;
}

std::string hostOf(std::string_view url)
{
    return QUrl(QString::fromUtf8(url.data(), static_cast<qsizetype>(url.size())))
        .host()
        .toLower()
        .toStdString();
}

HostGuard::HostGuard(const std::vector<std::string>& confirmed, LookUp lookUp)
    : m_lookUp(std::move(lookUp))
{
    std::transform(confirmed.begin(), confirmed.end(), std::back_inserter(m_confirmed), plainName);
}

bool HostGuard::isConfirmed(const std::string& host) const
{
    return std::find(m_confirmed.begin(), m_confirmed.end(), plainName(host)) != m_confirmed.end();
}

bool HostGuard::allows(const std::string& host) const
{
    return isConfirmed(host) || m_lookUp(host) == Reach::loopback;
}

Result<void> HostGuard::check(const std::string& url, const std::string& where) const
{
    const auto host = hostOf(url);
    if (host.empty() || isConfirmed(host) || m_lookUp(host) != Reach::elsewhere) {
        return {};
    }
    return Error{ErrorKind::usage, "load would leave this machine for the host \"" + host + "\"", where,
        "confirm it once with --confirm-host " + host + " if you may put load on it"};
}

} // namespace plumb::runner
