// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/findreport.h"

#include "library/defaultlibrary.h"

namespace fs = std::filesystem;

namespace plumb::headless {

Result<fs::path> findReport(const std::string& library, const std::string& wanted)
{
    std::error_code code;
    if (fs::exists(wanted, code)) {
        return fs::path(wanted);
    }
    const auto folder = library.empty() ? library::defaultLibrary() : fs::path(library);
    const Error missing{ErrorKind::input,
        "there is no such file, and no report of this id in " + folder.string(), wanted,
        "check the path or the id, or name the library with --library"};
    if (library.empty() && !fs::exists(folder, code)) {
        return missing;
    }
    auto opened = library::Library::open(folder, false);
    if (!opened) {
        return opened.error();
    }
    if (const auto refreshed = (*opened)->refresh(); !refreshed) {
        return refreshed.error();
    }
    const auto row = (*opened)->find(wanted);
    if (!row) {
        return row.error();
    }
    if (!row->has_value()) {
        return missing;
    }
    return (*row)->file;
}

Result<std::unique_ptr<library::Library>> openLibraryOf(const std::string& library, const std::string& wanted)
{
    std::error_code code;
    const auto folder = !library.empty() ? fs::path(library)
        : fs::exists(wanted, code)       ? library::defaultLibrary(fs::absolute(wanted, code).parent_path())
                                         : library::defaultLibrary();
    return library::Library::open(folder, false);
}

Result<std::unique_ptr<library::Library>> openUpToDate(const std::string& library)
{
    auto opened
        = library::Library::open(library.empty() ? library::defaultLibrary() : fs::path(library), false);
    if (!opened) {
        return opened.error();
    }
    if (const auto refreshed = (*opened)->refresh(); !refreshed) {
        return refreshed.error();
    }
    return opened;
}

} // namespace plumb::headless
