// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/scenario.h"

#include <QString>

#include <memory>
#include <vector>

namespace plumb::models {

/// A node of the tree that ScenarioTreeModel shows: a section, a pattern, a step.
struct ScenarioTreeItem
{
    std::string path; ///< JSON pointer
    QString text, detail;
    bool node = false; ///< can be moved, renamed and switched
    bool enabled = true;
    int errors = 0, warnings = 0;
    ScenarioTreeItem* parent = nullptr;
    std::vector<std::unique_ptr<ScenarioTreeItem>> children;

    /// The root over all sections; the root itself is not shown.
    static std::unique_ptr<ScenarioTreeItem> treeOf(const scenario::Scenario& scenario);

    ScenarioTreeItem& add(std::string childPath, QString childText);
    [[nodiscard]] int row() const;
    /// The same nodes in the same places.
    [[nodiscard]] bool sameShape(const ScenarioTreeItem& other) const;
    /// Takes over the texts of a tree of the same shape.
    void takeOver(ScenarioTreeItem& other);

    /// This one, and everything below it.
    template <class Visit>
    void forEach(const Visit& visit)
    {
        visit(*this);
        for (const auto& child : children)
            child->forEach(visit);
    }
};

} // namespace plumb::models
