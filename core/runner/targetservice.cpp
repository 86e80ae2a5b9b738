// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/targetservice.h"

#include "base/json.h"
#include "base/units.h"
#include "monitor/pagefetch.h"
#include "scenario/commandline.h"

#include <QTcpSocket>
#include <QUrl>

#include <csignal>
#include <cstring>
#include <thread>

namespace plumb::runner {

namespace {

using namespace std::chrono_literals;

constexpr double defaultTimeoutS = 30.0;
constexpr std::chrono::milliseconds askEvery = 100ms;
constexpr std::chrono::milliseconds askPatience = 2s;
constexpr std::chrono::milliseconds stopPatience = 10s;
constexpr std::size_t lastBytes = 4096;
constexpr int firstServerError = 500;
constexpr int connectMs = 500;

std::chrono::milliseconds timeoutOf(const scenario::TargetStart& start)
{
    return std::chrono::milliseconds(std::llround(start.timeout_s.get(defaultTimeoutS) * 1000.0));
}

int portOf(const std::string& baseUrl)
{
    const QUrl url(QString::fromStdString(baseUrl));
    return url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
}

bool accepts(const QString& host, int port)
{
    QTcpSocket socket;
    socket.connectToHost(host, static_cast<quint16>(port));
    return socket.waitForConnected(connectMs);
}

bool targetAccepts(const scenario::Target& target)
{
    return accepts(QUrl(QString::fromStdString(target.base_url)).host(), portOf(target.base_url));
}

std::string lastLines(const std::string& output)
{
    std::string text = cleanUtf8(output);
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r'))
        text.pop_back();
    if (text.empty())
        return "; it wrote nothing";
    constexpr int mostLines = 10;
    std::size_t start = text.size();
    for (int lines = 0; lines < mostLines && start != std::string::npos && start > 0; ++lines)
        start = text.rfind('\n', start - 1);
    text = start == std::string::npos || start == 0 ? text : text.substr(start + 1);
    std::string out = "; its last lines:";
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        out += "\n  " + text.substr(at, end - at);
        at = end + 1;
    }
    return out;
}

std::string howItEnded(const launch::Ended& end)
{
    if (end.why == launch::Ended::Why::not_started || end.why == launch::Ended::Why::launcher_gone)
        return end.error;
    return end.signal != 0 ? "signal " + std::to_string(end.signal) + " (" + strsignal(end.signal)
            + ")" // NOLINT(concurrency-mt-unsafe)
                           : "exit code " + std::to_string(end.exit_code);
}

} // namespace

Result<std::unique_ptr<TargetService>> TargetService::start(Setup setup)
{
    std::unique_ptr<TargetService> service(new TargetService(std::move(setup)));
    if (Result<void> begun = service->begin(); !begun)
        return begun.error();
    if (Result<void> ready = service->awaitReady(); !ready)
        return ready.error();
    return service;
}

Result<void> TargetService::begin()
{
    const auto& start = *m_setup.target.start;
    const auto cwd = (std::filesystem::current_path() / m_setup.folder / start.cwd).lexically_normal();
    if (scenario::findProgram(start.argv.front(), cwd).empty()) {
        return Error{ErrorKind::input, "there is no program \"" + start.argv.front() + "\" that can be run",
            "target.start", "install it, or correct its name or path"};
    }
    if (targetAccepts(m_setup.target)) {
        return Error{ErrorKind::target,
            "something answers at " + m_setup.target.base_url + " before the service was started",
            "target.start", "stop it, or remove \"start\" to measure what runs there"};
    }
    Result<std::unique_ptr<launch::Launcher>> launcher = launch::Launcher::start();
    if (!launcher)
        return launcher.error();
    m_launcher = std::move(*launcher);
    launch::Job job;
    job.argv = start.argv;
    job.cwd = cwd.string();
    job.env = launch::environmentWith(start.env);
    job.join_errors = true;
    job.keep_tail = lastBytes;
    launch::Launcher::Handlers handlers;
    handlers.started = [this](int pid) {
        const std::scoped_lock lock(m_mutex);
        m_pid = pid;
        m_changed.notify_all();
    };
    handlers.ended = [this](launch::Ended&& ended) { onEnded(std::move(ended)); };
    m_id = m_launcher->run(std::move(job), std::move(handlers));
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_pid > 0 || m_ended; });
    return {};
}

void TargetService::onEnded(launch::Ended&& ended)
{
    std::unique_lock lock(m_mutex);
    m_ended = std::move(ended);
    m_changed.notify_all();
    if (!m_ready || m_stopping || !m_setup.died)
        return;
    const std::string text
        = "the service ended during the run: " + howItEnded(*m_ended) + lastLines(m_ended->output_tail);
    lock.unlock();
    m_setup.died(text);
}

bool TargetService::waitEnded(std::chrono::milliseconds time)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, time, [this] { return m_ended.has_value(); });
}

bool TargetService::answers(std::string& why) const
{
    const auto& start = *m_setup.target.start;
    if (start.ready.starts_with(":")) {
        why = "nothing accepts at port " + start.ready.substr(1);
        return accepts(QStringLiteral("127.0.0.1"), std::atoi(start.ready.c_str() + 1));
    }
    if (start.ready.empty()) {
        why = "nothing accepts at " + m_setup.target.base_url;
        return targetAccepts(m_setup.target);
    }
    monitor::PageAddress address;
    address.url = m_setup.target.base_url;
    while (address.url.ends_with('/'))
        address.url.pop_back();
    address.url += start.ready;
    address.verify = m_setup.target.tls.verify.get(true);
    if (!m_setup.target.tls.ca_file.empty())
        address.ca_file = m_setup.folder / m_setup.target.tls.ca_file;
    const Result<int> status = monitor::fetchStatus(address, askPatience);
    why = status ? address.url + " answers " + std::to_string(*status) : status.error().text();
    return status && *status < firstServerError;
}

Result<void> TargetService::awaitReady()
{
    const SteadyClock clock;
    const Nanos deadline = clock.now() + timeoutOf(*m_setup.target.start);
    std::string why;
    while (true) {
        if (waitEnded(askEvery)) {
            const std::scoped_lock lock(m_mutex);
            return Error{ErrorKind::target, "the service ended before it was ready: " + howItEnded(*m_ended),
                "target.start", "start it by hand to see what it needs" + lastLines(m_ended->output_tail)};
        }
        if (m_setup.cancelled && m_setup.cancelled())
            return Error{ErrorKind::interrupted, "stopped before the service was ready", "target.start", {}};
        if (answers(why))
            break;
        if (clock.now() >= deadline) {
            m_launcher->kill(m_id, SIGKILL);
            waitEnded(stopPatience);
            const std::scoped_lock lock(m_mutex);
            return Error{ErrorKind::target,
                "the service was not ready within "
                    + formatNumber(m_setup.target.start->timeout_s.get(defaultTimeoutS)) + " s: " + why,
                "target.start",
                "give it more time with \"timeout_s\", or correct \"ready\""
                    + (m_ended ? lastLines(m_ended->output_tail) : std::string())};
        }
    }
    const std::scoped_lock lock(m_mutex);
    m_ready = true;
    return {};
}

TargetService::~TargetService()
{
    if (!m_launcher)
        return;
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
    }
    m_launcher->kill(m_id, SIGTERM);
    if (!waitEnded(stopPatience)) {
        m_launcher->kill(m_id, SIGKILL);
        waitEnded(stopPatience);
    }
    m_launcher.reset(); // before what its handlers look at
}

} // namespace plumb::runner
