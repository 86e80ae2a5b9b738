// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/scenariotree.h"

#include "scenario/commandline.h"
#include "ui/models/scenarionodes.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumb::models {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(plumb::models::ScenarioTreeModel)
};

QString shown(const std::string& text, const QString& otherwise)
{
    return text.empty() ? otherwise : QString::fromStdString(text);
}

/// What a step asks or runs, in one line.
QString detailOf(const scenario::Step& step)
{
    if (step.kind == "sql" && step.sql)
        return QString::fromStdString(step.sql->query).simplified();
    if (step.kind == "command" && step.command)
        return QString::fromStdString(scenario::commandLine(step.command->argv));
    return step.kind == "http" ? QString::fromStdString(step.request.method + " " + step.request.path)
                               : QString::fromStdString(step.kind);
}

} // namespace

std::unique_ptr<ScenarioTreeItem> ScenarioTreeItem::treeOf(const scenario::Scenario& scenario)
{
    auto root = std::make_unique<ScenarioTreeItem>();
    const auto addStep = [](ScenarioTreeItem& parent, const std::string& path,
                             const scenario::Step& step) -> ScenarioTreeItem& {
        auto& item = parent.add(path, shown(step.name, Words::tr("(no name)")));
        item.node = true;
        item.enabled = step.enabled;
        item.detail = detailOf(step);
        return item;
    };
    root->add("/target", Words::tr("Scenario and target"));
    root->add("/variables", Words::tr("Variables and data"));
    auto& setup = root->add("/setup", Words::tr("Setup"));
    for (std::size_t i = 0; i < scenario.setup.size(); ++i) {
        const auto path = NodePlace{"/setup", i}.path();
        auto& item = addStep(setup, path, scenario.setup[i].step);
        for (std::size_t k = 0; k < scenario.setup[i].on_failure.size(); ++k) {
            const auto place = NodePlace{path + "/on_failure", k}.path();
            auto& child = addStep(item, place, scenario.setup[i].on_failure[k]);
            child.text = Words::tr("if it fails: %1").arg(child.text);
        }
    }
    auto& patterns = root->add("/patterns", Words::tr("User patterns"));
    for (std::size_t i = 0; i < scenario.patterns.size(); ++i) {
        const auto& pattern = scenario.patterns[i];
        const auto path = NodePlace{"/patterns", i}.path();
        auto& item = patterns.add(path, shown(pattern.name, Words::tr("(no name)")));
        item.node = true;
        item.enabled = pattern.enabled;
        item.detail = Words::tr("%n step(s)", nullptr, static_cast<int>(pattern.steps.size()));
        for (std::size_t k = 0; k < pattern.steps.size(); ++k)
            addStep(item, NodePlace{path + "/steps", k}.path(), pattern.steps[k]);
    }
    root->add("/load", Words::tr("Load"));
    root->add("/monitors", Words::tr("Monitors and stop rules"));
    return root;
}

ScenarioTreeItem& ScenarioTreeItem::add(std::string childPath, QString childText)
{
    auto child = std::make_unique<ScenarioTreeItem>();
    child->path = std::move(childPath);
    child->text = std::move(childText);
    child->parent = this;
    children.push_back(std::move(child));
    return *children.back();
}

int ScenarioTreeItem::row() const
{
    for (std::size_t i = 0; parent != nullptr && i < parent->children.size(); ++i) {
        if (parent->children[i].get() == this)
            return static_cast<int>(i);
    }
    return 0;
}

bool ScenarioTreeItem::sameShape(const ScenarioTreeItem& other) const
{
    return path == other.path
        && std::equal(children.begin(), children.end(), other.children.begin(), other.children.end(),
            [](const auto& a, const auto& b) { return a->sameShape(*b); });
}

void ScenarioTreeItem::takeOver(ScenarioTreeItem& other)
{
    text = std::move(other.text);
    detail = std::move(other.detail);
    enabled = other.enabled;
    for (std::size_t i = 0; i < children.size(); ++i)
        children[i]->takeOver(*other.children[i]);
}

} // namespace plumb::models
