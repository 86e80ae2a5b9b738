// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/runparts.h"

#include "base/timestamp.h"
#include "monitor/sources.h"
#include "report/calibration.h"
#include "report/fingerprint.h"

#include <algorithm>

namespace plumb::runner {

Result<void> addMonitors(
    monitor::Watcher& watcher, const RunPlan& plan, const std::string& baseUrl, int servicePid)
{
    const auto& target = plan.resolved.scenario.target;
    const monitor::SourceContext context{baseUrl, plan.builtin, target, plan.folder};
    auto specs = plan.monitors;
    const bool watched = std::any_of(specs.begin(), specs.end(),
        [](const scenario::MonitorSpec& spec) { return spec.kind == scenario::MonitorSpec::Kind::process; });
    if (servicePid > 0 && !watched) {
        scenario::MonitorSpec service;
        service.kind = scenario::MonitorSpec::Kind::process;
        service.pid = servicePid;
        specs.push_back(service);
    }
    for (std::size_t i = 0; i < specs.size(); ++i) {
        auto& spec = specs[i];
        if (servicePid > 0 && spec.kind == scenario::MonitorSpec::Kind::process && !spec.namesProcess()) {
            spec.pid = servicePid; // the target's process is the one that was started
        }
        auto source = monitor::makeSource(
            spec, context, plan.loaded.file.string() + ", /monitors/" + std::to_string(i));
        if (!source) {
            return source.error();
        }
        watcher.add(std::move(*source),
            std::chrono::duration_cast<Nanos>(std::chrono::duration<double>(spec.interval_s)));
    }
    return {};
}

report::RunStarted describeRun(
    const RunPlan& plan, const std::string& runId, const engine::TransportFactory& transport)
{
    const auto& scenario = plan.resolved.scenario;
    report::RunStarted started;
    started.run_id = runId;
    started.operation = scenario.operation;
    started.environment = scenario.environment;
    started.target_version = scenario.target_version;
    started.note = scenario.note;
    started.tags = scenario.tags;
    started.started_wall_ms = wallClockMs();
    started.engine_transport = transport.name();
    started.engine_version = PLUMBLINE_VERSION;
    started.scenario_sha256 = plan.loaded.sha256;
    std::vector<std::string> dataFiles;
    for (const auto& feed : scenario.data) {
        dataFiles.push_back(feed.file);
    }
    started.fingerprint = report::collectFingerprint(plan.folder, dataFiles);
    started.calibration = report::findCalibration(
        report::readCalibrations(report::calibrationFile()), report::calibrationKey(transport.name()));
    started.ports = ephemeralPorts();
    started.thresholds_json = plan.thresholds_json;
    started.thresholds_name = plan.thresholds ? plan.thresholds->name : std::string();
    return started;
}

} // namespace plumb::runner
