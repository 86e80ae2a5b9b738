// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace plumb::sample {

/// The first problem found while reading, shared by the readers of one document.
struct SpecProblem
{
    std::string fileName;
    std::optional<Error> first;
    void report(const std::string& path, const std::string& what, const std::string& remedy);
};

/// Reads the fields of one JSON object. A wrong type, a value out of range or an unknown field is reported
/// with its JSON path; reading goes on with the fallback, so that callers need no branches.
class SpecReader
{
public:
    SpecReader(const Json& json, std::string path, SpecProblem& problem);

    double number(const char* key, double fallback, double low, double high);
    std::string string(const char* key, const std::string& fallback = {});
    std::string requiredString(const char* key);
    bool has(const char* key);
    /// The field as it stands; null where it is absent.
    const Json& raw(const char* key);
    /// Calls @p read for the object under @p key, if there is one.
    void object(const char* key, const std::function<void(SpecReader&)>& read);
    /// Calls @p read for each object of the array under @p key.
    void objects(const char* key, const std::function<void(SpecReader&)>& read);
    std::vector<std::string> strings(const char* key);
    /// An object of texts, in its order.
    std::vector<std::pair<std::string, std::string>> textPairs(const char* key);
    /// Reports fields that were never asked for.
    void finish();
    void fail(const std::string& what, const std::string& remedy, const std::string& key = {});

    [[nodiscard]] const std::string& path() const { return m_path; }

private:
    const Json* find(const char* key);

    const Json& m_json;
    std::string m_path;
    SpecProblem& m_problem;
    std::set<std::string> m_asked;
};

} // namespace plumb::sample
