// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/library.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace plumb::models {
class TrashModel;
}

namespace plumb::ui {

class TableView;

/// The trash of a library: what was deleted and when, the way back, and the end. It changes nothing itself;
/// after each change it is shown anew.
class TrashDialog : public QDialog
{
    Q_OBJECT

public:
    using Files = std::vector<std::filesystem::path>;
    explicit TrashDialog(bool readOnly, QWidget* parent = nullptr);
    void showTrash(const std::vector<library::Trashed>& rows);

Q_SIGNALS:
    void restoreWanted(const plumb::ui::TrashDialog::Files& files);
    /// The user has said yes.
    void deleteWanted(const plumb::ui::TrashDialog::Files& files);

private:
    [[nodiscard]] std::vector<library::Trashed> chosen() const;
    void askToDelete(const std::vector<library::Trashed>& rows);
    void updateButtons();

    models::TrashModel* m_model;
    TableView* m_table;
    QLabel* m_sum;
    QPushButton* m_restore;
    QPushButton* m_delete;
    QPushButton* m_empty;
    bool m_readOnly;
};

} // namespace plumb::ui
