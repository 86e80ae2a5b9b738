// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/monitorspec.h"

#include "scenario/jsonfields.h"

#include <algorithm>
#include <array>

namespace plumb::scenario {

namespace {

using Kind = MonitorSpec::Kind;

constexpr std::array kinds{std::pair{"process", Kind::process}, std::pair{"host", Kind::host},
    std::pair{"connections", Kind::connections}, std::pair{"prometheus", Kind::prometheus}};

constexpr double leastInterval_ms = 50.0, mostInterval_ms = 60'000.0;

/// The fields besides kind and interval_ms.
std::vector<std::string> fieldsOf(Kind kind)
{
    switch (kind) {
    case Kind::process:
        return {"match", "name", "pid", "children"};
    case Kind::connections:
        return {"port", "match", "name", "pid"};
    case Kind::prometheus:
        return {"path", "url", "series"};
    case Kind::host:
        break;
    }
    return {};
}

class Reader
{
public:
    Reader(const Json& monitor, const std::string& path, std::vector<Problem>& problems)
        : m_monitor(monitor)
        , m_path(path)
        , m_problems(problems)
    {
    }

    std::optional<MonitorSpec> read()
    {
        if (!m_monitor.is_object() || !readKind()) {
            if (!m_monitor.is_object()) {
                add({}, "a monitor is an object", R"(write {"kind": "host"})");
            }
            return std::nullopt;
        }
        double interval_ms = 500.0;
        number("interval_ms", interval_ms, leastInterval_ms, mostInterval_ms);
        m_spec.interval_s = interval_ms / 1000.0;
        const auto known = fieldsOf(m_spec.kind);
        for (const auto& field : known) {
            readField(field);
        }
        for (const auto& [name, value] : m_monitor.items()) {
            if (name != "kind" && name != "interval_ms" && !value.is_null()
                && std::find(known.begin(), known.end(), name) == known.end()) {
                const auto near = nearest(name, known);
                m_problems.push_back({childPath(m_path, name),
                    "a monitor of the kind " + std::string(toString(m_spec.kind)) + " has no field \"" + name
                        + "\"",
                    near.empty() ? std::string("remove it") : "did you mean \"" + near + "\"?", true});
            }
        }
        checkTogether();
        return m_failed ? std::nullopt : std::optional(m_spec);
    }

private:
    void add(const std::string& field, std::string message, std::string remedy)
    {
        m_problems.push_back(
            {field.empty() ? m_path : childPath(m_path, field), std::move(message), std::move(remedy)});
        m_failed = true;
    }

    [[nodiscard]] const Json* find(const std::string& field) const
    {
        const auto found = m_monitor.find(field);
        return found == m_monitor.end() || found->is_null() ? nullptr : &*found;
    }

    bool readKind()
    {
        const auto* kind = find("kind");
        if (kind == nullptr || !kind->is_string()) {
            add({}, "the monitor has no kind",
                "write {\"kind\": \"host\"}, process, connections or prometheus");
            return false;
        }
        const auto& word = kind->get_ref<const std::string&>();
        const auto found = std::find_if(
            kinds.begin(), kinds.end(), [&word](const auto& row) { return row.first == word; });
        if (found == kinds.end()) {
            add("kind", "unknown kind of monitor \"" + word + "\"",
                "write process, host, connections or prometheus");
            return false;
        }
        m_spec.kind = found->second;
        return true;
    }

    void readField(const std::string& field)
    {
        if (field == "match") {
            text(field, m_spec.match);
        } else if (field == "name") {
            text(field, m_spec.name);
        } else if (field == "path") {
            text(field, m_spec.path);
        } else if (field == "url") {
            text(field, m_spec.url);
        } else if (field == "pid") {
            whole(field, m_spec.pid, 4'194'304);
        } else if (field == "port") {
            whole(field, m_spec.port, 65'535);
        } else if (field == "children") {
            if (const auto* flag = find(field); flag != nullptr && flag->is_boolean()) {
                m_spec.children = flag->get<bool>();
            } else if (flag != nullptr) {
                add(field, "expected true or false", "write \"children\": false to leave them out");
            }
        } else if (field == "series") {
            series();
        }
    }

    void text(const std::string& field, std::string& out)
    {
        if (const auto* json = find(field); json != nullptr && json->is_string()) {
            out = json->get<std::string>();
        } else if (json != nullptr) {
            add(field, "expected a text, found " + std::string(kindOf(*json)), "write it in quotes");
        }
    }

    /// A number, or the text of one as a variable gives it; a variable that has no value yet is let pass.
    void number(const std::string& field, double& out, double least, double most)
    {
        const auto* json = find(field);
        if (json == nullptr) {
            return;
        }
        Json value = *json;
        if (value.is_string()) {
            if (isTemplate(value.get_ref<const std::string&>())) {
                return;
            }
            value = Json::parse(value.get_ref<const std::string&>(), nullptr, false);
        }
        if (!value.is_number() || value.get<double>() < least || value.get<double>() > most) {
            add(field,
                "expected a number from " + std::to_string(static_cast<long>(least)) + " to "
                    + std::to_string(static_cast<long>(most)),
                field == "interval_ms" ? "write \"interval_ms\": 500" : "write a number or \"{{variable}}\"");
            return;
        }
        out = value.get<double>();
    }

    void whole(const std::string& field, int& out, int most)
    {
        double value = 0.0;
        number(field, value, 1, most);
        out = static_cast<int>(value);
    }

    void series()
    {
        const auto* json = find("series");
        if (json != nullptr && json->is_string()) {
            m_spec.series = {json->get<std::string>()};
        } else if (json != nullptr && json->is_array()) {
            for (std::size_t i = 0; i < json->size(); ++i) {
                if ((*json)[i].is_string()) {
                    m_spec.series.push_back((*json)[i].get<std::string>());
                } else {
                    add("series", "expected texts, found " + std::string(kindOf((*json)[i])),
                        "write \"series\": [\"http_requests_total\"]");
                }
            }
        } else if (json != nullptr) {
            add("series", "expected a list of texts, found " + std::string(kindOf(*json)),
                "write \"series\": [\"http_requests_total\"]");
        }
        std::erase(m_spec.series, std::string());
        if (m_spec.series.empty() && !m_failed) {
            add("series", "no series are chosen", "write \"series\": [\"http_requests_total\"]");
        }
    }

    void checkTogether()
    {
        const int ways
            = (m_spec.pid > 0 ? 1 : 0) + (m_spec.match.empty() ? 0 : 1) + (m_spec.name.empty() ? 0 : 1);
        if (ways > 1) {
            add({}, "the monitor names its process in several ways", "keep one of pid, name and match");
        }
        if (m_spec.port > 0 && ways > 0) {
            add("port", "connections are watched by port or by process", "keep one of them");
        }
    }

    const Json& m_monitor;
    const std::string& m_path;
    std::vector<Problem>& m_problems;
    MonitorSpec m_spec;
    bool m_failed = false;
};

} // namespace

std::string_view toString(MonitorSpec::Kind kind)
{
    return std::find_if(kinds.begin(), kinds.end(), [kind](const auto& row) {
        return row.second == kind;
    })->first;
}

std::optional<MonitorSpec> monitorFromJson(
    const Json& monitor, const std::string& path, std::vector<Problem>& problems)
{
    return Reader(monitor, path, problems).read();
}

} // namespace plumb::scenario
