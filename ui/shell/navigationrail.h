// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace plumb::ui {

/// The places of the workbench down the left side: icon and word, or the icon alone when folded. Up and Down
/// move between them, Alt and a number goes there from anywhere.
class NavigationRail : public QWidget
{
    Q_OBJECT

public:
    explicit NavigationRail(QWidget* parent = nullptr);

    void addEntry(const QString& id, const QString& text, const QIcon& icon);
    void setEntryText(const QString& id, const QString& text);
    void setCurrent(const QString& id);
    [[nodiscard]] QString current() const;
    [[nodiscard]] QStringList entries() const;
    [[nodiscard]] bool contains(const QString& id) const { return entries().contains(id); }

    void setFolded(bool folded);
    [[nodiscard]] bool isFolded() const { return m_folded; }

Q_SIGNALS:
    void chosen(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QButtonGroup* m_group;
    QVBoxLayout* m_layout;
    bool m_folded = false;
};

} // namespace plumb::ui
