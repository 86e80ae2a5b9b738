// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/direct/targetprobe.h"

#include "engine/direct/connection.h"

#include <boost/asio/io_context.hpp>

namespace plumb::engine::direct {

using report::Outcome;

namespace {

class Prober final : public ConnectionUser
{
public:
    bool done = false, stands = false;
    Outcome outcome = Outcome::ok;
    std::string text;

    void opened() override { done = stands = true; }
    void openFailed(Outcome failed, const std::string& why) override
    {
        done = true;
        outcome = failed;
        text = why;
    }
    void written() override { }
    std::size_t received(std::string_view data, bool&, bool&) override { return data.size(); }
    void answered() override { }
    void lost(const std::string&, bool) override { }
};

double milliseconds(Nanos from, Nanos to)
{
    return std::chrono::duration<double, std::milli>(to - from).count();
}

Error targetError(std::string what, std::string remedy)
{
    return Error{ErrorKind::target, std::move(what), {}, std::move(remedy)};
}

std::string shown(const Origin& origin)
{
    return (origin.secure ? "https://" : "http://") + origin.text();
}

/// "connection refused (127.0.0.1:81)" without the place, which is told with the remedy.
std::string withoutPlace(const std::string& text)
{
    return text.substr(0, text.rfind(" ("));
}

Error explain(const DirectSettings& settings, const Prober& prober, const Connection& connection,
    std::chrono::milliseconds timeout)
{
    const std::string target = shown(settings.target);
    const std::string& tried = connection.tried();
    const std::string seconds = std::to_string(timeout.count() / 1000) + " s";
    if (settings.proxy && prober.outcome != Outcome::tls) {
        return targetError("cannot reach " + target + " through the proxy " + settings.proxy->place.text()
                + ": " + (prober.done ? prober.text : "no answer within " + seconds),
            "check target.proxy and that the proxy runs and may connect there");
    }
    if (!prober.done) {
        return targetError("cannot reach " + target + ": no answer",
            "is the service running, and does a firewall drop the packets? tried " + tried + " for "
                + seconds);
    }
    switch (prober.outcome) {
    case Outcome::dns:
        return targetError("cannot reach " + target + ": " + prober.text,
            "check the name in target.base_url and the name service of this machine");
    case Outcome::tls: {
        const std::string where
            = settings.proxy ? "through the proxy " + settings.proxy->place.text() : tried;
        if (connection.certificateRefused()) {
            return targetError("the certificate of " + target + " does not verify: " + prober.text
                    + " (tried " + where + ")",
                "name the authority that signed it in target.tls.ca_file, or set target.tls.verify to false");
        }
        return targetError("no TLS connection to " + target + ": " + prober.text + " (tried " + where + ")",
            "does this port speak TLS, and does it ask for a client certificate (target.tls.client_cert)?");
    }
    default:
        return targetError("cannot reach " + target + ": " + withoutPlace(prober.text),
            "is the service running? tried " + tried);
    }
}

} // namespace

Result<ProbeFindings> probeTarget(const DirectSettings& settings, std::chrono::milliseconds timeout)
{
    boost::asio::io_context io;
    Prober prober;
    const auto connection = std::make_shared<Connection>(io, settings, settings.target, prober);
    const SteadyClock clock;
    const Nanos start = clock.now();
    connection->open();
    while (!prober.done && clock.now() - start < timeout)
        io.run_one_for(timeout - (clock.now() - start));
    ProbeFindings findings;
    if (prober.stands) {
        const Opening& opening = connection->opening();
        findings.address = connection->peer();
        findings.resolve_ms = milliseconds(start, opening.connect_start);
        findings.connect_ms = milliseconds(opening.connect_start, opening.connected);
        if (opening.tls_done != Nanos{})
            findings.tls_ms = milliseconds(opening.connected, opening.tls_done);
    }
    connection->close();
    if (!prober.stands)
        return explain(settings, prober, *connection, timeout);
    return findings;
}

} // namespace plumb::engine::direct
