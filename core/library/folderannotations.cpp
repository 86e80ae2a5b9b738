// SPDX-License-Identifier: GPL-3.0-or-later
// What FolderLibrary keeps beside reports: annotations and baselines.
#include "library/filestate.h"
#include "library/folderlibrary.h"

#include <map>

namespace fs = std::filesystem;

namespace plumb::library {

Result<void> FolderLibrary::annotate(const AnnotationLine& line)
{
    if (auto refused = refusal()) {
        return *refused;
    }
    return appendAnnotation(m_folder, line);
}

ReportAnnotations FolderLibrary::annotations(const std::string& report) const
{
    return readAnnotations(m_folder, report);
}

Baselines FolderLibrary::baselines() const
{
    return readBaselines(m_folder);
}

Result<void> FolderLibrary::writeBaseline(const BaselineLine& line)
{
    if (auto refused = refusal()) {
        return *refused;
    }
    return appendBaseline(m_folder, line);
}

Result<void> FolderLibrary::refreshAnnotations()
{
    auto known = m_index.annotationStamps();
    if (!known) {
        return known.error();
    }
    // All files about a report are read again when one of them is new, changed or gone.
    std::map<std::string, ReportIndex::AnnotationChange> all;
    std::map<std::string, bool> changed;
    for (const auto& file : filesBelow(annotationFolder(m_folder), ".jsonl")) {
        const auto state = stateOf(file);
        if (!state) {
            continue;
        }
        const auto stem = annotatedReport(file);
        const auto path = relative(file);
        const auto row = known->find(path);
        changed[stem] = changed[stem] || row == known->end() || row->second != state->stamp;
        all[stem].files.emplace_back(path, state->stamp);
        if (row != known->end()) {
            known->erase(row);
        }
    }
    for (const auto& [path, stamp] : *known) {
        changed[annotatedReport(path)] = true;
    }
    std::vector<ReportIndex::AnnotationChange> changes;
    for (const auto& [stem, isChanged] : changed) {
        if (!isChanged) {
            continue;
        }
        auto& change = all[stem];
        change.stem = stem;
        std::vector<fs::path> files;
        for (const auto& [path, stamp] : change.files) {
            files.push_back(m_folder / path);
        }
        change.reports = readAnnotationFiles(files);
        changes.push_back(std::move(change));
    }
    return m_index.applyAnnotations(changes);
}

void FolderLibrary::checkAnnotations(CheckResult& result) const
{
    for (const auto& [report, annotations] :
        readAnnotationFiles(filesBelow(annotationFolder(m_folder), ".jsonl"))) {
        result.problems.insert(result.problems.end(), annotations.damaged.begin(), annotations.damaged.end());
    }
}

} // namespace plumb::library
