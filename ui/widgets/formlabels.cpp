// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/formlabels.h"

#include "ui/shell/theme.h"

#include <QFormLayout>
#include <QLabel>

namespace plumb::ui {

void alignLabels(QFormLayout* form)
{
    for (int row = 0; row < form->rowCount(); ++row) {
        const auto* item = form->itemAt(row, QFormLayout::LabelRole);
        auto* label = item == nullptr ? nullptr : qobject_cast<QLabel*>(item->widget());
        const auto* field = form->itemAt(row, QFormLayout::FieldRole);
        // A text beside it stands as high as the label does by itself.
        if (label == nullptr || (field != nullptr && qobject_cast<QLabel*>(field->widget()) != nullptr))
            continue;
        label->setAlignment(form->labelAlignment() & Qt::AlignRight ? Qt::AlignVCenter | Qt::AlignRight
                                                                    : Qt::AlignVCenter | Qt::AlignLeft);
        // A mnemonic's line splits the text, whose parts can be a pixel wider than the whole.
        label->setMinimumSize(label->sizeHint().width() + 2, Theme::controlHeight);
    }
}

} // namespace plumb::ui
