// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/keyvaluepanel.h"

#include "ui/shell/theme.h"

#include <QEvent>
#include <QFormLayout>
#include <QLabel>

namespace plumb::ui {

KeyValuePanel::KeyValuePanel(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QFormLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(Theme::space4);
    m_layout->setVerticalSpacing(Theme::space1);
    m_layout->setLabelAlignment(Qt::AlignLeading);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
}

void KeyValuePanel::setRows(const Rows& rows)
{
    while (m_layout->rowCount() > 0) {
        m_layout->removeRow(0);
    }
    m_rows.clear();
    for (const auto& [key, value] : rows) {
        if (value.isEmpty()) {
            continue;
        }
        auto* name = new QLabel(key, this);
        auto* field = new QLabel(value, this);
        field->setTextFormat(Qt::PlainText);
        field->setWordWrap(true);
        field->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        field->setAccessibleName(key);
        field->setAccessibleDescription(value);
        m_layout->addRow(name, field);
        m_rows.emplace_back(key, value);
    }
    recolor();
}

void KeyValuePanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange) {
        recolor();
    }
    QWidget::changeEvent(event);
}

void KeyValuePanel::recolor()
{
    for (int row = 0; row < m_layout->rowCount(); ++row) {
        QWidget* name = m_layout->itemAt(row, QFormLayout::LabelRole)->widget();
        QPalette muted = name->palette();
        muted.setColor(QPalette::WindowText, Theme::of(this).muted);
        name->setPalette(muted);
    }
}

} // namespace plumb::ui
