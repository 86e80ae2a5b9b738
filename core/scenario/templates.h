// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

#include <filesystem>
#include <string>
#include <vector>

namespace plumb::scenario {

/// A shipped scenario with the files that belong to it: one folder under the root, described by its
/// template.json.
struct ScenarioTemplate
{
    std::string name; ///< of the folder
    std::string title, description;
    std::vector<std::string> files; ///< relative to the folder, the scenario first
};

/// The templates under @p root, a folder or ":/plumbline/templates", by name.
Result<std::vector<ScenarioTemplate>> listTemplates(const QString& root);

/// Copies a template's files to @p out: a folder, which is made if need be, or the path of the new scenario
/// file, the others beside it. Refuses, before anything is written, if one of them is already there. Returns
/// the scenario's path.
Result<std::filesystem::path> copyTemplate(
    const QString& root, const std::string& name, const std::filesystem::path& out);

} // namespace plumb::scenario
