// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QSlider;
class QSpinBox;

namespace plumb::ui {

/// One figure of a load under way as a slider with a box beside it. It follows the run until the user takes
/// it.
class LiveSlider : public QWidget
{
    Q_OBJECT

public:
    /// @p label may hold a mnemonic; @p name is what a screen reader says, the unit is in @p suffix.
    LiveSlider(const QString& label, const QString& name, const QString& suffix, int least,
        QWidget* parent = nullptr);
    /// What the run is at. Shown while the user has not chosen another figure.
    void follow(double value);
    [[nodiscard]] int value() const;

Q_SIGNALS:
    /// A moment after the last change by hand: a slider that is dragged asks once.
    void chosen(int value);

private:
    void setValue(int value);
    void edited(int value);

    QSlider* m_slider;
    QSpinBox* m_value;
    QTimer m_soon;
    bool m_taken = false; ///< the user has changed it
};

} // namespace plumb::ui
