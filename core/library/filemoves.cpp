// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/filemoves.h"

namespace fs = std::filesystem;

namespace plumb::library {

fs::path freeName(const fs::path& folder, const fs::path& name)
{
    std::error_code code;
    auto file = folder / name;
    for (int number = 2; fs::exists(file, code); ++number) {
        file = folder / (name.stem().string() + '_' + std::to_string(number) + name.extension().string());
    }
    return file;
}

Result<void> moveFile(const fs::path& from, const fs::path& to)
{
    std::error_code code;
    fs::create_directories(to.parent_path(), code);
    fs::rename(from, to, code);
    if (code) {
        return Error{ErrorKind::io, "the report cannot be moved: " + code.message(), from.string(),
            "check that the file is there and the permissions of its folder"};
    }
    return {};
}

} // namespace plumb::library
