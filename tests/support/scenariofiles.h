// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QTemporaryDir>

#include <filesystem>
#include <string>

namespace plumb::test {

/// A temporary folder with a library in it, and scenario files as a test needs them.
class Workspace
{
public:
    Workspace();
    [[nodiscard]] std::filesystem::path folder() const { return m_folder; }
    [[nodiscard]] std::filesystem::path library() const { return m_folder / "library"; }
    /// Writes @p text to a file of the folder and gives its path.
    std::filesystem::path write(const std::string& name, const std::string& text) const;
    std::filesystem::path write(const std::string& name, const Json& json) const;
    /// All report files of the library.
    [[nodiscard]] std::vector<std::filesystem::path> reports() const;
    /// Journals of the library.
    [[nodiscard]] std::vector<std::filesystem::path> journals() const;

private:
    QTemporaryDir m_dir;
    std::filesystem::path m_folder;
};

/// A scenario with one pattern of one GET step on @p path; change it as needed.
Json oneStepScenario(const std::string& baseUrl, const std::string& path, const Json& load);

/// Every file below @p folder that contains @p text; binary files included.
std::vector<std::string> filesContaining(const std::filesystem::path& folder, const std::string& text);

} // namespace plumb::test
