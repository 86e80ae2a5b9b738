// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace plumb::ui {

/// A place of the status bar: says something in a few words, and leads to where there is more of it. A click,
/// Enter or Space presses it.
class StatusEntry : public QAbstractButton
{
    Q_OBJECT

public:
    /// @p icon by its name; @p what it tells of, for screen readers; @p help says where it leads.
    StatusEntry(const QString& icon, const QString& what, const QString& help, QWidget* parent = nullptr);
    /// @p mode is used where the words have no room.
    void showText(const QString& words, Qt::TextElideMode mode = Qt::ElideRight);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString m_icon, m_what, m_help;
    Qt::TextElideMode m_elide = Qt::ElideRight;
};

} // namespace plumb::ui
