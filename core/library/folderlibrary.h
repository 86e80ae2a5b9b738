// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/library.h"
#include "library/place.h"
#include "library/reportindex.h"

namespace plumb::library {

/// Library over a folder of the file system.
class FolderLibrary final : public Library
{
public:
    /// As Library::open(), with the answers about the folder passed in.
    static Result<std::unique_ptr<FolderLibrary>> open(
        const std::filesystem::path& folder, bool create, const Place& place);

    [[nodiscard]] const std::filesystem::path& folder() const override { return m_folder; }
    [[nodiscard]] bool readOnly() const override { return m_readOnly; }
    [[nodiscard]] std::filesystem::path indexFile() const override { return m_index.file(); }
    [[nodiscard]] std::filesystem::path journalFolder() const override;
    Result<std::filesystem::path> store(const report::Report& report) override;
    Result<RefreshResult> refresh(const Progress& progress) override;
    Result<RefreshResult> rebuild(const Progress& progress) override;
    [[nodiscard]] Result<std::vector<ReportRow>> reports() override;
    [[nodiscard]] Result<std::optional<ReportRow>> find(const std::string& idOrPath) override;
    [[nodiscard]] Result<std::vector<ReportRow>> history(const std::string& operation) override;
    Result<Adopted> adopt(const std::filesystem::path& file) override;
    Result<std::filesystem::path> moveToTrash(const std::filesystem::path& file) override;
    Result<void> restore(const std::filesystem::path& trashed, const std::filesystem::path& file) override;
    [[nodiscard]] Result<std::vector<Trashed>> trash() const override;
    Result<std::filesystem::path> takeBack(const std::filesystem::path& trashed) override;
    Result<Pruned> prune(const std::vector<std::filesystem::path>& trashed) override;
    Result<void> annotate(const AnnotationLine& line) override;
    [[nodiscard]] ReportAnnotations annotations(const std::string& report) const override;
    [[nodiscard]] Baselines baselines() const override;
    Result<void> writeBaseline(const BaselineLine& line) override;
    [[nodiscard]] std::vector<std::filesystem::path> scenarios() const override;
    [[nodiscard]] std::vector<std::filesystem::path> thresholds() const override;
    [[nodiscard]] std::vector<std::string> confirmedHosts() const override;
    Result<void> confirmHost(const std::string& host) override;
    Result<std::vector<Recovered>> recover() override;
    Result<CheckResult> check(const Progress& progress) override;

private:
    FolderLibrary(std::filesystem::path folder, bool readOnly, std::filesystem::path indexFile, bool local);

    [[nodiscard]] std::string relative(const std::filesystem::path& file) const;
    /// A report with this id that is stored already, whatever the index knows of it.
    [[nodiscard]] std::optional<std::filesystem::path> storedAs(const ReportRow& head);
    /// The error that keeps this library from being written; nothing where it can be.
    [[nodiscard]] std::optional<Error> refusal() const;
    Result<void> refreshAnnotations();
    void checkAnnotations(CheckResult& result) const;
    void checkReport(const ReportRow& row, CheckResult& result) const;
    void checkDocuments(CheckResult& result) const;
    void checkBaselines(const std::vector<ReportRow>& rows, CheckResult& result) const;

    std::filesystem::path m_folder;
    bool m_readOnly;
    ReportIndex m_index;
};

} // namespace plumb::library
