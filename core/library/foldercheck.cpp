// SPDX-License-Identifier: GPL-3.0-or-later
// A look at every file of a FolderLibrary.
#include "base/json.h"
#include "library/annotations.h"
#include "library/filestate.h"
#include "library/folderlibrary.h"
#include "report/verify.h"

#include <algorithm>

namespace fs = std::filesystem;

namespace plumb::library {

void FolderLibrary::checkReport(const ReportRow& row, CheckResult& result) const
{
    if (!row.unreadable.empty()) {
        ++result.unreadable;
        result.problems.push_back(row.unreadable);
        return;
    }
    ++result.reports;
    if (!row.remark.empty()) {
        result.problems.push_back(row.file.string() + ": " + row.remark + "; remove one of the two files");
    }
    const auto report = report::readReport(row.file);
    if (!report) {
        ++result.unreadable;
        result.problems.push_back(report.error().text());
        return;
    }
    for (const auto& finding : report::verify(*report)) {
        result.problems.push_back(row.file.string() + ": " + finding);
    }
}

void FolderLibrary::checkDocuments(CheckResult& result) const
{
    const auto look = [&result](const std::vector<fs::path>& files, std::string_view schema) {
        for (const auto& file : files) {
            const auto json = readJsonFile(file);
            const auto fits
                = json ? checkSchema(*json, schema, 1, file.string()) : Result<void>(json.error());
            if (!fits) {
                result.problems.push_back(fits.error().text());
            }
        }
    };
    look(scenarios(), "plumbline.scenario");
    look(thresholds(), "plumbline.thresholds");
}

void FolderLibrary::checkBaselines(const std::vector<ReportRow>& rows, CheckResult& result) const
{
    const auto all = baselines();
    result.problems.insert(result.problems.end(), all.damaged.begin(), all.damaged.end());
    for (const auto& pin : all.pinned) {
        for (const auto& id : pin.reports) {
            const bool here
                = std::any_of(rows.begin(), rows.end(), [&id](const ReportRow& row) { return row.id == id; });
            if (!here) {
                result.problems.push_back(baselinesFile(m_folder).string() + ": the baseline of "
                    + pin.operation + " (" + pin.environment + ") is report " + id
                    + ", which is not in the library; bring it back or pin another");
            }
        }
    }
}

Result<CheckResult> FolderLibrary::check(const Progress& progress)
{
    CheckResult result;
    auto recovered = recover();
    if (!recovered) {
        return recovered.error();
    }
    result.recovered = std::move(*recovered);
    for (const auto& entry : result.recovered) {
        if (entry.failed) {
            result.problems.push_back(entry.message);
        }
    }
    if (auto refreshed = refresh({}); !refreshed) {
        return refreshed.error();
    } else {
        for (const auto& path : refreshed->pending) {
            result.problems.push_back((m_folder / path).string()
                + ": still being written or cut a moment ago; check again in some seconds");
        }
    }
    const auto rows = reports();
    if (!rows) {
        return rows.error();
    }
    const int total = static_cast<int>(rows->size());
    for (int done = 0; done < total; ++done) {
        if (progress && !progress(done, total)) {
            break;
        }
        checkReport((*rows)[static_cast<std::size_t>(done)], result);
    }
    checkDocuments(result);
    checkAnnotations(result);
    checkBaselines(*rows, result);
    return result;
}

} // namespace plumb::library
