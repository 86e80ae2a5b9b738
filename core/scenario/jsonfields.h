// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/prepare.h"

#include <functional>
#include <initializer_list>
#include <set>
#include <string>
#include <string_view>
#include <vector>

// Reading and writing the fields of one JSON object, so that a file that is read and written again stays as
// its author wrote it. What the structs cannot hold is kept in their `extra`: unknown fields, defaults that
// were spelled out ("proxy": null) and place marks: binary values, which JSON text cannot hold, so that
// nothing collides. An empty mark keeps the place of a field where the order of the keys is not ours; a mark
// with text also keeps how the value was spelled (5.0, "200" for a list of one), which is written again while
// it still means the value.
namespace plumb::scenario {

template <class E>
using Names = std::initializer_list<std::pair<std::string_view, E>>;

/// How texts are turned into numbers.
enum class Unit {
    none, ///< texts are only allowed as "{{var}}"
    seconds, ///< "30s", "2m"
    milliseconds, ///< "5s" is 5000
};

/// @p path extended by @p key, escaped as RFC 6901 says.
std::string childPath(const std::string& path, std::string_view key);
std::string childPath(const std::string& path, std::size_t index);

/// "a number", "an object".
std::string_view kindOf(const Json& json);

/// The name in @p names with the smallest edit distance, if it is near enough to be a slip of the pen.
std::string nearest(std::string_view name, const std::vector<std::string>& names);

/// A mark for `extra`, see above; an empty @p spelling: as we write it. It keeps the place of its field.
Json placeMark(const std::string& spelling);
/// True for a mark that keeps the place of its field.
bool keepsPlace(const Json& json);

/// True if @p text holds a template expression.
bool isTemplate(std::string_view text);

/// Reads a number that may be a literal, a duration or "{{var}}". The message of what is wrong, or empty.
std::string readBound(const Json& json, Unit unit, Bound<double>& out);
std::string readBound(const Json& json, Unit unit, Bound<int>& out);
std::string readBound(const Json& json, Unit unit, Bound<std::int64_t>& out);
std::string readBound(const Json& json, Unit unit, Bound<bool>& out);

/// As it was written: the expression, or the literal.
Json boundJson(const Bound<double>& bound);
Json boundJson(const Bound<int>& bound);
Json boundJson(const Bound<std::int64_t>& bound);
Json boundJson(const Bound<bool>& bound);

/// A whole double as an integer, so that 5 stays 5.
Json numberJson(double value);

/// {"a": "x", "b": 1, "c": ["y", "z"]} as pairs; a list gives one pair per element.
Pairs readPairs(const Json& json);
Json pairsJson(const Pairs& pairs);

/// Reads known fields with type errors by JSON path. null counts as not written.
class ObjectReader
{
public:
    ObjectReader(const Json& json, std::string path, std::vector<Problem>& problems);

    [[nodiscard]] bool isObject() const { return m_object; }
    [[nodiscard]] const std::string& path() const { return m_path; }
    [[nodiscard]] std::string at(std::string_view key) const { return childPath(m_path, key); }
    [[nodiscard]] std::vector<Problem>& problems() { return m_problems; }

    /// Marks @p key as known. Null where it is missing or JSON null.
    const Json* find(std::string_view key);
    /// As find(), but JSON null is a value like any other.
    const Json* findAny(std::string_view key);
    /// As find(), with an error where it is no array.
    const Json* array(std::string_view key);
    const Json* object(std::string_view key);

    void text(std::string_view key, std::string& out);
    void texts(std::string_view key, std::vector<std::string>& out);
    void flag(std::string_view key, bool& out);
    void pairs(std::string_view key, Pairs& out);

    template <class T>
    void number(std::string_view key, Bound<T>& out, Unit unit = Unit::none)
    {
        if (const Json* json = find(key)) {
            report(key, readBound(*json, unit, out));
        }
    }

    template <class E>
    void choice(std::string_view key, E& out, Names<E> names)
    {
        std::string word;
        text(key, word);
        if (word.empty()) {
            return;
        }
        std::vector<std::string> known;
        for (const auto& [name, value] : names) {
            if (name == word) {
                out = value;
                return;
            }
            known.emplace_back(name);
        }
        unknownWord(key, word, known);
    }

    void problem(std::string_view key, std::string message, std::string remedy = {});
    /// "expected a text, found a number" for @p key.
    void wrongType(std::string_view key, std::string_view expected, const Json& found);
    void unknownWord(std::string_view key, const std::string& word, const std::vector<std::string>& known);

    /// What `extra` must hold so that writing gives the object back, @p written being what is written without
    /// it. Unknown fields become warnings with the nearest known name.
    Json remainder(const Json& written);

private:
    void report(std::string_view key, const std::string& message);

    const Json& m_json;
    std::string m_path;
    std::vector<Problem>& m_problems;
    std::set<std::string, std::less<>> m_known;
    bool m_object = false;
};

/// Writes the fields of an object in order; what stands in its default is left out unless it was spelled out.
class ObjectWriter
{
public:
    using Same = std::function<bool(const Json& spelled, const Json& value)>;
    explicit ObjectWriter(const Json& extra);

    /// @p same tells whether the spelling kept in `extra` still means the value; by default equality.
    void put(std::string_view key, Json value, const Same& same = {});
    void text(std::string_view key, const std::string& value, std::string_view fallback = {});
    void texts(std::string_view key, const std::vector<std::string>& value);
    void flag(std::string_view key, bool value, bool fallback);
    void pairs(std::string_view key, const Pairs& value);
    template <class T>
    void number(std::string_view key, const Bound<T>& value)
    {
        if (value.set()) {
            put(key, boundJson(value));
        } else {
            leave(key);
        }
    }
    template <class E>
    void choice(std::string_view key, E value, E fallback, Names<E> names)
    {
        for (const auto& [name, meant] : names) {
            if (meant == value && value != fallback) {
                put(key, std::string(name));
                return;
            }
        }
        leave(key);
    }
    /// The field stands in its default.
    void leave(std::string_view key);
    /// @p json unless it is an empty object.
    void object(std::string_view key, Json json);
    [[nodiscard]] Json take();

private:
    const Json& m_extra;
    std::vector<std::pair<std::string, std::optional<Json>>> m_fields;
};

} // namespace plumb::scenario
