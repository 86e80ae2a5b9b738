// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/figuresdialog.h"

#include "metric/metricname.h"
#include "ui/models/metrichelp.h"
#include "ui/shell/theme.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QTextBrowser>

namespace plumb::ui {

namespace {

struct FiguresDialog
{
    Q_DECLARE_TR_FUNCTIONS(FiguresDialog)
};

/// A name that the catalogue explains: families have members, of which one stands for all.
QString exampleName(const metric::Metric& metric)
{
    const auto name = QString::fromUtf8(metric.name.data(), static_cast<qsizetype>(metric.name.size()));
    switch (metric.family) {
    case metric::Family::single:
        return name;
    case metric::Family::summary:
        return name + QStringLiteral(".p95");
    case metric::Family::maxMean:
        return name + QStringLiteral(".max");
    case metric::Family::open:
        return name + QStringLiteral(".NAME");
    }
    return name;
}

QListWidget* makeList()
{
    auto* list = new QListWidget;
    list->setAccessibleName(FiguresDialog::tr("Figures"));
    for (const metric::Metric& metric : metric::catalogue()) {
        const QString name = exampleName(metric);
        auto* item = new QListWidgetItem(models::metricTitle(name).section(QLatin1Char(','), 0, 0), list);
        item->setData(Qt::UserRole, models::metricHelp(name));
    }
    return list;
}

} // namespace

void showFigures(QWidget* parent)
{
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(FiguresDialog::tr("All figures explained"));
    auto* search = new QLineEdit;
    search->setPlaceholderText(FiguresDialog::tr("Search figures"));
    search->setAccessibleName(FiguresDialog::tr("Search figures"));
    search->setClearButtonEnabled(true);
    QListWidget* list = makeList();
    auto* text = new QTextBrowser;
    text->setAccessibleName(FiguresDialog::tr("What the figure is"));
    QObject::connect(list, &QListWidget::currentItemChanged, text, [text](const QListWidgetItem* item) {
        text->setHtml(item != nullptr ? item->data(Qt::UserRole).toString() : QString());
    });
    QObject::connect(search, &QLineEdit::textChanged, list, [list](const QString& words) {
        QListWidgetItem* first = nullptr;
        for (int row = 0; row < list->count(); ++row) {
            QListWidgetItem* item = list->item(row);
            const bool fits = item->text().contains(words, Qt::CaseInsensitive)
                || item->data(Qt::UserRole).toString().contains(words, Qt::CaseInsensitive);
            item->setHidden(!fits);
            first = first == nullptr && fits ? item : first;
        }
        list->setCurrentItem(first);
    });
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto* grid = new QGridLayout(dialog);
    grid->setContentsMargins(Theme::space4, Theme::space4, Theme::space4, Theme::space4);
    grid->addWidget(search, 0, 0);
    grid->addWidget(list, 1, 0);
    grid->addWidget(text, 0, 1, 2, 1);
    grid->addWidget(buttons, 2, 0, 1, 2);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 3);
    list->setCurrentRow(0);
    search->setFocus();
    dialog->resize(680, 440);
    dialog->open();
}

} // namespace plumb::ui
