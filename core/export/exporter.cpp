// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/exporter.h"

#include "base/files.h"
#include "export/csvexporter.h"
#include "export/flatjsonexporter.h"
#include "export/hgrmexporter.h"
#include "export/jsonexporter.h"
#include "export/markdownexporter.h"

namespace fs = std::filesystem;

namespace plumb::exporting {

const std::vector<std::unique_ptr<Exporter>>& exporters()
{
    static const auto all = [] {
        std::vector<std::unique_ptr<Exporter>> list;
        list.push_back(std::make_unique<MarkdownExporter>());
        list.push_back(std::make_unique<CsvExporter>());
        list.push_back(std::make_unique<JsonExporter>());
        list.push_back(std::make_unique<FlatJsonExporter>());
        list.push_back(std::make_unique<HgrmExporter>());
        return list;
    }();
    return all;
}

Result<const Exporter*> findExporter(std::string_view format)
{
    std::string known;
    for (const auto& exporter : exporters()) {
        if (exporter->format() == format) {
            return exporter.get();
        }
        known += (known.empty() ? "" : ", ") + std::string(exporter->format());
    }
    return Error{ErrorKind::usage, "there is no export format \"" + std::string(format) + "\"", "--format",
        "use one of " + known};
}

bool isFolder(const fs::path& out)
{
    std::error_code code;
    return fs::is_directory(out, code) || out.filename().empty();
}

std::vector<fs::path> documentPaths(
    const std::vector<Document>& documents, const fs::path& out, const std::string& stem)
{
    const bool folder = isFolder(out);
    auto prefix = folder ? (out / stem).string() : out.string();
    if (documents.size() > 1 && prefix.ends_with(".csv")) {
        prefix.resize(prefix.size() - 4); // "--out run.csv" means run_stats.csv, ...
    }
    const bool exact = documents.size() == 1 && !folder;
    std::vector<fs::path> files;
    for (const auto& document : documents) {
        files.emplace_back(exact ? prefix : prefix + document.suffix);
    }
    return files;
}

Result<std::vector<fs::path>> writeDocuments(
    const std::vector<Document>& documents, const fs::path& out, const std::string& stem)
{
    auto files = documentPaths(documents, out, stem);
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (const auto written = writeFileAtomic(files[i], documents[i].text); !written) {
            return written.error();
        }
    }
    return files;
}

} // namespace plumb::exporting
