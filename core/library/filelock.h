// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <filesystem>

namespace plumb::library {

/// An exclusive lock between programs, by flock() on a file that stays. Released when destroyed.
class FileLock
{
public:
    /// Waits for the lock; its holders keep it for one small write. The file and its folder are made.
    static Result<FileLock> take(const std::filesystem::path& file);
    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&& other) noexcept;
    ~FileLock();

private:
    explicit FileLock(int descriptor);
    int m_descriptor = -1;
};

} // namespace plumb::library
