// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace plumb::ui {

/// Says what is wrong next to where it is wrong: a mark and a sentence in the colour of failures. It takes no
/// room while all is well.
class ProblemLine : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemLine(QWidget* parent = nullptr);

    /// Empty: all is well.
    void setProblem(const QString& problem);

protected:
    void changeEvent(QEvent* event) override;

private:
    void recolor();

    QLabel* m_mark;
    QLabel* m_text;
};

} // namespace plumb::ui
