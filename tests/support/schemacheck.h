// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>

namespace plumb::test {

/// Holds a document against one of resources/schemas, more strictly than the schema asks: a property that it
/// does not name is a fault. Knows what these schemas use: type, const, enum, required, properties, items,
/// minItems, maxItems, minimum, $ref within the schema.
class SchemaCheck
{
public:
    explicit SchemaCheck(Json schema)
        : m_schema(std::move(schema))
    {
    }

    /// "/rows/0/delta: is no number"; empty where all is well.
    [[nodiscard]] std::string fault(const Json& document) const { return check(document, m_schema, ""); }

private:
    static bool isOf(const Json& value, const std::string& type)
    {
        return type == "object" ? value.is_object()
            : type == "array"   ? value.is_array()
            : type == "string"  ? value.is_string()
            : type == "boolean" ? value.is_boolean()
            : type == "integer" ? value.is_number_integer()
            : type == "number"  ? value.is_number()
                                : value.is_null();
    }

    static bool hasType(const Json& value, const Json& types)
    {
        if (types.is_string()) {
            return isOf(value, types.get<std::string>());
        }
        return std::any_of(types.begin(), types.end(),
            [&value](const Json& type) { return isOf(value, type.get<std::string>()); });
    }

    [[nodiscard]] std::string check(const Json& value, const Json& asked, const std::string& path) const
    {
        const Json& node = asked.contains("$ref")
            ? m_schema.at(Json::json_pointer(asked.at("$ref").get<std::string>().substr(1)))
            : asked;
        if (node.contains("type") && !hasType(value, node.at("type"))) {
            return path + ": is no " + dumpJson(node.at("type"));
        }
        if (node.contains("const") && value != node.at("const")) {
            return path + ": is not " + dumpJson(node.at("const"));
        }
        if (node.contains("enum")
            && std::find(node.at("enum").begin(), node.at("enum").end(), value) == node.at("enum").end()) {
            return path + ": " + dumpJson(value) + " is not among " + dumpJson(node.at("enum"));
        }
        if (value.is_number() && node.contains("minimum")
            && value.get<double>() < node.at("minimum").get<double>()) {
            return path + ": is too small";
        }
        if (value.is_array()) {
            return checkItems(value, node, path);
        }
        return value.is_object() ? checkFields(value, node, path) : std::string();
    }

    [[nodiscard]] std::string checkItems(const Json& list, const Json& node, const std::string& path) const
    {
        if (list.size() < node.value("minItems", std::size_t{0})
            || list.size() > node.value("maxItems", list.size())) {
            return path + ": has " + std::to_string(list.size()) + " items";
        }
        for (std::size_t i = 0; node.contains("items") && i < list.size(); ++i) {
            auto found = check(list[i], node.at("items"), path + '/' + std::to_string(i));
            if (!found.empty()) {
                return found;
            }
        }
        return {};
    }

    [[nodiscard]] std::string checkFields(const Json& object, const Json& node, const std::string& path) const
    {
        for (const auto& name : node.value("required", Json::array())) {
            if (!object.contains(name.get<std::string>())) {
                return path + ": lacks " + name.get<std::string>();
            }
        }
        for (const auto& [name, value] : object.items()) {
            if (!node.contains("properties") || !node.at("properties").contains(name)) {
                return path + '/' + name + ": the schema does not name it";
            }
            auto found = check(value, node.at("properties").at(name), path + '/' + name);
            if (!found.empty()) {
                return found;
            }
        }
        return {};
    }

    Json m_schema;
};

} // namespace plumb::test
