// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartframe.h"

#include "ui/charts/chartexport.h"
#include "ui/charts/charttable.h"
#include "ui/charts/plot.h"
#include "ui/models/metrichelp.h"
#include "ui/shell/command.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/metrichelp.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/numberdelegate.h"
#include "ui/widgets/tableview.h"

#include <QAbstractTableModel>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QStackedLayout>
#include <QToolButton>

namespace plumb::ui {

namespace {

/// The numbers of a chart as they were when the table was opened.
class ChartTableModel : public QAbstractTableModel
{
public:
    ChartTableModel(ChartTable table, QObject* parent)
        : QAbstractTableModel(parent)
        , m_table(std::move(table))
    {
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent) const override
    {
        return parent.isValid() ? 0 : int(m_table.rows.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex& parent) const override
    {
        return parent.isValid() ? 0 : int(m_table.headers.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override
    {
        if (role != Qt::DisplayRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) {
            return {};
        }
        const auto& row = m_table.rows[std::size_t(index.row())];
        const auto column = std::size_t(index.column());
        if (column >= row.size() || !row[column]) {
            return {};
        }
        return QLocale().toString(*row[column], 'g', 6);
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation == Qt::Horizontal && role == Qt::DisplayRole) {
            return m_table.headers.value(section);
        }
        if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole) {
            return int(Qt::AlignRight | Qt::AlignVCenter);
        }
        return QAbstractTableModel::headerData(section, orientation, role);
    }

private:
    ChartTable m_table;
};

} // namespace

ChartFrame::ChartFrame(const QString& title, Plot* plot, QWidget* parent)
    : QFrame(parent)
    , m_plot(plot)
    , m_top(new QHBoxLayout)
    , m_title(new QLabel(title, this))
    , m_caption(new ElidedLabel(this))
    , m_notice(new NoticeBar(this))
    , m_menuButton(new QToolButton(this))
    , m_menu(new QMenu(this))
    , m_stack(new QStackedLayout)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::space3, Theme::space2, Theme::space2, Theme::space2);
    layout->setSpacing(2);
    m_top->setSpacing(Theme::space2);
    m_top->addWidget(m_title);
    m_top->addWidget(m_caption, 1);
    m_top->addWidget(m_menuButton);
    layout->addLayout(m_top);
    layout->addWidget(m_notice);
    layout->addLayout(m_stack, 1);
    m_stack->addWidget(plot);

    m_title->setFont(typeFont(TypeSize::section, font()));
    m_notice->clear();
    buildMenu();
    plot->installEventFilter(this);
    m_menuButton->installEventFilter(this);
    updateMenuButton();
    updateAccess();
    recolor();
}

void ChartFrame::addControl(QWidget* control)
{
    m_top->insertWidget(m_top->indexOf(m_menuButton), control);
}

void ChartFrame::buildMenu()
{
    m_menu->setObjectName(menuOfPart);
    m_tableAction = m_menu->addAction(icon(u"table"), tr("Show as table"));
    m_tableAction->setCheckable(true);
    m_tableAction->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_T));
    // Of several charts on a page the one that holds the focus is meant.
    m_tableAction->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_tableAction);
    connect(m_tableAction, &QAction::triggered, this, &ChartFrame::setShowsTable);
    m_menu->addSeparator();
    connect(m_menu->addAction(icon(u"copy"), tr("Copy picture")), &QAction::triggered, this,
        &ChartFrame::copyPicture);
    connect(
        m_menu->addAction(icon(u"copy"), tr("Copy data")), &QAction::triggered, this, &ChartFrame::copyData);
    const auto addExport = [this](const QString& text, const QString& suffix, const QString& filter) {
        QAction* action = m_menu->addAction(icon(u"download"), text);
        connect(action, &QAction::triggered, this, [this, suffix, filter] { chooseFile(suffix, filter); });
    };
    addExport(tr("Save as PNG…"), QStringLiteral("png"), tr("PNG image (*.png)"));
    addExport(tr("Save as SVG…"), QStringLiteral("svg"), tr("SVG drawing (*.svg)"));
    addExport(tr("Save data as CSV…"), QStringLiteral("csv"), tr("CSV table (*.csv)"));
    m_menu->addSeparator();
    QAction* fit = m_menu->addAction(tr("Show the whole range"));
    connect(fit, &QAction::triggered, m_plot, &Plot::fit);
    m_helpAction = m_menu->addAction(icon(u"help"), tr("What is this figure?"));
    m_helpAction->setVisible(false);
    connect(m_helpAction, &QAction::triggered, this, [this] { showContextHelp(this); });

    m_menuButton->setMenu(m_menu);
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    m_menuButton->setAutoRaise(true);
    m_menuButton->setFocusPolicy(Qt::TabFocus);
    m_menuButton->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
}

void ChartFrame::setTitle(const QString& title)
{
    m_title->setText(title);
    updateAccess();
}

void ChartFrame::setCaption(const QString& caption)
{
    m_caption->setText(caption);
    updateAccess();
}

void ChartFrame::setMetric(const QString& metric)
{
    setWhatsThis(models::metricHelp(metric));
    m_helpAction->setVisible(!whatsThis().isEmpty());
}

QString ChartFrame::title() const
{
    return m_title->text();
}

QString ChartFrame::caption() const
{
    return m_caption->text();
}

bool ChartFrame::showsTable() const
{
    return m_table != nullptr && m_stack->currentWidget() == m_table;
}

void ChartFrame::setShowsTable(bool table)
{
    m_tableAction->setChecked(table);
    if (!table) {
        m_stack->setCurrentWidget(m_plot);
        return;
    }
    if (m_table == nullptr) {
        m_table = new TableView(QString(), this);
        m_table->setItemDelegate(new NumberDelegate(m_table));
        m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
        m_table->setAlternatingRowColors(true);
        m_stack->addWidget(m_table);
        updateAccess();
    }
    QAbstractItemModel* old = m_table->model();
    m_table->setModel(new ChartTableModel(m_plot->table(), m_table));
    delete old;
    m_stack->setCurrentWidget(m_table);
}

bool ChartFrame::saveAs(const QString& path)
{
    const auto result = exportChart(*m_plot, {m_title->text(), m_caption->text()}, path);
    if (!result) {
        m_notice->showNotice(NoticeBar::Level::error,
            tr("The chart was not saved. %1").arg(QString::fromStdString(result.error().text())));
        return false;
    }
    m_notice->clear();
    return true;
}

void ChartFrame::copyPicture()
{
    QGuiApplication::clipboard()->setImage(chartPicture(*m_plot, {m_title->text(), m_caption->text()}));
}

void ChartFrame::copyData()
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(toCsv(m_plot->table())));
}

void ChartFrame::chooseFile(const QString& suffix, const QString& filter)
{
    QString path = QFileDialog::getSaveFileName(
        this, tr("Save chart"), m_title->text() + QLatin1Char('.') + suffix, filter);
    if (path.isEmpty()) {
        return;
    }
    if (!path.endsWith(QLatin1Char('.') + suffix, Qt::CaseInsensitive)) {
        path += QLatin1Char('.') + suffix;
    }
    saveAs(path);
}

void ChartFrame::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange) {
        recolor();
    }
    QFrame::changeEvent(event);
}

void ChartFrame::enterEvent(QEnterEvent* event)
{
    QFrame::enterEvent(event);
    updateMenuButton();
}

void ChartFrame::leaveEvent(QEvent* event)
{
    QFrame::leaveEvent(event);
    updateMenuButton();
}

bool ChartFrame::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        QMetaObject::invokeMethod(this, &ChartFrame::updateMenuButton, Qt::QueuedConnection);
    }
    return QFrame::eventFilter(watched, event);
}

void ChartFrame::updateMenuButton()
{
    // The button keeps its place and stays reachable by Tab; only its picture comes and goes.
    const bool wanted = underMouse() || m_plot->hasFocus() || m_menuButton->hasFocus() || m_menu->isVisible();
    m_menuButton->setIcon(wanted ? icon(u"more") : QIcon());
}

void ChartFrame::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.border);
    painter.setBrush(theme.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::radius, Theme::radius);
}

void ChartFrame::updateAccess()
{
    const QString title = m_title->text();
    setAccessibleName(title);
    m_menu->setTitle(title);
    m_plot->setAccessibleName(tr("Chart: %1").arg(title));
    m_plot->setAccessibleDescription(m_caption->text());
    m_menuButton->setAccessibleName(tr("Menu of the chart %1").arg(title));
    m_menuButton->setToolTip(tr("Table and export"));
    if (m_table != nullptr) {
        m_table->setAccessibleName(tr("Numbers of the chart %1").arg(title));
    }
}

void ChartFrame::recolor()
{
    QPalette muted = m_caption->palette();
    muted.setColor(QPalette::WindowText, Theme::of(this).muted);
    m_caption->setPalette(muted);
}

} // namespace plumb::ui
