// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace plumb::ui {

/// A line of text next to what caused it: information, warning or error, with at most one action. Hidden when
/// empty.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    enum class Level { info, warning, error };
    Q_ENUM(Level)

    explicit NoticeBar(QWidget* parent = nullptr);

    /// Replaces what was shown. An empty @p text hides the bar.
    void showNotice(Level level, const QString& text);
    void showNotice(
        Level level, const QString& text, const QString& actionText, std::function<void()> action);
    void clear();

    [[nodiscard]] QString text() const;
    [[nodiscard]] Level level() const { return m_level; }

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void recolor();

    QLabel* m_icon;
    QLabel* m_label;
    QPushButton* m_action;
    QToolButton* m_close;
    Level m_level = Level::info;
    std::function<void()> m_callback;
};

} // namespace plumb::ui
