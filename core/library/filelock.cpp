// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/filelock.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace plumb::library {

FileLock::FileLock(int descriptor)
    : m_descriptor(descriptor)
{
}

FileLock::FileLock(FileLock&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

FileLock& FileLock::operator=(FileLock&& other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

FileLock::~FileLock()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

Result<FileLock> FileLock::take(const std::filesystem::path& file)
{
    std::error_code code;
    std::filesystem::create_directories(file.parent_path(), code);
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (descriptor < 0) {
        return Error{ErrorKind::io, std::string("cannot lock the library: ") + std::strerror(errno),
            file.string(), "check the permissions of the library folder"};
    }
    FileLock lock(descriptor);
    while (::flock(descriptor, LOCK_EX) != 0) {
        if (errno != EINTR) {
            return Error{ErrorKind::io, std::string("cannot lock the library: ") + std::strerror(errno),
                file.string(), "use a folder on a file system that supports locks"};
        }
    }
    return lock;
}

} // namespace plumb::library
