// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace plumb {

/// Who measures on this machine.
struct MachineHolder
{
    int pid = 0; ///< 0: not known
    std::string what; ///< "run", "calibration"
    std::string operation; ///< of the run; may be empty
    std::string run_id;
    std::int64_t since_wall_ms = 0;
    /// "a run of checkout (process 4711)".
    [[nodiscard]] std::string text() const;
};

/// One measurement at a time on a machine, whoever makes it: two at once would measure each other. A lock by
/// flock() on a file that every user of the machine can open; the kernel gives it up with its holder's
/// process.
class MachineLock
{
public:
    /// The file: below PLUMBLINE_MACHINE_DIR where that is set (for tests, and for containers that share a
    /// machine), else /run/lock, $XDG_RUNTIME_DIR or the folder for temporary files, the first that can be
    /// written.
    static std::filesystem::path place();

    /// Takes it and says who we are; nothing where somebody else has it. Error: the file cannot be made.
    static Result<std::optional<MachineLock>> tryTake(const MachineHolder& self);
    /// Who has it; nothing where nobody has. Looks without disturbing.
    static std::optional<MachineHolder> holder();

    MachineLock(MachineLock&& other) noexcept;
    MachineLock& operator=(MachineLock&& other) noexcept;
    ~MachineLock();

private:
    explicit MachineLock(int descriptor);
    int m_descriptor = -1;
};

} // namespace plumb
