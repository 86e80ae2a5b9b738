// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/filedialogs.h"

#include "ui/compose/valuesdialog.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMessageBox>

namespace plumb::ui {

namespace {

struct Dialogs
{
    Q_DECLARE_TR_FUNCTIONS(FileDialogs)
};

FileDialogs::Unsaved askUnsaved(QWidget* parent, const QString& name)
{
    const auto answer = QMessageBox::question(parent, Dialogs::tr("Unsaved changes"),
        Dialogs::tr("Save the changes to %1?").arg(name),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, QMessageBox::Save);
    if (answer == QMessageBox::Save)
        return FileDialogs::Unsaved::save;
    return answer == QMessageBox::Discard ? FileDialogs::Unsaved::discard : FileDialogs::Unsaved::cancel;
}

bool askHost(QWidget* parent, const QString& host)
{
    return QMessageBox::question(parent, Dialogs::tr("Another machine"),
               Dialogs::tr("Send requests to %1, which is not this machine? It is asked once per host; the "
                           "library remembers the answer.")
                   .arg(host),
               QMessageBox::Yes | QMessageBox::Cancel, QMessageBox::Cancel)
        == QMessageBox::Yes;
}

bool askActs(QWidget* parent, const QStringList& acts)
{
    QMessageBox box(QMessageBox::Question, Dialogs::tr("Commands on this machine"),
        Dialogs::tr(
            "Let the step do this on this machine? It is asked once for as long as it stays the same."),
        QMessageBox::Yes | QMessageBox::Cancel, parent);
    box.setDefaultButton(QMessageBox::Cancel);
    box.setInformativeText(acts.join(QLatin1Char('\n')));
    return box.exec() == QMessageBox::Yes;
}

std::optional<FileDialogs::Values> askValues(
    QWidget* parent, const std::vector<scenario::VariableState>& missing)
{
    ValuesDialog dialog(missing, parent);
    return dialog.exec() == QDialog::Accepted ? std::optional(dialog.values()) : std::nullopt;
}

} // namespace

FileDialogs FileDialogs::real()
{
    return {[](QWidget* parent, const QString& title, const QString& folder, const QString& filter) {
                return QFileDialog::getOpenFileName(parent, title, folder, filter);
            },
        [](QWidget* parent, const QString& title, const QString& proposal, const QString& filter) {
            return QFileDialog::getSaveFileName(parent, title, proposal, filter);
        },
        askUnsaved, askHost, askActs, askValues};
}

} // namespace plumb::ui
