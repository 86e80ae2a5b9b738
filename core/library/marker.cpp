// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/marker.h"

#include "base/files.h"
#include "library/filelock.h"

#include <algorithm>
#include <array>

namespace fs = std::filesystem;

namespace plumb::library {

namespace {

constexpr std::array folders{"scenarios", "thresholds", "suites", "gates", "reports", "annotations"};

Error folderError(const fs::path& folder, const std::error_code& code)
{
    return {ErrorKind::io, "cannot make the library folder: " + code.message(), folder.string(),
        "choose a folder that can be written"};
}

} // namespace

Result<Json> readMarker(const fs::path& folder)
{
    const auto file = folder / markerName;
    auto json = readJsonFile(file);
    if (!json) {
        return json.error();
    }
    if (const auto schema = checkSchema(*json, "plumbline.library", 1, file.string()); !schema) {
        return schema.error();
    }
    const auto hosts = json->find("confirmed_hosts");
    if (hosts != json->end() && !hosts->is_array()) {
        return Error{ErrorKind::input, "expected an array of host names",
            file.string() + ", /confirmed_hosts", "correct the value"};
    }
    return json;
}

Result<void> makeLibrary(const fs::path& folder)
{
    std::error_code code;
    for (const char* name : folders) {
        fs::create_directories(folder / name, code);
        if (code) {
            return folderError(folder / name, code);
        }
    }
    if (!fs::exists(folder / ".plumbline" / ".gitignore", code)) {
        if (auto ignored = writeFileAtomic(folder / ".plumbline" / ".gitignore", "*\n"); !ignored) {
            return ignored;
        }
    }
    if (fs::exists(folder / markerName, code)) {
        return {};
    }
    const auto lock = FileLock::take(folder / ".plumbline" / "lock");
    if (!lock) {
        return lock.error();
    }
    if (fs::exists(folder / markerName, code)) {
        return {}; // another program was faster
    }
    Json marker = Json::object();
    marker["schema"] = "plumbline.library/1";
    marker["settings"] = Json::object();
    marker["confirmed_hosts"] = Json::array();
    return writeFileAtomic(folder / markerName, dumpJson(marker, 2) + '\n');
}

bool mayBecomeLibrary(const fs::path& folder)
{
    std::error_code code;
    for (fs::directory_iterator entry(folder, code), end; !code && entry != end; entry.increment(code)) {
        const auto name = entry->path().filename().string();
        const bool known = std::find(folders.begin(), folders.end(), name) != folders.end()
            || name == "baselines.jsonl" || name.starts_with('.') || name.starts_with("README");
        if (!known) {
            return false;
        }
    }
    return !code;
}

std::vector<std::string> confirmedHosts(const Json& marker)
{
    std::vector<std::string> hosts;
    const auto found = marker.find("confirmed_hosts");
    if (found != marker.end() && found->is_array()) {
        for (const auto& host : *found) {
            if (host.is_string()) {
                hosts.push_back(host.get<std::string>());
            }
        }
    }
    return hosts;
}

Result<void> addConfirmedHost(const fs::path& folder, const std::string& host)
{
    const auto lock = FileLock::take(folder / ".plumbline" / "lock");
    if (!lock) {
        return lock.error();
    }
    auto marker = readMarker(folder); // again, under the lock: another program may have added its own
    if (!marker) {
        return marker.error();
    }
    const auto known = confirmedHosts(*marker);
    if (std::find(known.begin(), known.end(), host) != known.end()) {
        return {};
    }
    (*marker)["confirmed_hosts"].push_back(host);
    return writeFileAtomic(folder / markerName, dumpJson(*marker, 2) + '\n');
}

} // namespace plumb::library
