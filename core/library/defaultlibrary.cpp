// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/defaultlibrary.h"

#include "library/marker.h"

#include <QStandardPaths>

namespace fs = std::filesystem;

namespace plumb::library {

fs::path defaultLibrary(const fs::path& from)
{
    std::error_code code;
    for (auto folder = fs::weakly_canonical(from, code); !code && !folder.empty();
         folder = folder.parent_path()) {
        std::error_code missing;
        if (fs::is_regular_file(folder / markerName, missing)) {
            return folder;
        }
        if (folder == folder.parent_path()) {
            break;
        }
    }
    if (const auto named = qEnvironmentVariable("PLUMBLINE_LIBRARY"); !named.isEmpty()) {
        return named.toStdString();
    }
    return fs::path(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation).toStdString())
        / "plumbline" / "library";
}

fs::path defaultLibrary()
{
    std::error_code code;
    return defaultLibrary(fs::current_path(code));
}

} // namespace plumb::library
