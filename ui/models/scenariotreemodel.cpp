// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/scenariotreemodel.h"

#include <QMimeData>
#include <QUuid>

#include <algorithm>

namespace plumb::models {

namespace {

const QString& mimeType()
{
    static const auto type = QStringLiteral("application/x-plumbline-steps+json");
    return type;
}

QString shown(const std::string& text, const QString& otherwise)
{
    return text.empty() ? otherwise : QString::fromStdString(text);
}

/// True where @p path is @p owner or lies below it.
bool below(const std::string& path, const std::string& owner)
{
    return path == owner || path.starts_with(owner + "/");
}

/// Two scenarios in one program have different addresses; two programs have different tokens.
QString documentToken(const ScenarioDocument& document)
{
    static const auto process = QUuid::createUuid().toString();
    return process + QString::number(reinterpret_cast<quintptr>(&document));
}

Json documentIn(const QMimeData* data)
{
    if (data == nullptr || !data->hasFormat(mimeType()))
        return {};
    const auto json = parseJson(data->data(mimeType()).toStdString(), "clipboard");
    return json ? Json(*json) : Json();
}

} // namespace

struct ScenarioTreeModel::Item
{
    std::string path;
    QString text, detail;
    bool node = false; ///< can be moved, renamed and switched
    bool enabled = true;
    int errors = 0, warnings = 0;
    Item* parent = nullptr;
    std::vector<std::unique_ptr<Item>> children;

    Item& add(std::string childPath, QString childText)
    {
        auto child = std::make_unique<Item>();
        child->path = std::move(childPath);
        child->text = std::move(childText);
        child->parent = this;
        children.push_back(std::move(child));
        return *children.back();
    }
    [[nodiscard]] int row() const
    {
        for (std::size_t i = 0; parent != nullptr && i < parent->children.size(); ++i) {
            if (parent->children[i].get() == this)
                return static_cast<int>(i);
        }
        return 0;
    }
    template <class Visit>
    void forEach(const Visit& visit)
    {
        visit(*this);
        for (const auto& child : children)
            child->forEach(visit);
    }
    /// The same nodes in the same places.
    [[nodiscard]] bool sameShape(const Item& other) const
    {
        return path == other.path
            && std::equal(children.begin(), children.end(), other.children.begin(), other.children.end(),
                [](const auto& a, const auto& b) { return a->sameShape(*b); });
    }
    void takeOver(Item& other)
    {
        text = std::move(other.text);
        detail = std::move(other.detail);
        enabled = other.enabled;
        for (std::size_t i = 0; i < children.size(); ++i)
            children[i]->takeOver(*other.children[i]);
    }
};

ScenarioTreeModel::ScenarioTreeModel(ScenarioDocument& document, QObject* parent)
    : QAbstractItemModel(parent)
    , m_document(document)
    , m_root(build())
{
    connect(&document, &ScenarioDocument::changed, this, &ScenarioTreeModel::documentChanged);
    connect(&document, &ScenarioDocument::problemsChanged, this, &ScenarioTreeModel::problemsChanged);
}

ScenarioTreeModel::~ScenarioTreeModel() = default;

std::unique_ptr<ScenarioTreeModel::Item> ScenarioTreeModel::build() const
{
    const auto& scenario = m_document.scenario();
    auto root = std::make_unique<Item>();
    const auto addStep = [](Item& parent, const std::string& path, const scenario::Step& step) -> Item& {
        auto& item = parent.add(path, shown(step.name, tr("(no name)")));
        item.node = true;
        item.enabled = step.enabled;
        item.detail = step.kind == "http"
            ? QString::fromStdString(step.request.method + " " + step.request.path)
            : QString::fromStdString(step.kind);
        return item;
    };
    root->add("/target", tr("Scenario and target"));
    root->add("/variables", tr("Variables and data"));
    auto& setup = root->add("/setup", tr("Setup"));
    for (std::size_t i = 0; i < scenario.setup.size(); ++i) {
        const auto path = NodePlace{"/setup", i}.path();
        auto& item = addStep(setup, path, scenario.setup[i].step);
        for (std::size_t k = 0; k < scenario.setup[i].on_failure.size(); ++k) {
            const auto place = NodePlace{path + "/on_failure", k}.path();
            auto& child = addStep(item, place, scenario.setup[i].on_failure[k]);
            child.text = tr("if it fails: %1").arg(child.text);
        }
    }
    auto& patterns = root->add("/patterns", tr("User patterns"));
    for (std::size_t i = 0; i < scenario.patterns.size(); ++i) {
        const auto& pattern = scenario.patterns[i];
        const auto path = NodePlace{"/patterns", i}.path();
        auto& item = patterns.add(path, shown(pattern.name, tr("(no name)")));
        item.node = true;
        item.enabled = pattern.enabled;
        item.detail = tr("%n step(s)", nullptr, static_cast<int>(pattern.steps.size()));
        for (std::size_t k = 0; k < pattern.steps.size(); ++k)
            addStep(item, NodePlace{path + "/steps", k}.path(), pattern.steps[k]);
    }
    root->add("/load", tr("Load"));
    root->add("/monitors", tr("Monitors and stop rules"));
    return root;
}

void ScenarioTreeModel::documentChanged()
{
    auto now = build();
    if (!m_root->sameShape(*now)) {
        beginResetModel();
        m_root = std::move(now);
        endResetModel();
        problemsChanged();
        return;
    }
    m_root->takeOver(*now);
    m_root->forEach([this](const Item& item) {
        if (item.parent != nullptr)
            Q_EMIT dataChanged(indexOf(&item), indexOf(&item));
    });
}

void ScenarioTreeModel::problemsChanged()
{
    m_root->forEach([](Item& item) { item.errors = item.warnings = 0; });
    for (const auto& problem : m_document.problems()) {
        const auto owner = ownerOf(problem.path);
        m_root->forEach([&](Item& item) {
            if (item.parent != nullptr && item.path == owner)
                ++(problem.warning ? item.warnings : item.errors);
        });
    }
    m_root->forEach([this](const Item& item) {
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
    m_root->forEach([&](const Item& item) {
        if (item.parent != nullptr && item.path.size() > longest && below(problemPath, item.path)) {
            owner = item.path;
            longest = item.path.size();
        }
    });
    return owner;
}

const ScenarioTreeModel::Item* ScenarioTreeModel::itemAt(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<const Item*>(index.internalPointer()) : m_root.get();
}

QModelIndex ScenarioTreeModel::indexOf(const Item* item) const
{
    return item == nullptr || item->parent == nullptr ? QModelIndex() : createIndex(item->row(), 0, item);
}

QModelIndex ScenarioTreeModel::indexOf(const std::string& path) const
{
    const Item* found = nullptr;
    m_root->forEach([&](const Item& item) {
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

QStringList ScenarioTreeModel::mimeTypes() const
{
    return {mimeType()};
}

Qt::DropActions ScenarioTreeModel::supportedDropActions() const
{
    return Qt::MoveAction | Qt::CopyAction;
}

QMimeData* ScenarioTreeModel::mimeData(const QModelIndexList& indexes) const
{
    auto json = Json::object();
    json["document"] = documentToken(m_document).toStdString();
    json["paths"] = Json::array();
    json["nodes"] = Json::array();
    for (const auto& index : indexes) {
        const auto path = pathOf(index);
        if (const auto node = nodeAt(m_document.scenario(), path)) {
            json["paths"].push_back(path);
            json["nodes"].push_back(nodeToJson(*node));
        }
    }
    if (json["nodes"].empty())
        return nullptr;
    auto* data = new QMimeData;
    data->setData(mimeType(), QByteArray::fromStdString(dumpJson(json)));
    data->setText(QString::fromStdString(dumpJson(json["nodes"].front()["value"], 2)));
    return data;
}

std::vector<ScenarioNode> ScenarioTreeModel::nodesIn(const QMimeData* data)
{
    std::vector<ScenarioNode> nodes;
    const auto json = documentIn(data);
    if (json.is_object() && json.contains("nodes") && json["nodes"].is_array()) {
        for (const auto& entry : json["nodes"]) {
            if (auto node = nodeFromJson(entry))
                nodes.push_back(std::move(*node));
        }
    }
    return nodes;
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

std::optional<NodePlace> ScenarioTreeModel::dropPlace(
    const QMimeData* data, int row, const QModelIndex& parent) const
{
    const auto nodes = nodesIn(data);
    const auto path = pathOf(parent);
    if (nodes.empty() || path.empty())
        return std::nullopt;
    const auto& scenario = m_document.scenario();
    // Between rows the list is that of the parent; onto a row it goes behind it or to the end of its list.
    auto list = path;
    if (patternAt(scenario, path) != nullptr)
        list = path + "/steps";
    else if (setupAt(scenario, path) != nullptr && row >= 0)
        list = path + "/on_failure";
    else if (path != "/setup" && path != "/patterns")
        list.clear();
    std::optional<NodePlace> place;
    if (!list.empty())
        place = NodePlace{list, row < 0 ? nodeCount(scenario, list).value_or(0) : std::size_t(row)};
    if (!place || !accepts(place->list, nodes.front()))
        place = row < 0 ? placeFor(path, nodes.front()) : std::nullopt;
    const auto fits = place && std::all_of(nodes.begin(), nodes.end(), [&](const ScenarioNode& node) {
        return accepts(place->list, node);
    });
    return fits ? place : std::nullopt;
}

bool ScenarioTreeModel::canDropMimeData(
    const QMimeData* data, Qt::DropAction, int row, int, const QModelIndex& parent) const
{
    return dropPlace(data, row, parent).has_value();
}

bool ScenarioTreeModel::dropMimeData(
    const QMimeData* data, Qt::DropAction action, int row, int, const QModelIndex& parent)
{
    auto place = dropPlace(data, row, parent);
    if (!place || action == Qt::IgnoreAction)
        return false;
    const auto json = documentIn(data);
    const auto own = json.value("document", std::string()) == documentToken(m_document).toStdString();
    std::string stands;
    if (own && action == Qt::MoveAction && json["paths"].size() == 1) {
        const auto from = json["paths"][0].get<std::string>();
        m_document.edit(tr("Move"), {}, [&](scenario::Scenario& scenario) {
            stands = moveNode(scenario, from, *place).value_or(std::string());
        });
    } else {
        m_document.edit(tr("Drop"), {}, [&](scenario::Scenario& scenario) {
            stands = place->path();
            for (auto& node : nodesIn(data)) {
                giveFreeNames(scenario, node);
                insertNode(scenario, *place, std::move(node));
                ++place->index;
            }
        });
    }
    if (!stands.empty())
        Q_EMIT dropped(QString::fromStdString(stands));
    return !stands.empty();
}

} // namespace plumb::models
