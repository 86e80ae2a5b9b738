// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/scenariotreemodel.h"

#include "ui/models/scenariotree.h"

namespace plumb::models {

namespace {

/// True where @p path is @p owner or lies below it.
bool below(const std::string& path, const std::string& owner)
{
    return path == owner || path.starts_with(owner + "/");
}

} // namespace

ScenarioTreeModel::ScenarioTreeModel(ScenarioDocument& document, QObject* parent)
    : QAbstractItemModel(parent)
    , m_document(document)
    , m_root(ScenarioTreeItem::treeOf(document.scenario()))
{
    connect(&document, &ScenarioDocument::changed, this, &ScenarioTreeModel::documentChanged);
    connect(&document, &ScenarioDocument::problemsChanged, this, &ScenarioTreeModel::problemsChanged);
}

ScenarioTreeModel::~ScenarioTreeModel() = default;

void ScenarioTreeModel::documentChanged()
{
    auto now = ScenarioTreeItem::treeOf(m_document.scenario());
    if (!m_root->sameShape(*now)) {
        beginResetModel();
        m_root = std::move(now);
        endResetModel();
        problemsChanged();
        return;
    }
    m_root->takeOver(*now);
    m_root->forEach([this](const ScenarioTreeItem& item) {
        if (item.parent != nullptr)
            Q_EMIT dataChanged(indexOf(&item), indexOf(&item));
    });
}

void ScenarioTreeModel::problemsChanged()
{
    m_root->forEach([](ScenarioTreeItem& item) { item.errors = item.warnings = 0; });
    for (const auto& problem : m_document.problems()) {
        const auto owner = ownerOf(problem.path);
        m_root->forEach([&](ScenarioTreeItem& item) {
            if (item.parent != nullptr && item.path == owner)
                ++(problem.warning ? item.warnings : item.errors);
        });
    }
    m_root->forEach([this](const ScenarioTreeItem& item) {
        if (item.parent != nullptr)
            Q_EMIT dataChanged(indexOf(&item), indexOf(&item), {ProblemRole, Qt::ToolTipRole});
    });
}

std::string ScenarioTreeModel::ownerOf(const std::string& problemPath) const
{
    for (const auto* list : {"/environments", "/data"}) {
        if (below(problemPath, list))
            return "/variables";
    }
    if (below(problemPath, "/stop_when"))
        return "/monitors";
    std::string owner = "/target";
    std::size_t longest = 0;
    m_root->forEach([&](const ScenarioTreeItem& item) {
        if (item.parent != nullptr && item.path.size() > longest && below(problemPath, item.path)) {
            owner = item.path;
            longest = item.path.size();
        }
    });
    return owner;
}

const ScenarioTreeItem* ScenarioTreeModel::itemAt(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<const ScenarioTreeItem*>(index.internalPointer()) : m_root.get();
}

QModelIndex ScenarioTreeModel::indexOf(const ScenarioTreeItem* item) const
{
    return item == nullptr || item->parent == nullptr ? QModelIndex() : createIndex(item->row(), 0, item);
}

QModelIndex ScenarioTreeModel::indexOf(const std::string& path) const
{
    const ScenarioTreeItem* found = nullptr;
    m_root->forEach([&](const ScenarioTreeItem& item) {
        if (item.parent != nullptr && item.path == path)
            found = &item;
    });
    return indexOf(found);
}

std::string ScenarioTreeModel::pathOf(const QModelIndex& index) const
{
    return itemAt(index)->path;
}

QModelIndex ScenarioTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    const auto* item = itemAt(parent);
    if (column != 0 || row < 0 || row >= static_cast<int>(item->children.size()))
        return {};
    return createIndex(row, 0, item->children[static_cast<std::size_t>(row)].get());
}

QModelIndex ScenarioTreeModel::parent(const QModelIndex& index) const
{
    return index.isValid() ? indexOf(itemAt(index)->parent) : QModelIndex();
}

int ScenarioTreeModel::rowCount(const QModelIndex& parent) const
{
    return static_cast<int>(itemAt(parent)->children.size());
}

int ScenarioTreeModel::columnCount(const QModelIndex&) const
{
    return 1;
}

QVariant ScenarioTreeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const auto& item = *itemAt(index);
    switch (role) {
    case Qt::DisplayRole:
        return item.text;
    case Qt::EditRole:
        if (const auto* step = stepAt(m_document.scenario(), item.path))
            return QString::fromStdString(step->name);
        if (const auto* pattern = patternAt(m_document.scenario(), item.path))
            return QString::fromStdString(pattern->name);
        return item.text;
    case Qt::CheckStateRole:
        return item.node ? QVariant(item.enabled ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::ToolTipRole:
        if (item.errors > 0)
            return tr("%n problem(s)", nullptr, item.errors);
        if (item.warnings > 0)
            return tr("%n warning(s)", nullptr, item.warnings);
        return item.detail.isEmpty() ? QVariant() : QVariant(item.detail);
    case Qt::AccessibleDescriptionRole:
        return item.detail;
    case ProblemRole:
        return item.errors > 0 ? 2 : item.warnings > 0 ? 1 : 0;
    case PathRole:
        return QString::fromStdString(item.path);
    default:
        return {};
    }
}

bool ScenarioTreeModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || !itemAt(index)->node)
        return false;
    const auto path = itemAt(index)->path;
    const auto change = [&](const QString& text, const auto& apply) {
        m_document.edit(text, {}, [&](scenario::Scenario& scenario) {
            if (auto* step = stepAt(scenario, path))
                apply(*step);
            else if (auto* pattern = patternAt(scenario, path))
                apply(*pattern);
        });
        return true;
    };
    if (role == Qt::CheckStateRole) {
        const auto on = value.toInt() == Qt::Checked;
        return change(on ? tr("Enable") : tr("Disable"), [on](auto& node) { node.enabled = on; });
    }
    const auto name = value.toString().trimmed().toStdString();
    if (role != Qt::EditRole || name.empty())
        return false;
    return change(tr("Rename"), [&name](auto& node) { node.name = name; });
}

Qt::ItemFlags ScenarioTreeModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const auto& item = *itemAt(index);
    auto flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (item.node)
        flags |= Qt::ItemIsEditable | Qt::ItemIsUserCheckable | Qt::ItemIsDragEnabled;
    if (item.node || item.path == "/setup" || item.path == "/patterns")
        flags |= Qt::ItemIsDropEnabled;
    return flags;
}

std::optional<NodePlace> ScenarioTreeModel::placeFor(const std::string& path, const ScenarioNode& node) const
{
    const auto& scenario = m_document.scenario();
    if (std::holds_alternative<scenario::Pattern>(node)) {
        const auto place = placeOf(path);
        const auto after = place && place->list == "/patterns" ? place->index + 1 : scenario.patterns.size();
        return NodePlace{"/patterns", after};
    }
    if (patternAt(scenario, path) != nullptr)
        return NodePlace{path + "/steps", *nodeCount(scenario, path + "/steps")};
    if (const auto place = placeOf(path); place && nodeAt(scenario, path))
        return NodePlace{place->list, place->index + 1};
    if (path == "/setup" || std::holds_alternative<scenario::SetupStep>(node))
        return NodePlace{"/setup", scenario.setup.size()};
    if (scenario.patterns.empty())
        return std::nullopt;
    return NodePlace{"/patterns/0/steps", scenario.patterns[0].steps.size()};
}

} // namespace plumb::models
