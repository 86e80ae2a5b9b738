// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/problemlist.h"

#include "ui/models/problemplace.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QEvent>
#include <QPainter>

namespace plumb::ui {

ProblemList::ProblemList(models::ScenarioDocument& document, QWidget* parent)
    : QListWidget(parent)
    , m_document(document)
{
    setAccessibleName(tr("Problems of the scenario"));
    setWordWrap(true);
    const auto choose = [this](QListWidgetItem* item) { Q_EMIT chosen(item->data(Qt::UserRole).toString()); };
    // A press of Enter is an activation everywhere; a click is not.
    connect(this, &QListWidget::itemActivated, this, choose);
    connect(this, &QListWidget::itemClicked, this, choose);
    connect(&document, &models::ScenarioDocument::problemsChanged, this, &ProblemList::refresh);
    refresh();
}

void ProblemList::refresh()
{
    clear();
    m_errors = m_warnings = 0;
    const auto& theme = Theme::of(this);
    for (const auto& problem : m_document.problems()) {
        ++(problem.warning ? m_warnings : m_errors);
        auto text = QStringLiteral("%1: %2").arg(
            models::placeText(m_document.scenario(), problem.path), QString::fromStdString(problem.message));
        if (!problem.remedy.empty())
            text += QStringLiteral(" – ") + QString::fromStdString(problem.remedy);
        text = problem.warning ? tr("Warning: %1").arg(text) : tr("Problem: %1").arg(text);
        auto* item = new QListWidgetItem(
            problem.warning ? icon(u"warning", theme.warn.ink) : icon(u"error", theme.fail.ink), text, this);
        item->setData(Qt::UserRole, QString::fromStdString(problem.path));
        item->setToolTip(tr("In the file: %1").arg(QString::fromStdString(problem.path)));
    }
    setAccessibleDescription(count() == 0 ? emptyText() : QString());
    Q_EMIT counted();
}

QString ProblemList::emptyText() const
{
    return tr(
        "Nothing stands in the way of a run. What is missing or wrong is listed here, and each entry leads "
        "to its field.");
}

void ProblemList::paintEvent(QPaintEvent* event)
{
    QListWidget::paintEvent(event);
    if (count() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(Theme::of(this).muted);
    painter.drawText(viewport()->rect().adjusted(Theme::space4, Theme::space3, -Theme::space4, 0),
        Qt::TextWordWrap, emptyText());
}

void ProblemList::changeEvent(QEvent* event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

} // namespace plumb::ui
