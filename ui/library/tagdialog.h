// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/libraryentry.h"

#include <QDialog>
#include <QStringList>

class QLineEdit;
class QListWidget;

namespace plumb::ui {

/// The tags of one or several reports: all tags of the library to be ticked, half ticked where only some of
/// the reports have one, and a line for new ones.
class TagDialog : public QDialog
{
    Q_OBJECT

public:
    TagDialog(const std::vector<models::LibraryEntryPtr>& reports, const QStringList& known,
        QWidget* parent = nullptr);

Q_SIGNALS:
    void chosen(const QStringList& add, const QStringList& remove);

private:
    void finish();

    QListWidget* m_list;
    QLineEdit* m_new;
};

} // namespace plumb::ui
