// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page.h"

namespace plumb::ui {

Page::Page(const QString& id, QWidget* parent)
    : QWidget(parent)
    , m_id(id)
{
    setObjectName(QStringLiteral("page_") + id);
}

} // namespace plumb::ui
