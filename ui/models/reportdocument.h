// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/annotations.h"
#include "ui/models/reportrange.h"

#include <QStringList>

#include <variant>

// A report as it is read on paper: what stands on the pages and in which order, without fonts and places.
namespace plumb::models {

struct DocumentHeading
{
    QString text;
};
struct DocumentText
{
    QString text;
    bool muted = false;
};
struct DocumentVerdict
{
    metric::Verdict verdict = metric::Verdict::notMeasured;
    QString sentence;
};
/// A few figures that matter, side by side.
struct DocumentFigures
{
    struct Figure
    {
        QString title, value, note;
    };
    std::vector<Figure> figures;
};
struct DocumentTable
{
    QStringList headers;
    std::vector<bool> right; ///< by column: figures, right-aligned
    std::vector<QStringList> rows;
    std::vector<std::optional<metric::Verdict>>
        verdicts; ///< by row, of the first column; empty: none has one
};
/// Where the charts stand.
struct DocumentCharts
{
};
using DocumentBlock = std::variant<DocumentHeading, DocumentText, DocumentVerdict, DocumentFigures,
    DocumentTable, DocumentCharts>;

struct ReportDocument
{
    QString title; ///< the operation
    QString facts; ///< environment, version, date, duration
    QString runningHead; ///< on top of each page after the first
    QString footer; ///< at the foot of each page, beside its number
    std::vector<DocumentBlock> blocks;
};

/// @p range: figures, charts, errors and events of this part of the run alone, and the document says so;
/// null: of the whole run. @p notes: what people wrote about the report, oldest first. For any thread.
[[nodiscard]] ReportDocument reportDocument(
    const ReportView& view, const RangeFigures* range, const std::vector<library::Annotation>& notes);

/// All words of the document, a block or a row of a table on a line of its own.
[[nodiscard]] QString plainText(const ReportDocument& document);

} // namespace plumb::models
