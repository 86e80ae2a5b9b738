// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/problemlist.h"

#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QEvent>

namespace plumb::ui {

ProblemList::ProblemList(models::ScenarioDocument& document, QWidget* parent)
    : QListWidget(parent)
    , m_document(document)
{
    setAccessibleName(tr("Problems of the scenario"));
    setFrameShape(QFrame::NoFrame);
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
        auto text = QString::fromStdString(problem.path + ": " + problem.message);
        if (!problem.remedy.empty())
            text += QStringLiteral(" – ") + QString::fromStdString(problem.remedy);
        text = problem.warning ? tr("Warning: %1").arg(text) : tr("Problem: %1").arg(text);
        auto* item = new QListWidgetItem(
            problem.warning ? icon(u"warning", theme.warn.ink) : icon(u"error", theme.fail.ink), text, this);
        item->setData(Qt::UserRole, QString::fromStdString(problem.path));
    }
    Q_EMIT counted();
}

void ProblemList::changeEvent(QEvent* event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

} // namespace plumb::ui
