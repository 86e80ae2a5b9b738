// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/jsonlines.h"

#include "base/files.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace fs = std::filesystem;

namespace plumb::library {

Result<void> appendLine(const fs::path& file, std::string line, const std::string& what)
{
    std::error_code code;
    fs::create_directories(file.parent_path(), code);
    const auto failed = [&file, &what](const char* how) {
        return Error{ErrorKind::io, what + how + std::strerror(errno), file.string(),
            "check the permissions of the library folder"};
    };
    const int descriptor = ::open(file.c_str(), O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
    if (descriptor < 0) {
        return failed(" cannot be written: ");
    }
    line += '\n';
    char last = '\n';
    const auto size = ::lseek(descriptor, 0, SEEK_END);
    if (size > 0 && ::pread(descriptor, &last, 1, size - 1) == 1 && last != '\n') {
        line.insert(line.begin(), '\n');
    }
    // One write to a file opened for appending lands in one piece after whatever others wrote.
    const auto written = ::write(descriptor, line.data(), line.size());
    const bool whole = written == static_cast<ssize_t>(line.size()) && ::fsync(descriptor) == 0;
    Result<void> result;
    if (!whole) {
        result = failed(" cannot be written whole: ");
    }
    ::close(descriptor);
    return result;
}

std::vector<std::string> eachLine(const fs::path& file,
    const std::function<std::string(std::string_view text, const std::string& place)>& take)
{
    std::vector<std::string> damaged;
    std::error_code code;
    if (!fs::exists(file, code) && !code) {
        return damaged;
    }
    const auto text = readFile(file);
    if (!text) {
        damaged.push_back(text.error().text());
        return damaged;
    }
    std::string_view rest = *text;
    for (int number = 1; !rest.empty(); ++number) {
        const auto end = std::min(rest.find('\n'), rest.size());
        const auto one = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (one.empty()) {
            continue;
        }
        if (auto why = take(one, file.filename().string() + ", line " + std::to_string(number));
            !why.empty()) {
            damaged.push_back(std::move(why));
        }
    }
    return damaged;
}

} // namespace plumb::library
