// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/recovery.h"

#include "library/references.h"
#include "report/journal.h"
#include "report/reportbuilder.h"

#include <QCryptographicHash>

namespace fs = std::filesystem;

namespace plumb::library {

namespace {

void judgeReport(Library& library, report::Report& report, const report::RunStarted& start)
{
    std::optional<judge::Thresholds> thresholds;
    if (!start.thresholds_json.empty()) {
        const auto json = parseJson(start.thresholds_json, start.thresholds_name);
        auto parsed = json ? judge::thresholdsFromJson(*json, start.thresholds_name)
                           : Result<judge::Thresholds>(json.error());
        if (parsed) {
            thresholds = std::move(*parsed);
            thresholds->name = start.thresholds_name;
            thresholds->sha256 = QCryptographicHash::hash(
                QByteArray::fromStdString(start.thresholds_json), QCryptographicHash::Sha256)
                                     .toHex()
                                     .toStdString();
        } else {
            report.events.push_back({report.duration_s, "notice", parsed.error().text()});
        }
    }
    judge::References references;
    if (thresholds) {
        auto found = referencesFor(library, {&report, 1}, *thresholds);
        if (found) {
            references = std::move(*found);
        } else {
            report.events.push_back({report.duration_s, "notice", found.error().text()});
        }
    }
    report.judgement = judge::judge(report, thresholds ? &*thresholds : nullptr, &references);
    report.verdict = report.judgement.verdict;
}

void removeJournal(const fs::path& journal, Recovered& result)
{
    std::error_code code;
    fs::remove(journal, code);
    if (code) {
        result.failed = true;
        result.message
            += " The journal cannot be removed: " + code.message() + " (" + journal.string() + ").";
    }
}

/// A journal without a start event: the run had not sent anything, or the file was damaged later.
void dealWithHeadless(const fs::path& journal, const report::JournalRead& read, Recovered& result)
{
    if (read.events == 0 && read.damaged == 0) {
        result.message = "The run ended before it sent anything; its empty journal was removed.";
        removeJournal(journal, result);
        return;
    }
    std::error_code code;
    auto aside = journal;
    aside += ".unreadable";
    fs::rename(journal, aside, code);
    result.failed = true;
    result.message = journal.string() + ": the start of the journal is damaged, no report can be made of it; "
        + (code ? "remove the file" : "it was kept as " + aside.filename().string());
}

} // namespace

Result<std::vector<Recovered>> recoverJournals(
    Library& library, const std::function<bool(const report::Report& report)>& isStored)
{
    std::vector<Recovered> all;
    for (const auto& journal : report::journals(library.journalFolder())) {
        const auto lock = report::JournalLock::take(journal);
        if (!lock) {
            continue; // alive, or being recovered by another program
        }
        Recovered result;
        result.run_id = journal.stem().string();
        report::ReportBuilder builder;
        const auto read
            = report::readJournal(journal, [&builder](report::RunEvent&& event) { builder.add(event); });
        if (!read) {
            result.failed = true;
            result.message = read.error().text();
        } else if (!builder.started()) {
            dealWithHeadless(journal, *read, result);
        } else {
            auto report = builder.build();
            result.run_id = report.id;
            judgeReport(library, report, builder.start());
            const bool before = isStored(report);
            const auto stored = library.store(report);
            if (!stored) {
                result.failed = true;
                result.message = "The run " + report.id + " cannot be stored: " + stored.error().text();
            } else {
                result.message = before
                    ? "The run " + report.id + " had been stored; its journal was removed."
                    : "The run " + report.id + " (" + report.operation
                        + ") was recovered: " + stored->string();
                result.report = before ? fs::path() : *stored;
                removeJournal(journal, result);
            }
        }
        all.push_back(std::move(result));
    }
    return all;
}

} // namespace plumb::library
