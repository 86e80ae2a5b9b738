// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/sources.h"

#include "monitor/connectionsource.h"
#include "monitor/hostsource.h"
#include "monitor/processsource.h"
#include "monitor/prometheussource.h"

#include <QUrl>

#include <unistd.h>

namespace plumb::monitor {

using scenario::MonitorSpec;

namespace {

int portOf(const std::string& baseUrl)
{
    const QUrl url(QString::fromStdString(baseUrl));
    return url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
}

ProcessPick pickOf(const MonitorSpec& spec, const SourceContext& context)
{
    ProcessPick pick;
    pick.pid = spec.pid;
    pick.match = spec.match;
    pick.name = spec.name;
    pick.children = spec.children;
    if (!spec.namesProcess() && context.ownService) {
        pick.pid = ::getpid();
    } else if (!spec.namesProcess()) {
        pick.port = portOf(context.base_url);
    }
    return pick;
}

std::string processLabel(const MonitorSpec& spec, const SourceContext& context)
{
    if (spec.namesProcess()) {
        return {};
    }
    // Its figures hold the load generator, too, and nobody can tell the two apart.
    return context.ownService ? "this runner with the sample service in it" : std::string();
}

Result<std::unique_ptr<Source>> prometheus(
    const MonitorSpec& spec, const SourceContext& context, const std::string& path)
{
    std::vector<SeriesChoice> choices;
    for (std::size_t i = 0; i < spec.series.size(); ++i) {
        auto choice = parseSeriesChoice(spec.series[i]);
        if (!choice) {
            auto error = choice.error();
            error.where = path + "/series/" + std::to_string(i);
            return error;
        }
        choices.push_back(std::move(*choice));
    }
    PageAddress address;
    address.url = pageUrl(spec, context.base_url);
    address.verify = context.target.tls.verify.get(true);
    if (!context.target.tls.ca_file.empty()) {
        address.ca_file = context.folder / context.target.tls.ca_file;
    }
    const QUrl url(QString::fromStdString(address.url));
    if (!url.isValid() || url.host().isEmpty()
        || (url.scheme() != QLatin1String("http") && url.scheme() != QLatin1String("https"))) {
        return Error{ErrorKind::input, "this is no http or https address",
            path + (spec.url.empty() ? "/path" : "/url"),
            "write \"path\": \"/metrics\", or \"url\": \"http://HOST:PORT/metrics\""};
    }
    return std::unique_ptr<Source>(
        std::make_unique<PrometheusSource>(url.adjusted(QUrl::RemoveUserInfo).toString().toStdString(),
            choices, [address] { return fetchPage(address, pageTimeout, maxPageBytes); }));
}

} // namespace

std::string pageUrl(const MonitorSpec& spec, const std::string& baseUrl)
{
    if (!spec.url.empty()) {
        return spec.url;
    }
    const QUrl base(QString::fromStdString(baseUrl));
    return base.resolved(QUrl(QString::fromStdString(spec.path))).toString(QUrl::FullyEncoded).toStdString();
}

Result<std::unique_ptr<Source>> makeSource(
    const MonitorSpec& spec, const SourceContext& context, const std::string& path)
{
    switch (spec.kind) {
    case MonitorSpec::Kind::process:
        return std::unique_ptr<Source>(
            std::make_unique<ProcessSource>(pickOf(spec, context), processLabel(spec, context)));
    case MonitorSpec::Kind::host:
        return std::unique_ptr<Source>(std::make_unique<HostSource>());
    case MonitorSpec::Kind::connections:
        if (spec.namesProcess()) {
            return std::unique_ptr<Source>(std::make_unique<ConnectionSource>(pickOf(spec, context)));
        }
        return std::unique_ptr<Source>(
            std::make_unique<ConnectionSource>(spec.port > 0 ? spec.port : portOf(context.base_url)));
    case MonitorSpec::Kind::prometheus:
        return prometheus(spec, context, path);
    }
    return Error{ErrorKind::internal, "no such kind of monitor", path, {}};
}

} // namespace plumb::monitor
