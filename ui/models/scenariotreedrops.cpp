// SPDX-License-Identifier: GPL-3.0-or-later
// Drag and drop, copy and paste of the scenario tree.
#include "ui/models/scenariotree.h"
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
