// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/calibration.h"

#include "base/files.h"
#include "report/fingerprint.h"
#include "report/jsonio.h"

#include <QStandardPaths>

#include <algorithm>

namespace fs = std::filesystem;

namespace plumb::report {

namespace {

constexpr auto schemaName = "plumbline.calibration";
constexpr std::uintmax_t largestFile = 1U << 20;

} // namespace

template <class Io>
void describe(Io& io, Ref<Io, StoredCalibration> s)
{
    io.field("host", s.key.host);
    io.field("cpu", s.key.cpu);
    io.field("engine_version", s.key.engine_version);
    io.field("transport", s.key.transport);
    io.field("p50_ms", s.calibration.p50_ms);
    io.field("p99_ms", s.calibration.p99_ms);
    io.field("max_rps", s.calibration.max_rps);
    io.field("measured_at", s.calibration.measured_at);
}

CalibrationKey calibrationKey(const std::string& transport)
{
    const auto machine = collectFingerprint({}, {});
    // A program built without optimisation is another generator.
#ifdef NDEBUG
    constexpr auto build = "";
#else
    constexpr auto build = " (debug)";
#endif
    return {machine.host, machine.cpu, std::string(PLUMBLINE_VERSION) + build, transport};
}

fs::path calibrationFile()
{
    if (const auto named = qEnvironmentVariable("PLUMBLINE_MACHINE_DIR"); !named.isEmpty()) {
        return fs::path(named.toStdString()) / "calibration.json";
    }
    return fs::path(QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation).toStdString())
        / "plumbline" / "calibration.json";
}

std::vector<StoredCalibration> readCalibrations(const fs::path& file)
{
    const auto json = readJsonFile(file, largestFile);
    if (!json || !checkSchema(*json, schemaName, 1, file.string())) {
        return {};
    }
    std::vector<StoredCalibration> entries;
    ReadState state{file.string(), {}};
    JsonReader reader(*json, {}, state);
    reader.field("entries", entries);
    return state.error ? std::vector<StoredCalibration>() : entries;
}

std::optional<Calibration> findCalibration(
    const std::vector<StoredCalibration>& stored, const CalibrationKey& key)
{
    const auto found = std::find_if(
        stored.begin(), stored.end(), [&key](const StoredCalibration& entry) { return entry.key == key; });
    return found == stored.end() ? std::nullopt : std::optional(found->calibration);
}

Result<void> storeCalibration(const fs::path& file, const StoredCalibration& stored)
{
    auto entries = readCalibrations(file);
    std::erase_if(entries, [&stored](const StoredCalibration& entry) { return entry.key == stored.key; });
    entries.push_back(stored);
    JsonWriter writer;
    writer.field("schema", std::string(schemaName) + "/1");
    writer.field("entries", entries);
    return writeFileAtomic(file, dumpJson(writer.take(), 1) + "\n");
}

} // namespace plumb::report
