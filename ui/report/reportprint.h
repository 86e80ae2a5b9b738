// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/reportdocument.h"

#include <QFont>
#include <QRectF>

#include <functional>

class QPainter;

namespace plumb::ui {

/// A report laid out on A4 pages: a header, page numbers, tables that go on on the next page under their
/// headings, and room for the charts. Always in the colours of the light theme. Measured in units of 1/96
/// inch.
class ReportPrint
{
public:
    static constexpr int unitsPerInch = 96;

    struct ChartText
    {
        QString title, caption;
    };
    struct ChartPlace
    {
        std::size_t chart = 0; ///< place in the list of charts
        QRectF room;
    };

    /// Lays everything out: some milliseconds, in any thread. @p base: the font of the program.
    ReportPrint(models::ReportDocument document, const std::vector<ChartText>& charts, const QFont& base);

    /// A4.
    [[nodiscard]] static QSizeF paperSize();
    [[nodiscard]] int pageCount() const { return static_cast<int>(m_pages.size()); }
    [[nodiscard]] const models::ReportDocument& document() const { return m_document; }
    /// All of page @p page (from 0 on) but its charts.
    void paintPage(QPainter& painter, int page) const;
    /// Where the charts of a page stand; painting one takes long enough to be an event of its own.
    [[nodiscard]] const std::vector<ChartPlace>& chartsOf(int page) const
    {
        return m_pages.at(static_cast<std::size_t>(page)).charts;
    }

private:
    friend class PageWriter;
    struct PrintedPage
    {
        std::vector<std::function<void(QPainter&)>> marks;
        std::vector<ChartPlace> charts;
    };

    models::ReportDocument m_document;
    std::vector<PrintedPage> m_pages;
};

} // namespace plumb::ui
