// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "library/figures.h"
#include "library/library.h"

#include <simdjson.h>

#include <map>

namespace plumb::library {

/// Everything that is gathered on one walk through a report.
struct Head
{
    ReportRow row;
    FigureWriter figures;
    RunSetup setup;
    std::string schema, engine;
    std::map<std::string, std::pair<std::int64_t, std::int64_t>> checks; ///< passed, all
    std::map<std::string, std::int64_t> reasons;
    std::map<std::string, double> monitors;
};

/// Takes one field of a report. Throws std::runtime_error for words that are not known; the caller then asks
/// the full reader for a message.
void takeField(Head& head, std::string_view key, simdjson::ondemand::value value);

/// After the last field: what was summed up over steps and monitors goes into the row.
void finish(Head& head);

/// Calls @p take(key, value) for every field of an object.
template <class Object, class Function>
void eachField(Object&& object, const Function& take)
{
    for (auto field : object) {
        const std::string_view key = field.unescaped_key();
        take(key, field.value().value());
    }
}

} // namespace plumb::library
