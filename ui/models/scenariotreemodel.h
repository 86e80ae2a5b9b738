// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/scenariodocument.h"
#include "ui/models/scenarionodes.h"

#include <QAbstractItemModel>

#include <memory>

namespace plumb::models {

struct ScenarioTreeItem;

/// What a scenario consists of as a tree: its sections, and below setup and patterns their steps. Steps and
/// patterns are renamed, switched on and off, dragged and dropped here. Paths are JSON pointers; sections
/// that are no list have the pointer of what they show ("/target", "/load").
class ScenarioTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role { PathRole = Qt::UserRole + 100, ProblemRole };

    /// @p document outlives the model.
    explicit ScenarioTreeModel(ScenarioDocument& document, QObject* parent = nullptr);
    ~ScenarioTreeModel() override;

    [[nodiscard]] QModelIndex indexOf(const std::string& path) const;
    [[nodiscard]] std::string pathOf(const QModelIndex& index) const;
    /// The place in front of which something new goes when @p path is selected: after a step, at the end of a
    /// list or pattern. @p node decides between levels.
    [[nodiscard]] std::optional<NodePlace> placeFor(const std::string& path, const ScenarioNode& node) const;
    /// The section or node that a problem's path belongs to.
    [[nodiscard]] std::string ownerOf(const std::string& problemPath) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override;
    [[nodiscard]] bool canDropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
        const QModelIndex& parent) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
        const QModelIndex& parent) override;
    /// What mimeData() of any window holds, as nodes.
    [[nodiscard]] static std::vector<ScenarioNode> nodesIn(const QMimeData* data);

Q_SIGNALS:
    /// A node was dropped and stands at @p path now.
    void dropped(const QString& path);

private:
    void documentChanged();
    void problemsChanged();
    [[nodiscard]] const ScenarioTreeItem* itemAt(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(const ScenarioTreeItem* item) const;
    [[nodiscard]] std::optional<NodePlace> dropPlace(
        const QMimeData* data, int row, const QModelIndex& parent) const;

    ScenarioDocument& m_document;
    std::unique_ptr<ScenarioTreeItem> m_root;
};

} // namespace plumb::models
