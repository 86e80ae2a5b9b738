// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/servicemetrics.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <sys/resource.h>
#include <unistd.h>

namespace plumb::sample {

namespace {

std::string number(double value)
{
    std::array<char, 48> buffer{};
    return {buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr};
}

std::string escaped(const std::string& label)
{
    std::string out;
    for (const char c : label) {
        if (c == '"' || c == '\\') {
            out += '\\';
        }
        out += c == '\n' ? ' ' : c;
    }
    return out;
}

/// 0 where the system does not tell.
std::uint64_t residentBytes()
{
    std::ifstream statm("/proc/self/statm");
    std::uint64_t all = 0;
    std::uint64_t resident = 0;
    statm >> all >> resident;
    return resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

double cpuSeconds()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& t) { return double(t.tv_sec) + 1e-6 * double(t.tv_usec); };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// The owner is the only writer, so a plain load and store do, without a locked instruction.
void add(std::atomic<std::uint64_t>& counter, std::uint64_t by)
{
    counter.store(counter.load(std::memory_order_relaxed) + by, std::memory_order_relaxed);
}

} // namespace

WorkerMetrics::WorkerMetrics(std::size_t routes)
{
    for (std::size_t i = 0; i <= routes; ++i) {
        m_routes.push_back(std::make_unique<Route>());
    }
}

void WorkerMetrics::count(std::size_t route, int status, Nanos took)
{
    Route& counters = *m_routes[std::min(route, m_routes.size() - 1)];
    add(counters.statuses[static_cast<std::size_t>(std::clamp(status, 100, 599) - 100)], 1);
    const double seconds = std::chrono::duration<double>(took).count();
    const auto bucket = std::lower_bound(limits.begin(), limits.end(), seconds) - limits.begin();
    add(counters.buckets[static_cast<std::size_t>(bucket)], 1);
    add(counters.nanos, static_cast<std::uint64_t>(std::max<std::int64_t>(0, took.count())));
    add(m_total, 1);
}

std::string prometheusText(const std::vector<const WorkerMetrics*>& workers,
    const std::vector<std::pair<std::string, std::string>>& routes)
{
    const auto sum = [&workers](std::size_t route, auto&& counter) {
        std::uint64_t total = 0;
        for (const auto* worker : workers) {
            total += counter(*worker->m_routes[route]).load(std::memory_order_relaxed);
        }
        return total;
    };
    std::string requests
        = "# HELP http_requests_total Requests answered.\n# TYPE http_requests_total counter\n";
    std::string durations = "# HELP http_request_duration_seconds Time from request to answer.\n"
                            "# TYPE http_request_duration_seconds histogram\n";
    for (std::size_t route = 0; route <= routes.size(); ++route) {
        const bool known = route < routes.size();
        const std::string labels = "method=\"" + escaped(known ? routes[route].first : "*") + "\",route=\""
            + escaped(known ? routes[route].second : "(none)") + "\"";
        std::uint64_t count = 0;
        for (std::size_t status = 0; status < 500; ++status) {
            if (const auto n = sum(
                    route, [status](const auto& r) -> auto& { return r.statuses[status]; });
                n > 0) {
                count += n;
                requests += "http_requests_total{" + labels + ",status=\"" + std::to_string(status + 100)
                    + "\"} " + std::to_string(n) + "\n";
            }
        }
        if (count == 0) {
            continue;
        }
        const std::string name = "http_request_duration_seconds";
        std::uint64_t below = 0;
        for (std::size_t i = 0; i <= WorkerMetrics::limits.size(); ++i) {
            below += sum(
                route, [i](const auto& r) -> auto& { return r.buckets[i]; });
            const auto limit = i < WorkerMetrics::limits.size() ? number(WorkerMetrics::limits[i]) : "+Inf";
            durations
                += name + "_bucket{" + labels + ",le=\"" + limit + "\"} " + std::to_string(below) + "\n";
        }
        const auto nanos = sum(
            route, [](const auto& r) -> auto& { return r.nanos; });
        durations += name + "_sum{" + labels + "} " + number(static_cast<double>(nanos) * 1e-9) + "\n";
        durations += name + "_count{" + labels + "} " + std::to_string(below) + "\n";
    }
    std::string out = requests + durations;
    out += "# HELP process_resident_memory_bytes Resident memory size in bytes.\n"
           "# TYPE process_resident_memory_bytes gauge\nprocess_resident_memory_bytes "
        + std::to_string(residentBytes())
        + "\n# HELP process_cpu_seconds_total User and system CPU time in seconds.\n"
          "# TYPE process_cpu_seconds_total counter\nprocess_cpu_seconds_total "
        + number(cpuSeconds()) + "\n";
    return out;
}

} // namespace plumb::sample
