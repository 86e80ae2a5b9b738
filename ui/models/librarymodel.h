// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/libraryentry.h"
#include "ui/models/tablemodel.h"

namespace plumb::models {

/// The reports of a library. A file that cannot be read is a row too, with its reason. Rows can be dragged
/// out as files.
class LibraryModel final : public TableModel<LibraryEntryPtr>
{
    Q_OBJECT

public:
    enum Column {
        Verdict,
        Operation,
        Environment,
        Version,
        Started,
        Duration,
        Requests,
        Rps,
        P50,
        P95,
        Delta,
        P99,
        ErrorRate,
        Users,
        Trend,
        Tags,
        Notes
    };
    explicit LibraryModel(QObject* parent = nullptr);

    /// The entry behind @p index; null for an index that is none of this model's.
    [[nodiscard]] const LibraryEntry* entryAt(const QModelIndex& index) const;

    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override;

private:
    [[nodiscard]] QVariant cell(const LibraryEntryPtr& entry, int column, int role) const override;
    [[nodiscard]] static QVariant unreadableCell(const library::ReportRow& row, int column, int role);
    [[nodiscard]] static QVariant textual(const library::ReportRow& row, int column, int role);
    [[nodiscard]] static QVariant deltaCell(const LibraryEntry& entry, int role);
    [[nodiscard]] static QVariant notesCell(const library::ReportRow& row, int role);
};

} // namespace plumb::models
