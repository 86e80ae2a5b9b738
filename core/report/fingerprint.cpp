// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/fingerprint.h"

#include "base/files.h"
#include "base/timestamp.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSysInfo>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <unistd.h>

namespace fs = std::filesystem;

namespace plumb::report {

namespace {

/// Variables that name a build or a commit and never hold a secret.
constexpr std::array harmlessVariables{"CI", "GITHUB_SHA", "GITHUB_REF", "GITHUB_RUN_ID", "GITHUB_REPOSITORY",
    "CI_COMMIT_SHA", "CI_COMMIT_REF_NAME", "CI_PIPELINE_ID", "CI_JOB_ID", "BUILD_NUMBER", "BUILD_ID",
    "GIT_COMMIT", "GIT_BRANCH", "BRANCH_NAME", "BUILDKITE_COMMIT", "CIRCLE_SHA1", "TRAVIS_COMMIT"};

constexpr std::uintmax_t smallFile = 1U << 20;

std::string trimmed(std::string text)
{
    text.erase(text.find_last_not_of(" \t\r\n") + 1);
    text.erase(0, std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    return text;
}

std::string firstLine(const fs::path& file)
{
    const auto text = readFile(file, smallFile);
    return text ? trimmed(text->substr(0, text->find('\n'))) : std::string();
}

std::string cpuModel()
{
    std::ifstream info("/proc/cpuinfo");
    std::string line;
    while (std::getline(info, line)) {
        const auto colon = line.find(':');
        const auto key = trimmed(line.substr(0, colon));
        if (colon != std::string::npos && (key == "model name" || key == "Model" || key == "cpu model")) {
            return trimmed(line.substr(colon + 1));
        }
    }
    return QSysInfo::currentCpuArchitecture().toStdString();
}

/// The folder with HEAD: .git itself, or where a .git file (worktree, submodule) points.
fs::path gitFolder(const fs::path& folder)
{
    std::error_code code;
    for (auto place = fs::weakly_canonical(folder, code); !place.empty(); place = place.parent_path()) {
        const auto candidate = place / ".git";
        if (fs::is_directory(candidate, code)) {
            return candidate;
        }
        const auto pointer = firstLine(candidate);
        if (pointer.starts_with("gitdir:")) {
            const fs::path target = trimmed(pointer.substr(7));
            return target.is_absolute() ? target : place / target;
        }
        if (place == place.parent_path()) {
            break;
        }
    }
    return {};
}

std::string packedRef(const fs::path& packed, const std::string& name)
{
    std::ifstream in(packed);
    std::string line;
    while (std::getline(in, line)) {
        const auto space = line.find(' ');
        if (!line.starts_with('#') && space != std::string::npos && trimmed(line.substr(space + 1)) == name) {
            return line.substr(0, space);
        }
    }
    return {};
}

bool looksLikeCommit(const std::string& text)
{
    return text.size() >= 40 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

} // namespace

std::string gitCommit(const fs::path& folder)
{
    const auto git = gitFolder(folder);
    if (git.empty()) {
        return {};
    }
    const auto head = firstLine(git / "HEAD");
    if (!head.starts_with("ref:")) {
        return looksLikeCommit(head) ? head : std::string();
    }
    const auto name = trimmed(head.substr(4));
    if (name.find("..") != std::string::npos) {
        return {};
    }
    // Branches of a linked worktree live in the main repository's folder.
    const auto common = firstLine(git / "commondir");
    const fs::path shared = common.empty() ? git
        : fs::path(common).is_absolute()   ? fs::path(common)
                                           : git / common;
    for (const auto& place : {git, shared}) {
        const auto loose = firstLine(place / name);
        const auto commit = loose.empty() ? packedRef(place / "packed-refs", name) : loose;
        if (looksLikeCommit(commit)) {
            return commit;
        }
    }
    return {};
}

std::string sha256OfFile(const fs::path& file)
{
    QFile in(QString::fromStdString(file.string()));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!in.open(QIODevice::ReadOnly) || !hash.addData(&in)) {
        return {};
    }
    return hash.result().toHex().toStdString();
}

Fingerprint collectFingerprint(const fs::path& folder, const std::vector<std::string>& dataFiles,
    const std::function<std::optional<std::string>(const std::string& name)>& environment)
{
    Fingerprint print;
    print.host = QSysInfo::machineHostName().toStdString();
    print.cpu = cpuModel();
    print.cores = static_cast<int>(std::thread::hardware_concurrency());
    const auto pages = ::sysconf(_SC_PHYS_PAGES);
    const auto pageSize = ::sysconf(_SC_PAGESIZE);
    if (pages > 0 && pageSize > 0) {
        print.mem_mb = static_cast<std::int64_t>(pages) * pageSize / (1024 * 1024);
    }
    print.os = QSysInfo::prettyProductName().toStdString();
    print.kernel = QSysInfo::kernelType().toStdString() + ' ' + QSysInfo::kernelVersion().toStdString();
    double load = 0.0;
    if (::getloadavg(&load, 1) == 1) {
        print.load_before = load;
    }
    print.git_commit = gitCommit(folder);
    for (const char* name : harmlessVariables) {
        if (auto value = environment(name)) {
            print.env[name] = cleanUtf8(*value);
        }
    }
    for (const auto& name : dataFiles) {
        const fs::path file = fs::path(name).is_absolute() ? fs::path(name) : folder / name;
        const QFileInfo info(QString::fromStdString(file.string()));
        print.data_files.push_back({name, sha256OfFile(file),
            info.exists() ? isoTimestamp(info.lastModified().toMSecsSinceEpoch()) : std::string()});
    }
    return print;
}

std::vector<std::string> changedDataFiles(const Fingerprint& print, const fs::path& folder)
{
    std::vector<std::string> changed;
    for (const auto& file : print.data_files) {
        const fs::path path = fs::path(file.name).is_absolute() ? fs::path(file.name) : folder / file.name;
        if (sha256OfFile(path) != file.sha256) {
            changed.push_back(file.name);
        }
    }
    return changed;
}

Fingerprint collectFingerprint(const fs::path& folder, const std::vector<std::string>& dataFiles)
{
    return collectFingerprint(folder, dataFiles, [](const std::string& name) -> std::optional<std::string> {
        const char* value = std::getenv(name.c_str());
        return value != nullptr ? std::optional<std::string>(value) : std::nullopt;
    });
}

} // namespace plumb::report
