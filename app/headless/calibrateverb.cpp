// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/console.h"
#include "app/headless/interrupts.h"
#include "app/headless/verbs.h"
#include "base/exitcode.h"
#include "base/timestamp.h"
#include "base/units.h"
#include "report/fingerprint.h"
#include "runner/machineturn.h"
#include "workflow/calibrator.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cmath>
#include <condition_variable>
#include <iostream>
#include <mutex>
#include <thread>

namespace plumb::headless {

namespace {

struct CalibrateOptions
{
    std::string transport = "all";
    double seconds = 2.0;
    bool json = false, events = false, noWait = false, requireQuiet = false;
};

/// `plumb calibrate`: the measurement in a thread of its own, signals in the event loop.
class CalibrateProgram
{
public:
    explicit CalibrateProgram(CalibrateOptions options)
        : m_options(std::move(options))
        , m_calibrator(m_options.seconds)
    {
    }

    int exec()
    {
        Interrupts interrupts;
        QObject::connect(&interrupts, &Interrupts::interrupted, &interrupts, [this] { cancel(); });
        Result<void> result;
        std::thread worker([this, &result, &interrupts] {
            result = measureAll();
            QMetaObject::invokeMethod(
                &interrupts, [] { QCoreApplication::quit(); }, Qt::QueuedConnection);
        });
        QCoreApplication::exec();
        worker.join();
        clearProgress();
        if (!result) {
            return printError(result.error());
        }
        tell();
        return static_cast<int>(ExitCode::pass);
    }

private:
    void cancel()
    {
        m_calibrator.cancel();
        const std::scoped_lock lock(m_mutex);
        m_cancelled = true;
        m_woken.notify_all();
    }

    Result<void> measureAll()
    {
        const runner::TurnListener listener{[this](const std::string& text) {
                                                clearProgress();
                                                printMessage(text);
                                            },
            [this](std::chrono::milliseconds pause) {
                std::unique_lock lock(m_mutex);
                return m_woken.wait_for(lock, pause, [this] { return m_cancelled; });
            }};
        const runner::TurnWishes wishes{
            !m_options.noWait, m_options.requireQuiet ? runner::QuietWish::require : runner::QuietWish::warn};
        const auto lock = runner::takeTurn({0, "calibration", {}, {}, wallClockMs()}, wishes, listener);
        if (!lock) {
            return lock.error();
        }
        const MachineWatch machine;
        const auto quiet = runner::checkQuiet(machine, wishes, listener);
        if (!quiet) {
            return quiet.error();
        }
        for (const auto& disturbance : quiet->disturbances) {
            m_disturbances.push_back(disturbance.sentence);
        }
        const auto wanted = m_options.transport == "all" ? std::vector<std::string>{"qnam", "direct"}
                                                         : std::vector<std::string>{m_options.transport};
        for (const auto& transport : wanted) {
            const auto measured = m_calibrator.measure(
                transport, [this](const workflow::CalibrationProgress& progress) { onProgress(progress); });
            if (!measured) {
                return measured.error();
            }
            const report::StoredCalibration stored{report::calibrationKey(transport), *measured};
            if (const auto kept = report::storeCalibration(report::calibrationFile(), stored); !kept) {
                return kept.error();
            }
            m_measured.push_back(stored);
        }
        return {};
    }

    void onProgress(const workflow::CalibrationProgress& progress)
    {
        if (m_options.events) {
            Json json = Json::object();
            json["event"] = "calibrating";
            json["transport"] = progress.transport;
            json["stage"] = std::string(workflow::toString(progress.stage));
            json["fraction"] = progress.fraction;
            json["rps"] = progress.rps;
            printLine(dumpJson(json));
            std::cout << std::flush;
        } else if (!m_options.json && progressWanted()) {
            std::cerr << "\r\033[K" << progress.transport << ", "
                      << (progress.stage == workflow::CalibrationProgress::Stage::floor ? "one user"
                                                                                        : "highest rate")
                      << ": " << std::lround(100.0 * progress.fraction) << " %, "
                      << formatNumber(progress.rps) << " requests/s" << std::flush;
            m_progressShown = true;
        }
    }

    void clearProgress()
    {
        if (std::exchange(m_progressShown, false)) {
            std::cerr << "\r\033[K" << std::flush;
        }
    }

    [[nodiscard]] Json document() const
    {
        const auto machine = report::collectFingerprint({}, {});
        Json json = Json::object();
        json["host"] = machine.host;
        json["cpu"] = machine.cpu;
        json["cores"] = machine.cores;
        json["engine_version"] = PLUMBLINE_VERSION;
        json["disturbances"] = m_disturbances;
        json["path"] = report::calibrationFile().string();
        json["transports"] = Json::array();
        for (const auto& [key, calibration] : m_measured) {
            Json entry = Json::object();
            entry["transport"] = key.transport;
            entry["floor_ms"] = {{"p50", calibration.p50_ms}, {"p99", calibration.p99_ms}};
            entry["max_rps"] = calibration.max_rps;
            entry["measured_at"] = calibration.measured_at;
            json["transports"].push_back(entry);
        }
        return json;
    }

    void tell() const
    {
        if (m_options.events) {
            Json json = document();
            json["event"] = "calibrated";
            printLine(dumpJson(json));
        } else if (m_options.json) {
            printJson(document());
        } else {
            printLine("What this machine's generator takes itself, and the most that one worker makes:");
            for (const auto& [key, calibration] : m_measured) {
                printLine("  " + key.transport
                    + std::string(8 - std::min<std::size_t>(key.transport.size(), 7), ' ') + "p50 "
                    + formatLatency(calibration.p50_ms) + "  p99 " + formatLatency(calibration.p99_ms) + "  "
                    + formatNumber(std::round(calibration.max_rps)) + " requests/s");
            }
            printLine("Kept for the runs to come: " + report::calibrationFile().string());
        }
    }

    CalibrateOptions m_options;
    workflow::Calibrator m_calibrator;
    std::mutex m_mutex;
    std::condition_variable m_woken;
    bool m_cancelled = false;
    bool m_progressShown = false;
    std::vector<std::string> m_disturbances;
    std::vector<report::StoredCalibration> m_measured;
};

} // namespace

void addCalibrate(CLI::App& app, Action& chosen)
{
    auto options = std::make_shared<CalibrateOptions>();
    auto* verb = app.add_subcommand("calibrate",
        "Measure what this machine's load generator takes itself, and how much it can make.\n"
        "Runs keep the figures beside their own; takes about ten seconds.");
    verb->add_option("--transport", options->transport, "Which one: qnam, direct or all")
        ->check(CLI::IsMember({"all", "qnam", "direct"}))
        ->capture_default_str();
    verb->add_option("--seconds", options->seconds, "How long each of the two stages is measured")
        ->check(CLI::Range(0.5, 60.0))
        ->capture_default_str();
    auto* json = verb->add_flag("--json", options->json, "Print one JSON document");
    verb->add_flag("--events", options->events, "Print the progress, one JSON document a line")
        ->excludes(json);
    verb->add_flag("--no-wait", options->noWait,
        "Exit 5 where a run is under way on this machine, instead of waiting for its end");
    verb->add_flag("--require-quiet", options->requireQuiet,
        "Exit 5 where other programs use this machine, instead of a note");
    verb->callback([options, &chosen] { chosen = [options] { return CalibrateProgram(*options).exec(); }; });
}

} // namespace plumb::headless
