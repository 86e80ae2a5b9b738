// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/variables.h"

#include "base/timestamp.h"
#include "scenario/jsonfields.h"

#include <algorithm>

namespace plumb::scenario {

namespace {

/// Keeps values drawn for the whole run apart from the streams of users, whose indexes count from 0.
constexpr std::uint64_t runStream = 0x5E7ULL << 32U;

class Resolver
{
public:
    explicit Resolver(const VariableSources& sources)
        : m_sources(sources)
        , m_random(seedOf(sources), runStream)
        , m_scope(std::make_shared<VariableScope>())
    {
        m_context.variables = m_scope.get();
        m_context.random = &m_random;
        m_context.sequence = &m_sequence;
        m_context.wall_ms = wallClockMs();
        for (const auto& [name, variable] : scenario().variables) {
            m_names.push_back(name);
        }
        if (sources.environment != nullptr) {
            for (const auto& [name, value] : sources.environment->variables) {
                if (std::find(m_names.begin(), m_names.end(), name) == m_names.end()) {
                    m_names.push_back(name);
                }
            }
        }
    }

    std::vector<VariableState> states()
    {
        std::vector<VariableState> states;
        for (const auto& name : m_names) {
            static const Variable undeclared;
            const Variable* found = declared(name);
            const Variable& variable = found == nullptr ? undeclared : *found;
            VariableState state;
            state.name = name;
            state.from_env = variable.from_env;
            state.required = variable.required;
            state.secret = variable.secret || isHidden(variable);
            // What another one needed was looked for on its way; both keep the fault.
            static_cast<void>(resolve(name));
            const Value* value = m_scope->find(name);
            if (value != nullptr) {
                state.value = value->text;
                state.raw = value->raw;
                state.secret = state.secret || value->secret;
                state.origin = m_origins[name];
            } else if (m_origins[name] != VariableState::Origin::none) {
                state.problem = m_faults[name];
            }
            states.push_back(std::move(state));
        }
        return states;
    }

    Result<VariableValues> all()
    {
        for (const auto& [name, value] : m_sources.overrides.set) {
            if (std::find(m_names.begin(), m_names.end(), name) == m_names.end()) {
                const auto near = nearest(name, m_names);
                return Error{ErrorKind::usage, "the scenario has no variable \"" + name + "\"",
                    "--set " + name,
                    near.empty() ? "declare it in \"variables\"" : "did you mean \"" + near + "\"?"};
            }
        }
        for (const auto& name : m_names) {
            if (auto done = resolve(name); !done) {
                return done.error();
            }
        }
        return VariableValues{m_scope, std::move(m_secrets)};
    }

private:
    [[nodiscard]] const Scenario& scenario() const { return m_sources.loaded.scenario; }

    static std::uint64_t seedOf(const VariableSources& sources)
    {
        const auto fallback = sources.loaded.scenario.load.seed.get(1);
        return static_cast<std::uint64_t>(sources.overrides.seed.value_or(fallback));
    }

    [[nodiscard]] Error fault(const std::string& name, std::string what, std::string remedy) const
    {
        return Error{ErrorKind::input, std::move(what),
            m_sources.loaded.file.string() + ", " + childPath("/variables", name), std::move(remedy)};
    }

    [[nodiscard]] const Variable* declared(const std::string& name) const
    {
        for (const auto& [key, variable] : scenario().variables) {
            if (key == name) {
                return &variable;
            }
        }
        return nullptr;
    }

    Result<void> resolve(const std::string& name)
    {
        if (std::find(m_done.begin(), m_done.end(), name) != m_done.end()) {
            return {};
        }
        if (std::find(m_underWay.begin(), m_underWay.end(), name) != m_underWay.end()) {
            return fault(name, "the variable \"" + name + "\" depends on itself", "break the circle");
        }
        m_underWay.push_back(name);
        auto done = find(name);
        m_underWay.pop_back();
        m_done.push_back(name);
        if (!done) {
            m_faults.emplace(name, done.error().what);
        }
        return done;
    }

    Result<void> find(const std::string& name)
    {
        using Origin = VariableState::Origin;
        auto& origin = m_origins.emplace(name, Origin::none).first->second;
        static const Variable undeclared;
        const Variable* found = declared(name);
        const Variable& variable = found == nullptr ? undeclared : *found;
        const auto& overrides = m_sources.overrides;
        if (const auto typed = overrides.secrets.find(name); typed != overrides.secrets.end()) {
            origin = Origin::typed;
            return setText(name, variable, typed->second, true);
        }
        const auto set = std::find_if(overrides.set.rbegin(), overrides.set.rend(),
            [&](const auto& pair) { return pair.first == name; });
        if (set != overrides.set.rend()) {
            origin = Origin::set;
            return setText(name, variable, set->second, variable.secret || isHidden(variable));
        }
        if (m_sources.environment != nullptr) {
            for (const auto& [key, value] : m_sources.environment->variables) {
                if (key == name) {
                    origin = value.is_null() ? Origin::none : Origin::environment;
                    return setJson(name, variable, value);
                }
            }
        }
        if (!variable.from_env.empty()) {
            if (const auto value = m_sources.lookup ? m_sources.lookup(variable.from_env) : std::nullopt) {
                origin = Origin::processEnvironment;
                return setText(name, variable, *value, true);
            }
        }
        if (!variable.default_value.is_null()) {
            origin = Origin::fallback;
            return setJson(name, variable, variable.default_value);
        }
        return missing(name, variable);
    }

    [[nodiscard]] static bool isHidden(const Variable& variable)
    {
        return !variable.from_env.empty() || !variable.from_keychain.empty();
    }

    [[nodiscard]] Result<void> missing(const std::string& name, const Variable& variable) const
    {
        if (!variable.required) {
            return {};
        }
        const std::string what = "the variable \"" + name + "\" has no value";
        if (!variable.from_keychain.empty()) {
            return fault(name,
                what + ": the entry \"" + variable.from_keychain + "\" of the keychain was not given",
                "use \"from_env\" to take it from an environment variable");
        }
        if (!variable.from_env.empty()) {
            return fault(name, what + ": " + variable.from_env + " is not set",
                "set " + variable.from_env + ", give --set " + name
                    + "=..., or write \"required\": false to skip the steps that need it");
        }
        return fault(name, what, "add a \"default\", or give --set " + name + "=...");
    }

    /// A text from outside, read as the type of the default.
    Result<void> setText(
        const std::string& name, const Variable& variable, const std::string& text, bool secret)
    {
        const Json& model = variable.default_value;
        if (model.is_null() || (model.is_string())) {
            store(name, {text, false, secret});
            return {};
        }
        const Json json = Json::parse(text, nullptr, false);
        const bool fits = !json.is_discarded()
            && (model.is_number()        ? json.is_number()
                    : model.is_boolean() ? json.is_boolean()
                                         : json.type() == model.type());
        if (!fits) {
            return fault(name,
                "\"" + (secret ? "***" : text) + "\" does not fit, the default is "
                    + std::string(kindOf(model)),
                "give " + std::string(kindOf(model)));
        }
        store(name, {text, true, secret});
        return {};
    }

    Result<void> setJson(const std::string& name, const Variable& variable, const Json& json)
    {
        if (json.is_null()) {
            return missing(name, variable);
        }
        if (!json.is_string()) {
            store(name, {dumpJson(json), true, variable.secret});
            return {};
        }
        const auto& text = json.get_ref<const std::string&>();
        if (!isTemplate(text)) {
            store(name, {text, false, variable.secret});
            return {};
        }
        const auto compiled = TextTemplate::compile(text);
        if (!compiled) {
            return fault(name, compiled.error().what, compiled.error().remedy);
        }
        for (const auto& other : compiled->variables()) {
            if (std::find(m_names.begin(), m_names.end(), other) != m_names.end()) {
                if (auto done = resolve(other); !done) {
                    return done;
                }
            }
        }
        auto value = compiled->value(m_context);
        if (!value) {
            return fault(name, value.error().what, value.error().remedy);
        }
        value->secret = value->secret || variable.secret;
        store(name, std::move(*value));
        return {};
    }

    void store(const std::string& name, Value value)
    {
        if (value.secret) {
            m_secrets.push_back(value.text);
        }
        m_scope->set(name, std::move(value));
    }

    const VariableSources& m_sources;
    RandomStream m_random;
    std::uint64_t m_sequence = 0;
    std::shared_ptr<VariableScope> m_scope;
    RenderContext m_context;
    std::vector<std::string> m_names, m_done, m_underWay, m_secrets;
    std::map<std::string, VariableState::Origin> m_origins; ///< where a value was found, usable or not
    std::map<std::string, std::string> m_faults;
};

} // namespace

Result<VariableValues> resolveVariables(const VariableSources& sources)
{
    return Resolver(sources).all();
}

std::vector<VariableState> variableStates(const VariableSources& sources)
{
    return Resolver(sources).states();
}

} // namespace plumb::scenario
