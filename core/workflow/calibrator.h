// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/calibration.h"

#include <functional>
#include <memory>
#include <mutex>
#include <string>

namespace plumb::engine {
class Engine;
}

namespace plumb::workflow {

/// How far a calibration has come.
struct CalibrationProgress
{
    enum class Stage { floor, rate }; ///< one user, then as many as a worker can serve
    std::string transport;
    Stage stage = Stage::floor;
    double fraction = 0.0; ///< of the stage, 0 to 1
    double rps = 0.0; ///< in the last second
};
std::string_view toString(CalibrationProgress::Stage stage); ///< "floor", "rate"

/// Measures what a transport itself takes on this machine: whole runs of the engine, as any other run is
/// made, against a server in this process that does next to nothing. Single-shot per transport; blocks.
class Calibrator
{
public:
    using Listener = std::function<void(const CalibrationProgress&)>;
    /// @p stage_s: how long each stage is measured, after half a second of warm-up.
    explicit Calibrator(double stage_s = 2.0);
    ~Calibrator();

    /// Errors: interrupted (cancelled), an unknown transport, no port.
    Result<report::Calibration> measure(const std::string& transport, const Listener& listener);
    void cancel(); ///< from any thread

private:
    struct Figures;
    Result<Figures> run(
        const std::string& transport, const std::string& baseUrl, int users, const Listener& listener);
    void setEngine(engine::Engine* engine);

    double m_stage_s;
    std::mutex m_mutex;
    engine::Engine* m_engine = nullptr;
    bool m_cancelled = false;
};

} // namespace plumb::workflow
