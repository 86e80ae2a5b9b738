// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QList>
#include <QPointer>

#include <functional>

class QLabel;
class QPushButton;

namespace plumb::ui {

struct TourStep
{
    QString title, text;
    std::function<QWidget*()>
        target; ///< what the step speaks of; none, null or hidden: the window as a whole
    std::function<void()> before; ///< brings the target to the screen; may be empty
};

/// A few words about a few places of the window, one after another, on a card beside the place. It holds
/// nothing up: the window can be used meanwhile. Enter goes on, Esc skips the rest.
class Tour : public QFrame
{
    Q_OBJECT

public:
    explicit Tour(QWidget* window);

    /// Begins anew with the first step.
    void start(QList<TourStep> steps);
    [[nodiscard]] int step() const { return m_step; }

Q_SIGNALS:
    /// Seen to the end or skipped.
    void finished();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void show(int step);
    void place();
    void end();

    QList<TourStep> m_steps;
    int m_step = -1;
    QWidget* m_ring; ///< round the target
    QPointer<QWidget> m_target;
    QLabel* m_title;
    QLabel* m_text;
    QLabel* m_count;
    QPushButton* m_back;
    QPushButton* m_next;
    QPushButton* m_skip;
};

} // namespace plumb::ui
