// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/runevent.h"

#include <filesystem>

namespace plumb::report {

/// Whose floor a calibration is. It holds for this build of Plumbline on this machine alone.
struct CalibrationKey
{
    std::string host, cpu, engine_version, transport;
    bool operator==(const CalibrationKey&) const = default;
};
/// Of this machine and this program.
CalibrationKey calibrationKey(const std::string& transport);

struct StoredCalibration
{
    CalibrationKey key;
    Calibration calibration;
};

/// "calibration.json" in the user's cache folder for Plumbline, or below PLUMBLINE_MACHINE_DIR where that is
/// set. A cache: without it runs have no floor.
std::filesystem::path calibrationFile();
/// What cannot be read is no calibration.
std::vector<StoredCalibration> readCalibrations(const std::filesystem::path& file);
std::optional<Calibration> findCalibration(
    const std::vector<StoredCalibration>& stored, const CalibrationKey& key);
/// Takes the place of an older one of the same key.
Result<void> storeCalibration(const std::filesystem::path& file, const StoredCalibration& stored);

} // namespace plumb::report
