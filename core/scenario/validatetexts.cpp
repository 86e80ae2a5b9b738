// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/validatetexts.h"

#include "scenario/httpstep.h"
#include "scenario/visit.h"

#include <algorithm>
#include <set>

namespace plumb::scenario {

namespace {

class TextChecker
{
public:
    TextChecker(const Scenario& scenario, const DataColumns& columns, std::vector<Problem>& problems)
        : m_scenario(scenario)
        , m_problems(problems)
    {
        for (const auto& [name, variable] : scenario.variables) {
            m_before.insert(name);
        }
        for (const auto& [name, environment] : scenario.environments) {
            for (const auto& [variable, value] : environment.variables) {
                m_before.insert(variable);
            }
        }
        m_all = m_before;
        m_all.emplace(oauthVariable);
        forEachStep(scenario, [this](const std::string&, const Step& step) {
            for (const auto& extract : step.extract) {
                m_all.insert(extract.as);
            }
        });
        for (const auto& feed : scenario.data) {
            const auto found = columns.find(feed.name);
            if (found == columns.end()) {
                m_openPrefixes.push_back(feed.name + ".");
                continue;
            }
            for (const auto& column : found->second) {
                m_all.insert(feed.name + "." + column);
            }
        }
    }

    void run()
    {
        for (const auto& [name, variable] : m_scenario.variables) {
            if (variable.default_value.is_string()) {
                const auto path = childPath("/variables", name) + (variable.shorthand ? "" : "/default");
                check(path, variable.default_value.get_ref<const std::string&>(), m_before);
            }
        }
        forEachBound(m_scenario, [this](const std::string& path, const auto& bound, const LoadField&) {
            check(path, bound.expression, m_before);
        });
        forEachRunText(m_scenario,
            [this](const std::string& path, const std::string& text) { check(path, text, m_before); });
        auth("/target/auth", m_scenario.target.auth);
        forEachStep(
            m_scenario, [this](const std::string& path, const Step& step) { this->step(path, step); });
    }

private:
    void auth(const std::string& path, const Auth& auth)
    {
        if (auth.kind == Auth::Kind::basic) {
            check(path + "/basic/user", auth.user, m_all);
            check(path + "/basic/password", auth.password, m_all);
        } else if (auth.kind == Auth::Kind::bearer) {
            check(path + "/bearer", auth.token, m_all);
        }
    }

    void pairs(const std::string& path, const Pairs& pairs)
    {
        for (const auto& [name, value] : pairs) {
            check(childPath(path, name), value, m_all);
        }
    }

    void json(const std::string& path, const Json& json)
    {
        if (json.is_string()) {
            check(path, json.get_ref<const std::string&>(), m_all);
        } else if (json.is_array()) {
            for (std::size_t i = 0; i < json.size(); ++i) {
                this->json(childPath(path, i), json[i]);
            }
        } else if (json.is_object()) {
            for (const auto& [key, value] : json.items()) {
                check(childPath(path, key), key, m_all);
                this->json(childPath(path, key), value);
            }
        }
    }

    void step(const std::string& path, const Step& step)
    {
        const auto& request = step.request;
        const auto at = path + "/request";
        check(at + "/path", request.path, m_all);
        pairs(at + "/query", request.query);
        pairs(at + "/headers", request.headers);
        pairs(at + "/form", request.body.form);
        if (request.auth) {
            auth(at + "/auth", *request.auth);
        }
        if (request.body.kind == Body::Kind::json || request.body.kind == Body::Kind::graphql) {
            json(at + (request.body.kind == Body::Kind::json ? "/json" : "/graphql"), request.body.json);
        } else if (request.body.kind == Body::Kind::text) {
            check(at + "/body", request.body.text, m_all);
        }
        for (std::size_t i = 0; i < request.body.multipart.size(); ++i) {
            check(childPath(at + "/multipart", i) + "/value", request.body.multipart[i].value, m_all);
        }
        if (step.sql) {
            check(path + "/sql/password", step.sql->password, m_all);
            json(path + "/sql/params", step.sql->params);
        }
        if (step.command) {
            for (std::size_t i = 0; i < step.command->argv.size(); ++i) {
                check(childPath(path + "/command/argv", i), step.command->argv[i], m_all);
            }
            pairs(path + "/command/env", step.command->env);
        }
        for (std::size_t i = 0; i < step.requires_variables.size(); ++i) {
            if (const auto& name = step.requires_variables[i]; !known(name, m_all)) {
                unknown(childPath(path + "/requires", i), name, m_all);
            }
        }
    }

    [[nodiscard]] bool known(const std::string& name, const std::set<std::string>& names) const
    {
        return names.contains(name)
            || (&names == &m_all
                && std::any_of(m_openPrefixes.begin(), m_openPrefixes.end(),
                    [&](const std::string& prefix) { return name.starts_with(prefix); }));
    }

    void unknown(const std::string& path, const std::string& name, const std::set<std::string>& names)
    {
        const auto near = nearest(name, {names.begin(), names.end()});
        std::string message = "nobody sets the variable \"" + name + "\"";
        std::string remedy = near.empty()
            ? "declare it in \"variables\", extract it in a step, or add it to a data feed"
            : "did you mean \"" + near + "\"?";
        if (&names == &m_before && known(name, m_all)) {
            message = "the variable \"" + name + "\" has no value yet when this is needed, before the run";
            remedy = "use a variable that is declared in \"variables\"";
        }
        m_problems.push_back({path, std::move(message), std::move(remedy)});
    }

    void check(const std::string& path, const std::string& text, const std::set<std::string>& names)
    {
        if (!isTemplate(text)) {
            return;
        }
        const auto compiled = TextTemplate::compile(text);
        if (!compiled) {
            m_problems.push_back({path, compiled.error().what, compiled.error().remedy});
            return;
        }
        for (const auto& name : compiled->variables()) {
            if (!known(name, names)) {
                unknown(path, name, names);
            }
        }
    }

    const Scenario& m_scenario;
    std::vector<Problem>& m_problems;
    std::set<std::string> m_before; ///< have a value before the run
    std::set<std::string> m_all; ///< and those that get one while it runs
    std::vector<std::string> m_openPrefixes; ///< "user." of data files that could not be read
};

} // namespace

void checkTexts(const Scenario& scenario, const DataColumns& columns, std::vector<Problem>& problems)
{
    TextChecker(scenario, columns, problems).run();
}

} // namespace plumb::scenario
