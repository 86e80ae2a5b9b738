// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/helpdialogs.h"

#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <utility>
#include <vector>

namespace plumb::ui {

namespace {

struct HelpDialogs
{
    Q_DECLARE_TR_FUNCTIONS(HelpDialogs)
};

QDialog* makeDialog(QWidget* parent, const QString& title, QWidget* content)
{
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto* layout = new QVBoxLayout(dialog);
    layout->addWidget(content, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    layout->addWidget(buttons);
    return dialog;
}

void addHeading(QFormLayout* form, const QString& text)
{
    auto* heading = new QLabel(text);
    heading->setFont(typeFont(TypeSize::section, heading->font()));
    form->addRow(heading);
}

void addKeys(QFormLayout* form, const QString& heading, const std::vector<std::pair<QString, QString>>& keys)
{
    addHeading(form, heading);
    for (const auto& [key, words] : keys) {
        form->addRow(key, new QLabel(words));
    }
}

} // namespace

void showShortcuts(QWidget* parent, const QList<Command>& commands)
{
    auto* content = new QWidget;
    auto* form = new QFormLayout(content);
    form->setHorizontalSpacing(Theme::space5);
    QString place;
    for (const Command& command : commands) {
        if (command.shortcut.isEmpty()) {
            continue;
        }
        if (command.place != place) {
            place = command.place;
            addHeading(form, place);
        }
        form->addRow(command.shortcut.toString(QKeySequence::NativeText), new QLabel(command.text));
    }
    const auto native = [](const QKeySequence& keys) { return keys.toString(QKeySequence::NativeText); };
    addKeys(form, HelpDialogs::tr("Charts"),
        {
            {QStringLiteral("+  −"), HelpDialogs::tr("Zoom in and out")},
            {QStringLiteral("←  →"), HelpDialogs::tr("Move the visible range")},
            {native(QKeySequence(Qt::SHIFT)) + QStringLiteral("←  →"),
                HelpDialogs::tr("Move the read-out from point to point")},
            {native(QKeySequence(Qt::Key_Home)), HelpDialogs::tr("Show the whole range")},
            {QStringLiteral("L"), HelpDialogs::tr("Linear or logarithmic axis")},
            {QStringLiteral("[  ]"),
                HelpDialogs::tr("Start and end of the time range at the read-out, in a report")},
            {native(QKeySequence(Qt::CTRL | Qt::Key_T)), HelpDialogs::tr("Show the chart as a table")},
        });
    addKeys(form, HelpDialogs::tr("Lists"),
        {
            {native(QKeySequence(Qt::Key_Return)), HelpDialogs::tr("Open the row; fold or unfold a group")},
            {native(QKeySequence(QKeySequence::Copy)),
                HelpDialogs::tr("Copy the chosen rows for a spreadsheet")},
            {native(QKeySequence(QKeySequence::SelectAll)), HelpDialogs::tr("Choose all rows")},
        });
    auto* scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(HelpDialogs::tr("Keyboard shortcuts"));
    QDialog* dialog = makeDialog(parent, HelpDialogs::tr("Keyboard shortcuts"), scroll);
    // Wide enough for the longest line and the scroll bar, in whatever language.
    dialog->resize(content->sizeHint().width() + 4 * Theme::space5, 600);
    dialog->open();
}

void showAbout(QWidget* parent)
{
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    auto* picture = new QLabel;
    picture->setPixmap(applicationIcon().pixmap(QSize(72, 72), parent->devicePixelRatioF()));
    layout->addWidget(picture, 0, Qt::AlignHCenter);
    auto* name = new QLabel(QStringLiteral("Plumbline %1").arg(QApplication::applicationVersion()));
    name->setFont(typeFont(TypeSize::pageTitle, name->font()));
    layout->addWidget(name, 0, Qt::AlignHCenter);
    auto* words = new QLabel(HelpDialogs::tr(
        "A workbench for performance baselines: whether a service still performs as its baseline says, how "
        "sure "
        "that is, and where it moved.\n\nFree software under the GNU General Public License, version 3 or "
        "later. "
        "It comes with no warranty."));
    words->setWordWrap(true);
    layout->addWidget(words);
    auto* libraries = new QLabel(QStringLiteral(
        "Qt %1 (LGPL 3, Qt Charts GPL 3)\nQCustomPlot 2.1 (GPL 3)\nBoost (BSL 1.0)\nnlohmann/json (MIT)\n"
        "simdjson (Apache 2.0)\nCLI11 (BSD 3-clause)\nOpenSSL 3 (Apache 2.0)\nzlib (zlib)")
                                     .arg(QLatin1String(qVersion())));
    auto* heading = new QLabel(HelpDialogs::tr("Libraries and their licences"));
    heading->setFont(typeFont(TypeSize::section, heading->font()));
    layout->addWidget(heading);
    libraries->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    layout->addWidget(libraries);
    QDialog* dialog = makeDialog(parent, HelpDialogs::tr("About Plumbline"), content);
    dialog->setFixedWidth(420);
    dialog->open();
}

} // namespace plumb::ui
