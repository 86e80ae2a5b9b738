// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace fs = std::filesystem;

namespace plumb {

namespace {

Error ioError(const std::string& what, const fs::path& place, int code)
{
    std::string remedy;
    switch (code) {
    case EACCES:
    case EPERM:
    case EROFS:
        remedy = "check the permissions of the file and its folder";
        break;
    case ENOENT:
        remedy = "check the path";
        break;
    case ENOSPC:
    case EDQUOT:
        remedy = "free some disk space";
        break;
    default:
        break;
    }
    return {ErrorKind::io, what + ": " + std::strerror(code), place.string(), remedy};
}

/// Closes a descriptor when it goes out of scope.
class Descriptor
{
public:
    explicit Descriptor(int fd)
        : m_fd(fd)
    {
    }
    ~Descriptor()
    {
        if (m_fd >= 0) {
            ::close(m_fd);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return m_fd; }
    /// Closes now; the result tells of a late write error.
    int close()
    {
        const int fd = std::exchange(m_fd, -1);
        return ::close(fd);
    }

private:
    int m_fd;
};

/// Writes @p text to a new temporary file in @p folder, synced to disk. Returns its path.
Result<fs::path> writeTemporary(const fs::path& folder, std::string_view text)
{
    std::error_code code;
    fs::create_directories(folder, code);
    if (code) {
        return ioError("cannot make the folder", folder, code.value());
    }
    std::string name = (folder / ".plumb-XXXXXX").string();
    Descriptor file(::mkostemp(name.data(), O_CLOEXEC));
    if (file.get() < 0) {
        return ioError("cannot write here", folder, errno);
    }
    const auto giveUp = [&name, &folder](int error) {
        ::unlink(name.c_str());
        return ioError("cannot write here", folder, error);
    };
    const mode_t mask = ::umask(0);
    ::umask(mask);
    ::fchmod(file.get(), 0666 & ~mask);
    while (!text.empty()) {
        const auto written = ::write(file.get(), text.data(), text.size());
        if (written < 0) {
            if (errno == EINTR) {
                continue;
            }
            return giveUp(errno);
        }
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fsync(file.get()) != 0 || file.close() != 0) {
        return giveUp(errno);
    }
    return fs::path(name);
}

} // namespace

Result<std::string> readFile(const fs::path& file, std::uintmax_t maxBytes)
{
    const Descriptor in(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (in.get() < 0) {
        auto error = ioError("cannot open the file", file, errno);
        error.kind = ErrorKind::input;
        return error;
    }
    struct stat info
    {
    };
    ::fstat(in.get(), &info);
    if (S_ISDIR(info.st_mode)) {
        return Error{ErrorKind::input, "this is a folder, expected a file", file.string(), "check the path"};
    }
    if (static_cast<std::uintmax_t>(info.st_size) > maxBytes) {
        return Error{ErrorKind::input,
            "the file has " + std::to_string(info.st_size >> 20) + " MiB, more than the "
                + std::to_string(maxBytes >> 20) + " MiB this program reads",
            file.string(), "check that this is the right file"};
    }
    std::string text;
    text.reserve(static_cast<std::size_t>(info.st_size));
    std::array<char, 64 * 1024> block{};
    for (;;) {
        const auto got = ::read(in.get(), block.data(), block.size());
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            auto error = ioError("cannot read the file", file, errno);
            error.kind = ErrorKind::input;
            return error;
        }
        if (got == 0) {
            return text;
        }
        text.append(block.data(), static_cast<std::size_t>(got));
        if (text.size() > maxBytes) {
            return Error{ErrorKind::input, "the file is larger than this program reads", file.string(), {}};
        }
    }
}

Result<void> writeFileAtomic(const fs::path& file, std::string_view text)
{
    const auto folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    const auto temporary = writeTemporary(folder, text);
    if (!temporary) {
        return temporary.error();
    }
    if (::rename(temporary->c_str(), file.c_str()) != 0) {
        const int error = errno;
        ::unlink(temporary->c_str());
        return ioError("cannot write the file", file, error);
    }
    return {};
}

Result<fs::path> writeNewFileAtomic(
    const fs::path& folder, const std::string& stem, const std::string& extension, std::string_view text)
{
    const auto temporary = writeTemporary(folder, text);
    if (!temporary) {
        return temporary.error();
    }
    for (int number = 1; number < 100'000; ++number) {
        const auto name = number == 1 ? stem : stem + "_" + std::to_string(number);
        const fs::path file = folder / (name + extension);
        // link() fails where the name exists, on every program's side alike; rename() would replace.
        if (::link(temporary->c_str(), file.c_str()) == 0) {
            ::unlink(temporary->c_str());
            return file;
        }
        if (errno == EEXIST) {
            continue;
        }
        // File systems without hard links (FAT, some network mounts): claim the name, then rename over it.
        const Descriptor claim(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
        if (claim.get() < 0 && errno == EEXIST) {
            continue;
        }
        if (claim.get() >= 0 && ::rename(temporary->c_str(), file.c_str()) == 0) {
            return file;
        }
        const int error = errno;
        ::unlink(temporary->c_str());
        return ioError("cannot write the file", file, error);
    }
    ::unlink(temporary->c_str());
    return Error{ErrorKind::io, "too many files of this name", (folder / stem).string(), {}};
}

std::string safeName(std::string_view name)
{
    const auto slash = name.find_last_of("/\\");
    if (slash != std::string_view::npos) {
        name.remove_prefix(slash + 1);
    }
    std::string out;
    for (const char c : name.substr(0, 80)) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = byte < 128 && (std::isalnum(byte) != 0 || c == '_' || c == '-' || c == '.');
        out += plain ? c : '_';
    }
    out.erase(0, std::min(out.find_first_not_of('.'), out.size()));
    while (!out.empty() && out.back() == '.') {
        out.pop_back();
    }
    std::string upper = out.substr(0, out.find('.'));
    std::transform(
        upper.begin(), upper.end(), upper.begin(), [](unsigned char c) { return std::toupper(c); });
    static constexpr std::array reserved{
        "CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "LPT1", "LPT2"};
    if (std::any_of(reserved.begin(), reserved.end(), [&upper](const char* word) { return upper == word; })) {
        out.insert(0, "_");
    }
    return out.empty() ? "unnamed" : out;
}

} // namespace plumb
