// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/pagebench.h"
#include "ui/library/librarypage.h"
#include "ui/models/librarymodel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QTest>

#include <algorithm>

namespace plumb::test {

using models::LibraryModel;
using ui::EmptyState;
using ui::LibraryPage;
using ui::NoticeBar;
using ui::TableView;

/// A report of @p day of November 2026, judged @p verdict, with a p95 of @p ms.
std::string libraryReport(
    const char* operation, int day, metric::Verdict verdict, double ms, const char* tag);

/// The library page over three reports.
class LibraryBench
{
public:
    /// Three readable reports and one that was cut short an hour ago.
    void fill();
    [[nodiscard]] bool open()
    {
        if (!pages.openLibrary())
            return false;
        return show();
    }
    [[nodiscard]] bool show()
    {
        page = new LibraryPage(pages.library, pages.settings);
        return pages.show(page) && QTest::qWaitFor([this] { return !pages.library.busy(); });
    }
    [[nodiscard]] TableView* table() const { return test::named<TableView>(*page, text("Reports")); }
    [[nodiscard]] QLineEdit* search() const { return test::named<QLineEdit>(*page, text("Search reports")); }
    /// The one that is visible, if any is.
    [[nodiscard]] EmptyState* empty() const
    {
        const auto all = page->findChildren<EmptyState*>();
        const auto seen
            = std::find_if(all.begin(), all.end(), [](const auto* one) { return one->isVisible(); });
        return seen == all.end() ? all.first() : *seen;
    }
    [[nodiscard]] QStringList operations() const
    {
        QStringList names;
        const auto* model = table()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            names << model->index(row, LibraryModel::Operation).data(models::SortRole).toString();
        return names;
    }
    /// Puts the current row on this operation.
    void choose(const char* operation) const
    {
        const auto row = int(operations().indexOf(text(operation)));
        table()->setCurrentIndex(table()->model()->index(row, 0));
    }
    /// Triggers an action of the page, wherever it is shown.
    void act(const char* words) const
    {
        const auto actions = page->findChildren<QAction*>();
        for (QAction* action : actions) {
            if (action->text() == QString::fromUtf8(words))
                action->trigger();
        }
    }
    void choose(const QStringList& names) const
    {
        table()->clearSelection();
        for (const auto& name : names) {
            table()->selectionModel()->select(table()->model()->index(int(operations().indexOf(name)), 0),
                QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }
    [[nodiscard]] QString cell(const char* operation, LibraryModel::Column column) const
    {
        const auto row = int(operations().indexOf(text(operation)));
        return table()->model()->index(row, column).data().toString();
    }
    [[nodiscard]] NoticeBar* notice() const { return page->findChild<NoticeBar*>(); }
    [[nodiscard]] bool says(const char* words) const
    {
        return test::visibleTexts(*page).contains(text(words));
    }
    void clickHeader(LibraryModel::Column column) const
    {
        auto* header = table()->horizontalHeader();
        header->setOffsetToSectionPosition(header->visualIndex(column));
        const QPoint place(header->sectionViewportPosition(column) + 12, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
    }
    test::PageBench pages;
    LibraryPage* page = nullptr;
    QString cut;
};

} // namespace plumb::test
