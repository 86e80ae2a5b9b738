// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/conformancetools.h"

#include <QTcpServer>

namespace plumb::test {

std::string describe(const Exchange& exchange)
{
    return std::string(report::toString(exchange.outcome)) + ", status " + std::to_string(exchange.status)
        + ", " + exchange.error;
}

std::string header(const Exchange& exchange, const QString& wanted)
{
    std::string out;
    for (const auto& [key, value] : exchange.headers) {
        if (wanted.compare(QString::fromStdString(key), Qt::CaseInsensitive) == 0) {
            out += (out.empty() ? "" : ", ") + value;
        }
    }
    return out;
}

int freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

TransportSettings TransportConformance::settingsFor(const std::string& baseUrl, int users) const
{
    TransportSettings settings;
    settings.base_url = baseUrl;
    settings.users = users;
    return settings;
}

Request TransportConformance::get(const std::string& url)
{
    Request request;
    request.method = "GET";
    request.url = url;
    request.headers = {{"User-Agent", "conformance"}};
    request.timeout = patience;
    return request;
}

Request TransportConformance::post(const std::string& url, std::string body)
{
    Request request = get(url);
    request.method = "POST";
    request.headers.emplace_back("Content-Type", "application/octet-stream");
    request.body = std::make_shared<const std::string>(std::move(body));
    return request;
}

Exchange TransportConformance::askOnce(const std::string& path, const std::function<void(Request&)>& change)
{
    m_server = std::make_unique<FaultServer>();
    const auto factory = makeFactory();
    TransportRun run(*factory, settingsFor(m_server->url()));
    if (!run.prepared()) {
        Exchange failed;
        failed.error = run.prepared().error().text();
        failed.outcome = Outcome::connect;
        return failed;
    }
    Request request = get(m_server->url(path));
    if (change) {
        change(request);
    }
    return run.once(request);
}

void TransportConformance::initTestCase()
{
    m_ca = std::make_unique<TestCa>();
}

void TransportConformance::cleanup()
{
    m_server.reset();
}

} // namespace plumb::test
