// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "report/report.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::exporting {

/// One file of an export.
struct Document
{
    std::string suffix; ///< after the stem: ".md", "_stats.csv"
    std::string text;
};

/// One format a report can be written in. Values that the report does not have stay empty, they never become
/// 0.
class Exporter
{
public:
    virtual ~Exporter() = default;
    [[nodiscard]] virtual std::string_view format() const = 0; ///< "markdown", as in --format
    [[nodiscard]] virtual std::string_view description() const = 0; ///< for help and menus
    [[nodiscard]] virtual Result<std::vector<Document>> write(const report::Report& report) const = 0;
};

/// All formats, in the order of --help.
const std::vector<std::unique_ptr<Exporter>>& exporters();

/// Error: an unknown format, with the known ones as remedy.
Result<const Exporter*> findExporter(std::string_view format);

/// Whether @p out is meant as a folder: it is one, or ends with '/'.
bool isFolder(const std::filesystem::path& out);

/// Where each document goes. @p out is a folder (see isFolder): files are called @p stem; otherwise it is the
/// file, or for formats of several files what they begin with.
std::vector<std::filesystem::path> documentPaths(
    const std::vector<Document>& documents, const std::filesystem::path& out, const std::string& stem);

/// Writes the documents to documentPaths(), and gives these.
Result<std::vector<std::filesystem::path>> writeDocuments(
    const std::vector<Document>& documents, const std::filesystem::path& out, const std::string& stem);

} // namespace plumb::exporting
