// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compose/fieldbinder.h"
#include "ui/models/scenariofields.h"

// Fields over a part of the scenario that a function finds by the form's root.
namespace plumb::ui {

template <class Part>
using FindPart = Part* (*)(scenario::Scenario&, const std::string& root);

template <class Part>
FieldBinder::Field partField(FindPart<Part> find, std::string pointer, QString edit,
    std::function<QVariant(const Part&)> get, std::function<void(Part&, const QVariant&)> set)
{
    return {std::move(pointer), std::move(edit),
        [find, get = std::move(get)](const scenario::Scenario& scenario, const std::string& root) {
            // The finder only looks; it is written once, for changing.
            const Part* part = find(const_cast<scenario::Scenario&>(scenario), root);
            return part == nullptr ? QVariant() : get(*part);
        },
        [find, set = std::move(set)](
            scenario::Scenario& scenario, const std::string& root, const QVariant& value) {
            if (auto* part = find(scenario, root))
                set(*part, value);
        }};
}

template <class Part>
FieldBinder::Field textField(
    FindPart<Part> find, std::string pointer, QString edit, std::string Part::*member)
{
    return partField<Part>(
        find, std::move(pointer), std::move(edit),
        [member](const Part& part) { return QString::fromStdString(part.*member); },
        [member](Part& part, const QVariant& value) { part.*member = value.toString().toStdString(); });
}

template <class Part, class T>
FieldBinder::Field boundField(FindPart<Part> find, std::string pointer, QString edit,
    scenario::Bound<T> Part::*member, scenario::Unit unit = scenario::Unit::none)
{
    return partField<Part>(
        find, std::move(pointer), std::move(edit),
        [member](const Part& part) { return models::boundText(part.*member); },
        [member, unit](Part& part, const QVariant& value) {
            part.*member = models::boundFrom<T>(value.toString(), unit);
        });
}

} // namespace plumb::ui
