// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/composetree.h"

#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTreeView>

namespace plumb::ui {

namespace {

/// Marks nodes with problems, and greys out what is switched off.
class NodeDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const auto& theme = Theme::of(option->widget);
        const auto problem = index.data(models::ScenarioTreeModel::ProblemRole).toInt();
        if (problem > 0) {
            option->features |= QStyleOptionViewItem::HasDecoration;
            option->icon = problem == 2 ? icon(u"error", theme.fail.ink) : icon(u"warning", theme.warn.ink);
            option->decorationSize = QSize(Theme::iconSize, Theme::iconSize);
        }
        // A step of a pattern that is switched off does not run either.
        for (auto at = index; at.isValid(); at = at.parent()) {
            const auto checked = at.data(Qt::CheckStateRole);
            if (checked.isValid() && checked.toInt() == Qt::Unchecked)
                option->palette.setColor(QPalette::Text, theme.muted);
        }
    }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), Theme::rowHeight};
    }
};

} // namespace

ComposeTree::ComposeTree(models::ScenarioDocument& document, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_model(document)
    , m_view(new QTreeView)
    , m_menu(new QMenu(this))
{
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new NodeDelegate(m_view));
    m_view->setAccessibleName(tr("Parts of the scenario"));
    m_view->setHeaderHidden(true);
    m_view->setUniformRowHeights(true);
    m_view->setDragEnabled(true);
    m_view->setAcceptDrops(true);
    m_view->setDropIndicatorShown(true);
    m_view->setDragDropMode(QAbstractItemView::DragDrop);
    m_view->setDefaultDropAction(Qt::MoveAction);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    // Names of a kind differ at their ends.
    m_view->setTextElideMode(Qt::ElideMiddle);
    m_view->header()->setStretchLastSection(true);

    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, Theme::space3, 0, Theme::space2);
    auto* button = new QPushButton(icon(u"add"), tr("Add and arrange"));
    button->setMenu(m_menu);
    button->setAccessibleName(button->text());
    row->addWidget(button);
    row->addStretch();
    buildActions();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addWidget(m_view, 1);

    connect(m_view, &QWidget::customContextMenuRequested, this,
        [this](const QPoint& at) { m_menu->popup(m_view->viewport()->mapToGlobal(at)); });
    connect(
        m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ComposeTree::selectionMoved);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &ComposeTree::modelReset);
    connect(&m_model, &models::ScenarioTreeModel::dropped, this,
        [this](const QString& path) { select(path.toStdString()); });
    modelReset();
    select("/target");
}

QAction* ComposeTree::add(QMenu* menu, QStringView iconName, const QString& text, const QKeySequence& key,
    void (ComposeTree::*slot)())
{
    auto* action = menu->addAction(text);
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    action->setShortcut(key);
    // Copy and paste inside a text field stay the field's.
    action->setShortcutContext(Qt::WidgetShortcut);
    m_view->addAction(action);
    connect(action, &QAction::triggered, this, slot);
    return action;
}

void ComposeTree::buildActions()
{
    m_addStep = add(m_menu, u"add", tr("Add step"), QKeySequence(Qt::Key_Insert), &ComposeTree::addStep);
    add(m_menu, {}, tr("Add setup step"), QKeySequence(Qt::SHIFT | Qt::Key_Insert),
        &ComposeTree::addSetupStep);
    m_addFailure
        = add(m_menu, {}, tr("Add step for when the setup step fails"), {}, &ComposeTree::addFailureStep);
    add(m_menu, u"users", tr("Add user pattern"), QKeySequence(Qt::CTRL | Qt::Key_Insert),
        &ComposeTree::addPattern);
    m_menu->addSeparator();
    m_nodeActions << add(m_menu, {}, tr("Cut"), QKeySequence::Cut, &ComposeTree::cut)
                  << add(m_menu, u"copy", tr("Copy"), QKeySequence::Copy, &ComposeTree::copy);
    add(m_menu, {}, tr("Paste"), QKeySequence::Paste, &ComposeTree::paste);
    m_nodeActions << add(
        m_menu, {}, tr("Duplicate"), QKeySequence(Qt::CTRL | Qt::Key_D), &ComposeTree::duplicate);
    m_menu->addSeparator();
    m_up
        = add(m_menu, u"chevron-up", tr("Move up"), QKeySequence(Qt::ALT | Qt::Key_Up), &ComposeTree::moveUp);
    m_down = add(m_menu, u"chevron-down", tr("Move down"), QKeySequence(Qt::ALT | Qt::Key_Down),
        &ComposeTree::moveDown);
    m_nodeActions << add(m_menu, u"delete", tr("Remove"), QKeySequence(Qt::Key_Delete), &ComposeTree::remove);
}

void ComposeTree::select(const std::string& path)
{
    const auto index = m_model.indexOf(path);
    if (index.isValid())
        m_view->setCurrentIndex(index);
}

void ComposeTree::modelReset()
{
    m_view->expandAll();
    auto path = m_current;
    // What is gone leaves its neighbour or its list selected.
    while (!path.empty() && !m_model.indexOf(path).isValid()) {
        const auto place = models::placeOf(path);
        if (place && place->index > 0)
            path = models::NodePlace{place->list, place->index - 1}.path();
        else
            path = path.substr(0, path.rfind('/'));
    }
    select(path.empty() ? "/target" : path);
}

void ComposeTree::selectionMoved()
{
    const auto index = m_view->currentIndex();
    if (!index.isValid())
        return;
    m_current = m_model.pathOf(index);
    m_document.endMerge();
    updateActions();
    Q_EMIT currentChanged(QString::fromStdString(m_current));
}

void ComposeTree::updateActions()
{
    const auto& scenario = m_document.scenario();
    const auto place = models::placeOf(m_current);
    const auto node = models::nodeAt(scenario, m_current).has_value();
    for (auto* action : std::as_const(m_nodeActions))
        action->setEnabled(node);
    m_addStep->setEnabled(m_model.placeFor(m_current, scenario::Step()).has_value());
    m_addFailure->setEnabled(models::setupAt(scenario, m_current) != nullptr);
    m_up->setEnabled(node && place->index > 0);
    m_down->setEnabled(node && place->index + 1 < models::nodeCount(scenario, place->list).value_or(0));
}

void ComposeTree::insert(const QString& text, models::ScenarioNode node)
{
    const auto place = m_model.placeFor(m_current, node);
    if (!place)
        return;
    m_document.edit(text, {}, [&](scenario::Scenario& scenario) {
        models::giveFreeNames(scenario, node);
        models::insertNode(scenario, *place, node);
    });
    select(place->path());
}

void ComposeTree::addStep()
{
    scenario::Step step;
    step.name = "step";
    step.request.path = "/";
    insert(tr("Add step"), step);
    m_view->setFocus();
}

void ComposeTree::addSetupStep()
{
    scenario::SetupStep setup;
    setup.step.name = "setup";
    setup.step.request.path = "/";
    const auto inSetup = models::setupAt(m_document.scenario(), m_current) != nullptr;
    if (!inSetup)
        select("/setup");
    insert(tr("Add setup step"), setup);
}

void ComposeTree::addFailureStep()
{
    const auto list = m_current + "/on_failure";
    const auto count = models::nodeCount(m_document.scenario(), list).value_or(0);
    m_document.edit(tr("Add step"), {}, [&](scenario::Scenario& scenario) {
        scenario::Step step;
        step.name = models::freeStepName(scenario, "repair");
        step.request.path = "/";
        models::insertNode(scenario, {list, count}, step);
    });
    select(models::NodePlace{list, count}.path());
}

void ComposeTree::addPattern()
{
    scenario::Pattern pattern;
    pattern.name = "User";
    insert(tr("Add user pattern"), pattern);
}

void ComposeTree::cut()
{
    copy();
    remove();
}

void ComposeTree::copy()
{
    if (auto* data = m_model.mimeData({m_view->currentIndex()}))
        QGuiApplication::clipboard()->setMimeData(data);
}

void ComposeTree::paste()
{
    for (auto& node : models::ScenarioTreeModel::nodesIn(QGuiApplication::clipboard()->mimeData()))
        insert(tr("Paste"), std::move(node));
}

void ComposeTree::duplicate()
{
    if (auto node = models::nodeAt(m_document.scenario(), m_current))
        insert(tr("Duplicate"), std::move(*node));
}

void ComposeTree::remove()
{
    m_document.edit(
        tr("Remove"), {}, [this](scenario::Scenario& scenario) { models::removeNode(scenario, m_current); });
}

void ComposeTree::move(int by)
{
    const auto place = models::placeOf(m_current);
    if (!place)
        return;
    // Behind the next one is in front of the one after it.
    const auto to = by < 0 ? place->index - 1 : place->index + 2;
    std::string stands = m_current;
    m_document.edit(tr("Move"), {}, [&](scenario::Scenario& scenario) {
        stands = models::moveNode(scenario, m_current, {place->list, to}).value_or(m_current);
    });
    select(stands);
}

} // namespace plumb::ui
