// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/outputs.h"

#include <charconv>
#include <cmath>

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

CLI::Validator aboveZero()
{
    return {[](const std::string& value) {
                double number = 0.0;
                const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
                const bool good = error == std::errc() && end == value.data() + value.size() && number > 0.0
                    && std::isfinite(number);
                return good ? std::string() : "\"" + value + "\" is not a number above 0";
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
