// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace plumb::ui {

/// A raised surface with a hairline round it, for what belongs together.
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace plumb::ui
