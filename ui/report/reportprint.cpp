// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/reportprint.h"

#include "ui/models/words.h"
#include "ui/report/printedtext.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"
#include "ui/widgets/verdicttext.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <numeric>

namespace plumb::ui {

namespace {

struct PrintWords
{
    Q_DECLARE_TR_FUNCTIONS(ReportPrint)
};

// A4 at 96 units an inch, and 15 mm of margin.
constexpr QSizeF paper(793.7, 1122.5);
constexpr double margin = 56.7;
constexpr double headHeight = 26.0;
constexpr double footHeight = 26.0;
constexpr double chartHeight = 190.0;
constexpr double cellPadding = 5.0;
constexpr double leastTextColumn = 64.0;
constexpr double badgeIcon = 12.0;
/// A heading does not stand alone at the foot of a page.
constexpr double leastBelowHeading = 64.0;

void hairline(QPainter& painter, double left, double right, double y, const QColor& color)
{
    painter.setPen(QPen(color, 0.75));
    painter.drawLine(QPointF(left, y), QPointF(right, y));
}

/// Made where it is painted: icons belong to the window's thread.
void paintShape(QPainter& painter, metric::Verdict verdict, const QPointF& topLeft)
{
    const QIcon shape = icon(verdictIconName(verdict), verdictColors(verdict, Theme::light()).ink);
    shape.paint(&painter, QRectF(topLeft, QSizeF(badgeIcon, badgeIcon)).toRect());
}

} // namespace

/// Puts block after block onto pages.
class PageWriter
{
public:
    PageWriter(ReportPrint& print, const std::vector<ReportPrint::ChartText>& charts, const QFont& base)
        : m_print(print)
        , m_charts(charts)
        , m_base(base)
        , m_theme(Theme::light())
        , m_tableFont(printFont(TypeSize::caption, base))
        , m_headFont(m_tableFont)
    {
        m_headFont.setWeight(QFont::DemiBold);
        newPage();
        write(
            PrintedText(print.m_document.title, printFont(TypeSize::pageTitle, base), width()), m_theme.text);
        m_y += Theme::space1;
        write(PrintedText(print.m_document.facts, printFont(TypeSize::body, base), width()), m_theme.muted);
        m_y += Theme::space3;
    }

    void operator()(const models::DocumentHeading& heading)
    {
        m_y += Theme::space4;
        needRoom(leastBelowHeading);
        write(PrintedText(heading.text, printFont(TypeSize::section, m_base), width()), m_theme.text);
        m_y += Theme::space1;
    }

    void operator()(const models::DocumentText& text)
    {
        write(PrintedText(text.text, printFont(TypeSize::body, m_base), width()),
            text.muted ? m_theme.muted : m_theme.text);
        m_y += Theme::space1;
    }

    void operator()(const models::DocumentVerdict& answer)
    {
        const auto font = printFont(TypeSize::section, m_base);
        const PrintedText word(models::verdictWord(answer.verdict), font, width() / 3.0);
        const double badge = badgeIcon + word.size().width() + Theme::space1 + 2.0 * Theme::space2;
        const PrintedText sentence(answer.sentence, font, width() - badge - Theme::space3);
        const double height = std::max(word.size().height() + 6.0, sentence.size().height());
        needRoom(height);
        const auto colors = verdictColors(answer.verdict, m_theme);
        const QRectF pill(margin, m_y, badge, word.size().height() + 6.0);
        mark([pill, word, sentence, colors, verdict = answer.verdict, ink = m_theme.text](QPainter& p) {
            p.setPen(Qt::NoPen);
            p.setBrush(colors.tint);
            p.drawRoundedRect(pill, pill.height() / 2.0, pill.height() / 2.0);
            paintShape(p, verdict, {pill.left() + Theme::space2, pill.center().y() - badgeIcon / 2.0});
            word.draw(
                p, {pill.left() + Theme::space2 + badgeIcon + Theme::space1, pill.top() + 3.0}, colors.ink);
            sentence.draw(p, {pill.right() + Theme::space3, pill.top() + 3.0}, ink);
        });
        m_y += height + Theme::space1;
    }

    void operator()(const models::DocumentFigures& figures)
    {
        const auto count = static_cast<double>(figures.figures.size());
        const double cell = (width() - (count - 1.0) * Theme::space2) / count;
        const auto caption = printFont(TypeSize::caption, m_base);
        constexpr double height = 76.0;
        needRoom(height);
        double x = margin;
        for (const auto& figure : figures.figures) {
            const double inner = cell - 2.0 * Theme::space2;
            const PrintedText title(figure.title, caption, inner);
            const PrintedText value(figure.value, printFont(TypeSize::pageTitle, m_base), inner);
            const PrintedText note(figure.note, caption, inner);
            const QRectF box(x, m_y, cell, height);
            mark([box, title, value, note, theme = &m_theme](QPainter& p) {
                p.setPen(QPen(theme->border, 0.75));
                p.setBrush(Qt::NoBrush);
                p.drawRoundedRect(box, Theme::radius, Theme::radius);
                const double left = box.left() + Theme::space2;
                title.draw(p, {left, box.top() + 6.0}, theme->muted);
                value.draw(p, {left, box.top() + 19.0}, theme->text);
                note.draw(p, {left, box.top() + 44.0}, theme->muted);
            });
            x += cell + Theme::space2;
        }
        m_y += height + Theme::space1;
    }

    void operator()(const models::DocumentTable& table)
    {
        const auto widths = columnWidths(table);
        writeRow(table, widths, -1);
        for (int row = 0; row < static_cast<int>(table.rows.size()); ++row) {
            if (!fits(rowHeight(table, widths, row))) {
                newPage();
                writeRow(table, widths, -1);
            }
            writeRow(table, widths, row);
        }
        m_y += Theme::space1;
    }

    void operator()(const models::DocumentCharts&)
    {
        for (std::size_t i = 0; i < m_charts.size(); ++i) {
            const PrintedText title(m_charts[i].title, m_headFont, width());
            const PrintedText caption(m_charts[i].caption, m_tableFont, width());
            needRoom(title.size().height() + caption.size().height() + chartHeight);
            write(title, m_theme.text);
            write(caption, m_theme.muted);
            m_print.m_pages.back().charts.push_back({i, QRectF(margin, m_y, width(), chartHeight)});
            m_y += chartHeight + Theme::space3;
        }
    }

    /// Heads and feet, once the number of pages is known.
    void number()
    {
        const auto pages = m_print.m_pages.size();
        for (std::size_t i = 0; i < pages; ++i) {
            const PrintedText foot(m_print.m_document.footer, m_tableFont, width());
            const PrintedText head(m_print.m_document.runningHead, m_tableFont, width());
            const PrintedText page(
                PrintWords::tr("Page %1 of %2").arg(i + 1).arg(pages), m_tableFont, width(), Qt::AlignRight);
            const bool first = i == 0;
            m_print.m_pages[i].marks.emplace_back([foot, head, page, first, theme = &m_theme](QPainter& p) {
                const double bottom = paper.height() - margin;
                const double right = paper.width() - margin;
                hairline(p, margin, right, bottom - footHeight + 8.0, theme->border);
                foot.draw(p, {margin, bottom - footHeight + 12.0}, theme->muted);
                page.draw(p, {margin, bottom - footHeight + 12.0}, theme->muted);
                if (!first) {
                    head.draw(p, {margin, margin}, theme->muted);
                    hairline(p, margin, right, margin + head.size().height() + 4.0, theme->border);
                }
            });
        }
    }

private:
    [[nodiscard]] static double width() { return paper.width() - 2.0 * margin; }
    [[nodiscard]] static double bottom() { return paper.height() - margin - footHeight; }
    [[nodiscard]] bool fits(double height) const { return m_y + height <= bottom(); }

    void mark(std::function<void(QPainter&)> paint)
    {
        m_print.m_pages.back().marks.push_back(std::move(paint));
    }
    void newPage()
    {
        m_y = m_print.m_pages.empty() ? margin : margin + headHeight;
        m_print.m_pages.emplace_back();
    }
    void needRoom(double height)
    {
        if (!fits(height))
            newPage();
    }
    void write(const PrintedText& text, const QColor& ink)
    {
        needRoom(text.size().height());
        mark([text, ink, at = QPointF(margin, m_y)](QPainter& p) { text.draw(p, at, ink); });
        m_y += text.size().height();
    }

    [[nodiscard]] static bool isRight(const models::DocumentTable& table, int column)
    {
        return static_cast<std::size_t>(column) < table.right.size()
            && table.right[static_cast<std::size_t>(column)];
    }

    /// Figures as wide as they are; of the texts the widest gives way first, or takes what is left.
    [[nodiscard]] std::vector<double> columnWidths(const models::DocumentTable& table) const
    {
        std::vector<double> widths;
        for (int column = 0; column < table.headers.size(); ++column) {
            double widest = textWidth(table.headers[column], m_headFont);
            for (const auto& row : table.rows)
                widest = std::max(widest, textWidth(row.value(column), m_tableFont));
            if (column == 0 && !table.verdicts.empty())
                widest += badgeIcon + Theme::space1;
            widths.push_back(widest + 2.0 * cellPadding);
        }
        const auto widestText = [&] {
            int found = -1;
            for (int column = 0; column < table.headers.size(); ++column) {
                const auto place = static_cast<std::size_t>(column);
                if (!isRight(table, column)
                    && (found < 0 || widths[place] > widths[static_cast<std::size_t>(found)]))
                    found = column;
            }
            return found < 0 ? std::size_t(0) : static_cast<std::size_t>(found);
        };
        double over = std::accumulate(widths.begin(), widths.end(), 0.0) - width();
        while (over > 0.0 && widths[widestText()] > leastTextColumn) {
            const double less = std::min({over, widths[widestText()] - leastTextColumn, 8.0});
            widths[widestText()] -= less;
            over -= less;
        }
        if (over < 0.0)
            widths[table.headers.size() == 2 ? 1 : widestText()] -= over;
        return widths;
    }

    /// @p row: -1 for the headings.
    [[nodiscard]] std::vector<PrintedText> cells(
        const models::DocumentTable& table, const std::vector<double>& widths, int row) const
    {
        std::vector<PrintedText> texts;
        for (int column = 0; column < table.headers.size(); ++column) {
            const auto text
                = row < 0 ? table.headers[column] : table.rows[static_cast<std::size_t>(row)].value(column);
            const bool badge = row >= 0 && column == 0 && !table.verdicts.empty();
            texts.emplace_back(text, row < 0 ? m_headFont : m_tableFont,
                widths[static_cast<std::size_t>(column)] - 2.0 * cellPadding
                    - (badge ? badgeIcon + Theme::space1 : 0.0),
                isRight(table, column) ? Qt::AlignRight : Qt::AlignLeft);
        }
        return texts;
    }

    [[nodiscard]] double rowHeight(
        const models::DocumentTable& table, const std::vector<double>& widths, int row) const
    {
        double height = 0.0;
        for (const auto& text : cells(table, widths, row))
            height = std::max(height, text.size().height());
        return height + 5.0;
    }

    void writeRow(const models::DocumentTable& table, const std::vector<double>& widths, int row)
    {
        const auto texts = cells(table, widths, row);
        const double height = rowHeight(table, widths, row);
        needRoom(height);
        const auto verdict = row >= 0 && !table.verdicts.empty()
            ? table.verdicts[static_cast<std::size_t>(row)]
            : std::nullopt;
        const QColor ink = row < 0 ? m_theme.muted : m_theme.text;
        const QColor firstInk = verdict ? verdictColors(*verdict, m_theme).ink : ink;
        mark([=, y = m_y, line = row < 0 ? m_theme.border : m_theme.grid](QPainter& p) {
            double x = margin;
            for (std::size_t i = 0; i < texts.size(); ++i) {
                double left = x + cellPadding;
                if (i == 0 && verdict) {
                    paintShape(p, *verdict, {left, y + 2.0});
                    left += badgeIcon + Theme::space1;
                }
                texts[i].draw(p, {left, y + 2.0}, i == 0 ? firstInk : ink);
                x += widths[i];
            }
            hairline(p, margin, paper.width() - margin, y + height, line);
        });
        m_y += height;
    }

    ReportPrint& m_print;
    const std::vector<ReportPrint::ChartText>& m_charts;
    QFont m_base;
    const Theme& m_theme;
    QFont m_tableFont, m_headFont;
    double m_y = 0.0;
};

ReportPrint::ReportPrint(
    models::ReportDocument document, const std::vector<ChartText>& charts, const QFont& base)
    : m_document(std::move(document))
{
    PageWriter writer(*this, charts, base);
    for (const auto& block : m_document.blocks)
        std::visit(writer, block);
    writer.number();
}

QSizeF ReportPrint::paperSize()
{
    return paper;
}

void ReportPrint::paintPage(QPainter& painter, int page) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const auto& mark : m_pages.at(static_cast<std::size_t>(page)).marks)
        mark(painter);
    painter.restore();
}

} // namespace plumb::ui
