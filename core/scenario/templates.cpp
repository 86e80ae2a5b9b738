// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/templates.h"

#include "base/files.h"
#include "scenario/jsonfields.h"

#include <QDir>
#include <QFile>

namespace plumb::scenario {

namespace {

Result<std::string> readResource(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{
            ErrorKind::io, "cannot be read: " + file.errorString().toStdString(), path.toStdString(), {}};
    }
    return file.readAll().toStdString();
}

Result<ScenarioTemplate> readTemplate(const QString& folder, const std::string& name)
{
    const QString path = folder + QStringLiteral("/template.json");
    const auto text = readResource(path);
    if (!text) {
        return text.error();
    }
    const auto json = parseJson(*text, path.toStdString());
    if (!json) {
        return json.error();
    }
    ScenarioTemplate result;
    result.name = name;
    std::vector<Problem> problems;
    ObjectReader reader(*json, {}, problems);
    reader.text("title", result.title);
    reader.text("description", result.description);
    reader.texts("files", result.files);
    if (!problems.empty()) {
        const auto& first = problems.front();
        return Error{ErrorKind::input, first.message, path.toStdString() + ", " + first.path, first.remedy};
    }
    return result;
}

} // namespace

Result<std::vector<ScenarioTemplate>> listTemplates(const QString& root)
{
    std::vector<ScenarioTemplate> templates;
    const auto names = QDir(root).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const auto& name : names) {
        auto one = readTemplate(root + QLatin1Char('/') + name, name.toStdString());
        if (!one) {
            return one.error();
        }
        templates.push_back(std::move(*one));
    }
    return templates;
}

Result<std::filesystem::path> copyTemplate(
    const QString& root, const std::string& name, const std::filesystem::path& out)
{
    const auto templates = listTemplates(root);
    if (!templates) {
        return templates.error();
    }
    std::vector<std::string> names;
    const ScenarioTemplate* chosen = nullptr;
    for (const auto& one : *templates) {
        names.push_back(one.name);
        chosen = one.name == name ? &one : chosen;
    }
    if (chosen == nullptr || chosen->files.empty()) {
        const auto near = nearest(name, names);
        return Error{ErrorKind::usage, "there is no template \"" + name + "\"", {},
            near.empty() ? "see plumb scenario templates" : "did you mean \"" + near + "\"?"};
    }
    const bool isFile = out.extension() == ".json";
    const auto folder = isFile ? out.parent_path() : out;
    std::vector<std::pair<std::filesystem::path, std::string>> files;
    for (const auto& file : chosen->files) {
        auto text = readResource(root + QLatin1Char('/') + QString::fromStdString(name + "/" + file));
        if (!text) {
            return text.error();
        }
        auto path = isFile && files.empty() ? out : folder / file;
        std::error_code code;
        if (std::filesystem::exists(path, code)) {
            return Error{ErrorKind::io, "the file is already there, nothing was written", path.string(),
                "choose another place with --out"};
        }
        files.emplace_back(std::move(path), std::move(*text));
    }
    for (const auto& [path, text] : files) {
        if (auto written = writeFileAtomic(path, text); !written) {
            return written.error();
        }
    }
    return files.front().first;
}

} // namespace plumb::scenario
