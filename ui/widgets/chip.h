// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace plumb::ui {

/// A filter that is on, with a cross; a click, Space or Delete takes it away.
class Chip : public QToolButton
{
    Q_OBJECT

public:
    explicit Chip(QWidget* parent = nullptr);

    /// @p text "00:30 – 02:30"; @p what names the filter for a screen reader: "Time range".
    void setFilter(const QString& text, const QString& what);

Q_SIGNALS:
    void removed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    [[nodiscard]] QSize sizeHint() const override;
    void paintEvent(QPaintEvent* event) override;
};

} // namespace plumb::ui
