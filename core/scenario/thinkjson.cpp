// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/jsonfields.h"
#include "scenario/partsjson.h"

#include <array>

namespace plumb::scenario {

namespace {

using Kind = Think::Kind;

struct Distribution
{
    std::string_view name;
    Kind kind;
    std::string_view a, b; ///< names of the parameters; b empty: none
    Unit unitOfB;
};

constexpr std::array<Distribution, 3> distributions{{
    {"exponential", Kind::exponential, "mean_ms", "", Unit::none},
    {"normal", Kind::normal, "mean_ms", "stddev_ms", Unit::milliseconds},
    {"lognormal", Kind::lognormal, "median_ms", "sigma", Unit::none},
}};

void readDistribution(ObjectReader& reader, Think& think)
{
    std::string name;
    reader.text("dist", name);
    std::vector<std::string> names;
    for (const auto& distribution : distributions) {
        names.emplace_back(distribution.name);
        if (distribution.name != name) {
            continue;
        }
        think.kind = distribution.kind;
        const auto need = [&](std::string_view key, Bound<double>& out, Unit unit) {
            reader.number(key, out, unit);
            if (reader.find(key) == nullptr) {
                reader.problem(key, "the think time needs its " + std::string(key), "add it");
            }
        };
        need(distribution.a, think.a, Unit::milliseconds);
        if (!distribution.b.empty()) {
            need(distribution.b, think.b, distribution.unitOfB);
        }
        return;
    }
    reader.unknownWord("dist", name, names);
}

} // namespace

Json toJson(const Think& think)
{
    switch (think.kind) {
    case Kind::none:
        return Json(0);
    case Kind::fixed:
        return boundJson(think.a);
    case Kind::range: {
        Json list = Json::array();
        list.push_back(boundJson(think.a));
        list.push_back(boundJson(think.b));
        return list;
    }
    default:
        break;
    }
    ObjectWriter writer(think.extra);
    for (const auto& distribution : distributions) {
        if (distribution.kind == think.kind) {
            writer.put("dist", std::string(distribution.name));
            writer.number(distribution.a, think.a);
            if (!distribution.b.empty()) {
                writer.number(distribution.b, think.b);
            }
        }
    }
    return writer.take();
}

Think readThink(const Json& json, const std::string& path, std::vector<Problem>& problems)
{
    Think think;
    const auto bound = [&](const Json& value, const std::string& at, Bound<double>& out) {
        if (const auto message = readBound(value, Unit::milliseconds, out); !message.empty()) {
            problems.push_back({at, message, "write milliseconds as a number, or a text such as \"2s\""});
        }
    };
    if (json.is_object()) {
        ObjectReader reader(json, path, problems);
        readDistribution(reader, think);
        think.extra = reader.remainder(toJson(think));
    } else if (json.is_array()) {
        think.kind = Kind::range;
        if (json.size() != 2) {
            problems.push_back(
                {path, "a range of think times has two numbers, this has " + std::to_string(json.size()),
                    "write [from, to] in milliseconds"});
            return think;
        }
        bound(json[0], childPath(path, std::size_t{0}), think.a);
        bound(json[1], childPath(path, std::size_t{1}), think.b);
    } else {
        think.kind = Kind::fixed;
        bound(json, path, think.a);
    }
    return think;
}

} // namespace plumb::scenario
