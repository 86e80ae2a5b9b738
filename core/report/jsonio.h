// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "base/result.h"
#include "report/words.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <concepts>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

// One description of a struct's fields serves writing and reading, so that names and order cannot drift
// apart:
//
//     template<class Io> void describe(Io& io, Ref<Io, RunMark> mark)
//     {
//         io.field("at_s", mark.at_s);
//         io.sparse("text", mark.text); // not written where it is empty
//     }
namespace plumb::report {

/// The reference describe() takes: const while writing.
template <class Io, class T>
using Ref = std::conditional_t<Io::writing, const T, T>&;

/// An enum whose words are given by toString(E) and parseWord(text, E&).
template <class T>
concept Worded = std::is_enum_v<T>;

/// Builds a Json object in the order of the calls.
class JsonWriter
{
public:
    static constexpr bool writing = true;

    /// Always written; NaN becomes null, an optional without value is left out.
    template <class T>
    void field(std::string_view key, const T& value)
    {
        put(key, toJsonValue(value));
    }
    template <class T>
    void field(std::string_view key, const std::optional<T>& value)
    {
        if (value) {
            put(key, toJsonValue(*value));
        }
    }
    /// Written unless it is empty: "", 0, false, {} and [].
    template <class T>
    void sparse(std::string_view key, const T& value)
    {
        if (!isEmpty(value)) {
            put(key, toJsonValue(value));
        }
    }
    template <class T>
    void required(std::string_view key, const T& value)
    {
        field(key, value);
    }
    /// A sub-object that has no struct of its own.
    template <class Function>
    void group(std::string_view key, Function&& describeGroup)
    {
        JsonWriter inner;
        describeGroup(inner);
        put(key, std::move(inner.m_object));
    }
    [[nodiscard]] Json take() { return std::move(m_object); }

    template <class T>
    static Json toJsonValue(const T& value)
    {
        if constexpr (std::is_same_v<T, Json>) {
            return value;
        } else if constexpr (std::is_same_v<T, double>) {
            return std::isfinite(value) ? Json(value) : Json(nullptr);
        } else if constexpr (std::is_arithmetic_v<T> || std::is_same_v<T, std::string>) {
            return Json(value);
        } else if constexpr (Worded<T>) {
            return Json(std::string(toString(value)));
        } else if constexpr (requires { typename T::mapped_type; }) {
            Json object = Json::object();
            for (const auto& [name, entry] : value) {
                object[name] = toJsonValue(entry);
            }
            return object;
        } else if constexpr (requires { value.first; }) {
            Json pair = Json::array();
            pair.push_back(toJsonValue(value.first));
            pair.push_back(toJsonValue(value.second));
            return pair;
        } else if constexpr (requires { typename T::value_type; }) {
            Json array = Json::array();
            for (const auto& entry : value) {
                array.push_back(toJsonValue(entry));
            }
            return array;
        } else {
            JsonWriter inner;
            describe(inner, value);
            return inner.take();
        }
    }

private:
    template <class T>
    static bool isEmpty(const T& value)
    {
        if constexpr (std::is_same_v<T, Json>) {
            return value.is_null() || ((value.is_object() || value.is_array()) && value.empty());
        } else if constexpr (std::is_arithmetic_v<T>) {
            return value == T{};
        } else if constexpr (requires { value.empty(); }) {
            return value.empty();
        } else {
            return value == T{};
        }
    }
    void put(std::string_view key, Json value) { m_object[std::string(key)] = std::move(value); }

    Json m_object = Json::object();
};

/// Where reading stands and the first thing that was wrong.
struct ReadState
{
    std::string fileName;
    std::optional<Error> error;
    void fail(const std::string& path, std::string what, std::string remedy);
};

/// "a string", "a number", ...: for messages about wrong types.
std::string typeName(const Json& json);

/// Reads an object by its fields. Missing fields leave the value as it is; wrong types are errors by JSON
/// path; the first error wins and the rest is skipped.
class JsonReader
{
public:
    static constexpr bool writing = false;

    JsonReader(const Json& object, std::string path, ReadState& state);

    template <class T>
    void field(std::string_view key, T& value)
    {
        if (const Json* found = find(key)) {
            read(*found, path(key), value);
        }
    }
    template <class T>
    void sparse(std::string_view key, T& value)
    {
        field(key, value);
    }
    template <class T>
    void required(std::string_view key, T& value)
    {
        if (find(key) == nullptr && !m_state.error) {
            m_state.fail(path(key), "this field is missing", "restore the file from a copy");
        }
        field(key, value);
    }
    template <class Function>
    void group(std::string_view key, Function&& describeGroup)
    {
        if (const Json* found = find(key)) {
            JsonReader inner(*found, path(key), m_state);
            describeGroup(inner);
        }
    }

private:
    /// Null where the field is missing, null or nothing more is read.
    [[nodiscard]] const Json* find(std::string_view key) const;
    [[nodiscard]] std::string path(std::string_view key) const;
    void wrongType(const std::string& path, const Json& json, std::string_view expected);

    void read(const Json& json, const std::string& path, std::string& value);
    void read(const Json& json, const std::string& path, double& value);
    void read(const Json& json, const std::string& path, bool& value);
    void read(const Json& json, const std::string& path, std::int64_t& value);
    void read(const Json& json, const std::string& path, int& value);
    void read(const Json& json, const std::string&, Json& value) { value = json; }

    template <class T>
    void read(const Json& json, const std::string& path, std::optional<T>& value)
    {
        T inner{};
        read(json, path, inner);
        value = std::move(inner);
    }
    template <class T>
    void read(const Json& json, const std::string& path, std::map<std::string, T>& value)
    {
        if (!json.is_object()) {
            wrongType(path, json, "an object");
            return;
        }
        value.clear();
        for (const auto& [name, entry] : json.items()) {
            read(entry, path + "/" + name, value[name]);
        }
    }
    template <class T>
    void read(const Json& json, const std::string& path, std::vector<T>& value)
    {
        if (!json.is_array()) {
            wrongType(path, json, "an array");
            return;
        }
        value.clear();
        value.reserve(json.size());
        for (const auto& entry : json) {
            const auto index = value.size();
            read(entry, path + "/" + std::to_string(index), value.emplace_back());
        }
    }
    template <class A, class B>
    void read(const Json& json, const std::string& path, std::pair<A, B>& value)
    {
        if (!json.is_array() || json.size() != 2) {
            wrongType(path, json, "an array of two");
            return;
        }
        read(json[0], path + "/0", value.first);
        read(json[1], path + "/1", value.second);
    }
    template <class T>
    void read(const Json& json, const std::string& path, T& value)
    {
        if constexpr (Worded<T>) {
            std::string word;
            read(json, path, word);
            if (!m_state.error && !parseWord(word, value)) {
                m_state.fail(
                    path, "\"" + word + "\" is not known here", "use a newer Plumbline, or correct the word");
            }
        } else {
            JsonReader inner(json, path, m_state);
            describe(inner, value);
        }
    }

    const Json& m_object;
    std::string m_path;
    ReadState& m_state;
};

/// The fields of @p original that @p known does not have, at any depth (elements of arrays by index); null if
/// none.
Json unknownFields(const Json& original, const Json& known);

/// Puts what unknownFields() found back into @p target where nothing stands.
void addUnknownFields(Json& target, const Json& unknown);

} // namespace plumb::report
