// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/filestate.h"

#include <algorithm>
#include <sys/stat.h>

namespace fs = std::filesystem;

namespace plumb::library {

std::optional<FileState> stateOf(const fs::path& file)
{
    struct stat info
    {
    };
    if (::stat(file.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) {
        return std::nullopt;
    }
    const auto text = [](const timespec& time) {
        return std::to_string(time.tv_sec) + '.' + std::to_string(time.tv_nsec);
    };
    return FileState{std::to_string(info.st_size) + ':' + text(info.st_mtim) + ':' + text(info.st_ctim),
        static_cast<std::int64_t>(info.st_mtim.tv_sec) * 1000 + info.st_mtim.tv_nsec / 1'000'000};
}

std::vector<fs::path> filesBelow(const fs::path& folder, std::string_view ending)
{
    std::vector<fs::path> files;
    std::error_code code;
    fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, code);
    for (const fs::recursive_directory_iterator end; !code && entry != end; entry.increment(code)) {
        const auto name = entry->path().filename().string();
        if (name.starts_with('.')) {
            entry.disable_recursion_pending();
        } else if (name.ends_with(ending)) {
            files.push_back(entry->path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace plumb::library
