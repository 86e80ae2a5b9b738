// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/requestpreviewview.h"

#include "ui/compose/jsonedit.h"
#include "ui/shell/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace plumb::ui {

RequestPreviewView::RequestPreviewView(const models::ScenarioValues& values, QWidget* parent)
    : QWidget(parent)
    , m_previewer(values)
    , m_remark(new QLabel)
    , m_text(new JsonEdit(tr("Request with its values")))
{
    m_remark->setWordWrap(true);
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, Theme::space3, 0, 0);
    column->setSpacing(Theme::space2);
    column->addWidget(m_remark);
    column->addWidget(m_text, 1);
    m_remark->hide();
    connect(&m_previewer, &models::RequestPreviewer::made, this,
        [this](const QString& text, const QString& remark) {
            m_text->showText(text);
            m_remark->setText(remark);
            m_remark->setVisible(!remark.isEmpty());
        });
}

void RequestPreviewView::setStep(const std::string& path)
{
    m_step = path;
    if (isVisible())
        m_previewer.look(path);
}

void RequestPreviewView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_previewer.look(m_step);
}

void RequestPreviewView::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_previewer.look({});
}

} // namespace plumb::ui
