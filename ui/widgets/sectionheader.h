// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace plumb::ui {

/// The heading of a part of a page: a title, a muted remark beside it, and room for controls at the right.
class SectionHeader : public QWidget
{
    Q_OBJECT

public:
    explicit SectionHeader(const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setRemark(const QString& remark);
    /// Takes @p widget over and puts it at the right end.
    void addWidget(QWidget* widget);

protected:
    void changeEvent(QEvent* event) override;

private:
    void recolor();

    QLabel* m_title;
    QLabel* m_remark;
    QHBoxLayout* m_layout;
};

} // namespace plumb::ui
