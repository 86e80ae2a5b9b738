// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/console.h"
#include "app/headless/outputs.h"
#include "app/headless/verbs.h"
#include "base/exitcode.h"
#include "base/timestamp.h"
#include "base/units.h"
#include "export/csvtext.h"
#include "monitor/sources.h"

#include <CLI/CLI.hpp>

#include <array>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <ctime>
#include <iostream>
#include <memory>

namespace plumb::headless {

namespace {

using scenario::MonitorSpec;

struct MonitorArguments
{
    std::string match, name, prometheus, out;
    int pid = 0, port = 0;
    bool host = false, withoutChildren = false;
    std::vector<std::string> series;
    std::string interval = "0.5", duration;
};

/// SIGINT and SIGTERM, blocked in every thread and waited for.
class Ends
{
public:
    Ends()
    {
        ::sigemptyset(&m_set);
        ::sigaddset(&m_set, SIGINT);
        ::sigaddset(&m_set, SIGTERM);
        ::pthread_sigmask(SIG_BLOCK, &m_set, nullptr);
    }
    /// True where one of them came before @p when on the monotonic clock.
    [[nodiscard]] bool comeBefore(Nanos when) const
    {
        for (;;) {
            const Nanos left = when - SteadyClock().now();
            if (left <= Nanos::zero()) {
                return false;
            }
            const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(left);
            const std::timespec time{seconds.count(), (left - seconds).count()};
            if (::sigtimedwait(&m_set, nullptr, &time) > 0) {
                return true;
            }
        }
    }

private:
    sigset_t m_set{};
};

struct Column
{
    std::string name, unit;
    double min = 0.0, max = 0.0, sum = 0.0;
    std::int64_t count = 0;
    void add(double value)
    {
        if (!std::isfinite(value)) {
            return;
        }
        min = count == 0 ? value : std::min(min, value);
        max = count == 0 ? value : std::max(max, value);
        sum += value;
        ++count;
    }
};

class MonitorProgram
{
public:
    Result<void> prepare(const MonitorArguments& arguments)
    {
        const auto interval = parseDuration(arguments.interval);
        const auto duration
            = arguments.duration.empty() ? std::optional(0.0) : parseDuration(arguments.duration);
        if (!interval || *interval < 0.05 || *interval > 60.0) {
            return Error{ErrorKind::usage, "the interval is 0.05 to 60 seconds", "--interval", {}};
        }
        if (!duration || (!arguments.duration.empty() && *duration <= 0.0)) {
            return Error{ErrorKind::usage, "the duration is a time above 0", "--duration", "write 420 or 7m"};
        }
        if (const auto allowed = checkOutput(arguments.out); !allowed) {
            return allowed.error();
        }
        m_interval = std::chrono::duration_cast<Nanos>(std::chrono::duration<double>(*interval));
        m_duration = std::chrono::duration_cast<Nanos>(std::chrono::duration<double>(*duration));
        for (const auto& spec : specsOf(arguments)) {
            auto source = monitor::makeSource(spec, {}, "--series");
            if (!source) {
                return source.error();
            }
            m_sources.push_back(std::move(*source));
        }
        if (m_sources.empty()) {
            return Error{ErrorKind::usage, "what is to be watched?", "plumb monitor",
                "name a process with --match, --name or --pid, or take --host, --port or --prometheus"};
        }
        for (const auto& source : m_sources) {
            for (const auto& series : source->series()) {
                // With one source the names alone are plain; several might share them.
                const auto prefix = m_sources.size() > 1 ? std::string(source->kind()) + "." : std::string();
                m_columns.push_back({prefix + series.name, series.unit});
            }
        }
        if (arguments.out.empty()) {
            return {};
        }
        m_file.reset(std::fopen(arguments.out.c_str(), "we"));
        return m_file
            ? Result<void>()
            : Error{ErrorKind::io, "this file cannot be written", arguments.out, "choose another with --out"};
    }

    int exec()
    {
        const Ends ends;
        writeHead();
        const Nanos start = SteadyClock().now();
        for (Nanos planned = start; m_duration == Nanos::zero() || planned < start + m_duration;) {
            if (!writeRow(start)) {
                return printError(
                    {ErrorKind::io, "the CSV cannot be written any more", {}, "is the disk full?"});
            }
            const Nanos past = SteadyClock().now() - start;
            planned = start + (past / m_interval + 1) * m_interval;
            const Nanos until = m_duration == Nanos::zero() ? planned : std::min(planned, start + m_duration);
            if (ends.comeBefore(until)) {
                break;
            }
        }
        return summarize();
    }

private:
    static std::vector<MonitorSpec> specsOf(const MonitorArguments& arguments)
    {
        std::vector<MonitorSpec> specs;
        MonitorSpec spec;
        spec.kind = MonitorSpec::Kind::process;
        spec.pid = arguments.pid;
        spec.match = arguments.match;
        spec.name = arguments.name;
        spec.children = !arguments.withoutChildren;
        if (spec.namesProcess()) {
            specs.push_back(spec);
        }
        if (arguments.host) {
            spec = {};
            specs.push_back(spec);
        }
        if (arguments.port > 0) {
            spec = {};
            spec.kind = MonitorSpec::Kind::connections;
            spec.port = arguments.port;
            specs.push_back(spec);
        }
        if (!arguments.prometheus.empty()) {
            spec = {};
            spec.kind = MonitorSpec::Kind::prometheus;
            spec.url = arguments.prometheus;
            spec.series = arguments.series;
            specs.push_back(spec);
        }
        return specs;
    }

    bool write(const std::string& text)
    {
        std::FILE* file = m_file ? m_file.get() : stdout;
        // Whole rows go out at once: whatever ends this program leaves a complete file.
        return std::fwrite(text.data(), 1, text.size(), file) == text.size() && std::fflush(file) == 0;
    }

    void writeHead()
    {
        exporting::CsvText csv;
        csv.cell("time").cell("elapsed_s");
        for (const auto& column : m_columns) {
            csv.cell(column.name);
        }
        csv.endRow();
        write(csv.text());
    }

    bool writeRow(Nanos start)
    {
        const Nanos at = SteadyClock().now();
        exporting::CsvText csv;
        csv.cell(isoTimestamp(wallClockMs()));
        csv.number(std::round(std::chrono::duration<double, std::milli>(at - start).count()) / 1000.0);
        std::size_t column = 0;
        std::string shown;
        for (const auto& source : m_sources) {
            m_notices.clear();
            source->read(at, m_values, m_notices);
            for (const auto& notice : m_notices) {
                clearProgress();
                printMessage("note: " + notice);
            }
            for (const double value : m_values) {
                csv.number(value);
                m_columns[column].add(value);
                if (std::isfinite(value) && shown.size() < 70) {
                    shown += " · " + m_columns[column].name + " " + formatNumber(value)
                        + (m_columns[column].unit.empty() ? "" : " " + m_columns[column].unit);
                }
                ++column;
            }
        }
        csv.endRow();
        ++m_rows;
        if (progressWanted() && m_file) {
            std::cerr << "\r\033[K" << formatClock(std::chrono::duration<double>(at - start).count()) << shown
                      << std::flush;
            m_progressShown = true;
        }
        return write(csv.text());
    }

    void clearProgress()
    {
        if (std::exchange(m_progressShown, false)) {
            std::cerr << "\r\033[K" << std::flush;
        }
    }

    int summarize()
    {
        clearProgress();
        bool any = false;
        for (const auto& column : m_columns) {
            any = any || column.count > 0;
            if (column.count > 0) {
                printMessage(column.name + ": min " + formatNumber(column.min) + ", mean "
                    + formatNumber(column.sum / static_cast<double>(column.count)) + ", max "
                    + formatNumber(column.max) + (column.unit.empty() ? "" : " " + column.unit));
            }
        }
        printMessage(std::to_string(m_rows) + (m_rows == 1 ? " reading" : " readings"));
        return static_cast<int>(any ? ExitCode::pass : ExitCode::cannotJudge);
    }

    struct CloseFile
    {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    std::unique_ptr<std::FILE, CloseFile> m_file;
    std::vector<std::unique_ptr<monitor::Source>> m_sources;
    std::vector<Column> m_columns;
    std::vector<double> m_values;
    std::vector<std::string> m_notices;
    Nanos m_interval{}, m_duration{};
    std::int64_t m_rows = 0;
    bool m_progressShown = false;
};

} // namespace

void addMonitor(CLI::App& app, Action& chosen)
{
    auto arguments = std::make_shared<MonitorArguments>();
    auto* verb = app.add_subcommand("monitor",
        "Write memory, CPU and more of a process as CSV, until --duration has passed or Ctrl+C.\n"
        "Exit code 4: there was nothing to read all the time.");
    auto* match = verb->add_option("--match", arguments->match, "Process whose command line has this in it")
                      ->check(notEmpty());
    auto* name = verb->add_option("--name", arguments->name, "Process of this program")->check(notEmpty());
    auto* pid = verb->add_option("--pid", arguments->pid, "Process with this id")->check(aboveZero());
    match->excludes(name)->excludes(pid);
    name->excludes(pid);
    verb->add_flag("--no-children", arguments->withoutChildren, "Leave out what the process has started");
    verb->add_flag("--host", arguments->host, "This machine: CPU, memory, load, run queue");
    verb->add_option("--port", arguments->port, "Open connections to this TCP port")
        ->check(CLI::Range(1, 65535));
    auto* series = verb->add_option("--series", arguments->series,
                           "Series of the Prometheus page: http_requests_total{code=\"500\"}")
                       ->allow_extra_args(false);
    verb->add_option("--prometheus", arguments->prometheus, "Address of a page in Prometheus text")
        ->needs(series)
        ->check(notEmpty());
    verb->add_option("--interval", arguments->interval, "Time between two readings: 0.5 or 500ms")
        ->capture_default_str();
    verb->add_option("--duration", arguments->duration, "How long: 420 or 7m (default: until Ctrl+C)");
    verb->add_option("--out", arguments->out, "CSV file (default: standard output)")->check(notEmpty());
    verb->callback([arguments, &chosen] {
        chosen = [arguments] {
            MonitorProgram program;
            if (const auto ready = program.prepare(*arguments); !ready) {
                return printError(ready.error());
            }
            return program.exec();
        };
    });
}

} // namespace plumb::headless
