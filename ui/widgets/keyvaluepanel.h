// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <utility>
#include <vector>

class QFormLayout;

namespace plumb::ui {

/// Facts in two columns: muted name, selectable value. A row whose value is empty is left out: absent is
/// absent.
class KeyValuePanel : public QWidget
{
    Q_OBJECT

public:
    using Rows = std::vector<std::pair<QString, QString>>;

    explicit KeyValuePanel(QWidget* parent = nullptr);

    void setRows(const Rows& rows);
    [[nodiscard]] const Rows& rows() const { return m_rows; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void recolor();

    QFormLayout* m_layout;
    Rows m_rows;
};

} // namespace plumb::ui
