// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/outputs.h"

namespace fs = std::filesystem;

namespace plumb::headless {

CLI::Validator notEmpty()
{
    return {[](const std::string& value) {
                return value.empty()
                    ? std::string("the value is empty; leave the option out, or give a value")
                    : std::string();
            },
        {}};
}

Result<void> checkOutput(const fs::path& file)
{
    if (file.empty()) {
        return {};
    }
    std::error_code code;
    const auto place = fs::weakly_canonical(fs::absolute(file, code), code);
    for (auto folder = place.parent_path(); folder != folder.parent_path(); folder = folder.parent_path()) {
        if (folder.filename() == "reports"
            && fs::is_regular_file(folder.parent_path() / "plumbline.json", code)) {
            return Error{ErrorKind::usage,
                "this is among the stored reports of a library, which are kept as they are", file.string(),
                "write to a place outside of " + folder.string()};
        }
    }
    return {};
}

} // namespace plumb::headless
