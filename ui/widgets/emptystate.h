// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace plumb::ui {

/// What an empty place is for, and the one button that fills it.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    EmptyState(const QString& iconName, const QString& headline, const QString& text,
        const QString& buttonText, QWidget* parent = nullptr);

    void setHeadline(const QString& headline);
    void setText(const QString& text);
    /// An empty text takes the button away.
    void setButtonText(const QString& text);
    [[nodiscard]] QPushButton* button() const { return m_button; }

Q_SIGNALS:
    void triggered();

protected:
    void changeEvent(QEvent* event) override;

private:
    void recolor();

    QString m_iconName;
    QLabel* m_icon;
    QLabel* m_headline;
    QLabel* m_text;
    QPushButton* m_button;
};

} // namespace plumb::ui
