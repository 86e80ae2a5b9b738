// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/jsonfields.h"
#include "scenario/stepbase.h"

#include <algorithm>

namespace plumb::scenario {

namespace {

constexpr double defaultTimeoutMs = 30000.0;

/// A plain JSON value, or the number, boolean or null that a raw text stands for.
SqlValue sqlValue(const Json& json)
{
    if (json.is_boolean()) {
        return json.get<bool>();
    }
    if (json.is_number_integer()) {
        return json.get<std::int64_t>();
    }
    if (json.is_number()) {
        return json.get<double>();
    }
    if (json.is_null()) {
        return std::monostate();
    }
    return json.is_string() ? json.get<std::string>() : dumpJson(json);
}

Json jsonOf(const SqlValue& value)
{
    return std::visit(
        [](const auto& plain) -> Json {
            if constexpr (std::is_same_v<std::decay_t<decltype(plain)>, std::monostate>) {
                return nullptr;
            } else {
                return plain;
            }
        },
        value);
}

class SqlStep final : public StepBase
{
public:
    Result<void> compile(const Step& step, const StepContext& context);

    [[nodiscard]] Result<RenderedRequest> render(const RenderContext& context) const override;
    [[nodiscard]] const RenderedRequest* constantRequest() const override
    {
        return m_constant ? &*m_constant : nullptr;
    }

private:
    struct Param
    {
        std::string name; ///< empty: by position
        SqlValue value;
        std::optional<TextTemplate> text; ///< where it holds a template
    };
    Result<void> addParam(std::string name, const Json& json);
    [[nodiscard]] Result<SqlValue> valueOf(const Param& param, const RenderContext& context) const;

    SqlCall m_call; ///< without password and parameters
    double m_timeoutMs = defaultTimeoutMs;
    Chunks m_password;
    std::vector<Param> m_params;
    std::optional<RenderedRequest> m_constant;
};

Result<void> SqlStep::compile(const Step& step, const StepContext& context)
{
    if (!step.sql) {
        return Error{ErrorKind::input, "the step does not say what to ask", "step " + step.name, {}};
    }
    if (auto done = compileAnswer(step, "accepted"); !done) {
        return done;
    }
    const auto& sql = *step.sql;
    const bool file = sql.driver == "QSQLITE" && sql.database != ":memory:";
    m_call.driver = sql.driver;
    m_call.database = file ? (context.folder / sql.database).lexically_normal().string() : sql.database;
    m_call.host = sql.host;
    m_call.user = sql.user;
    m_call.port = sql.port.get(0);
    m_call.query = sql.query;
    m_call.write = sql.write.get(false);
    m_timeoutMs = sql.timeout_ms.get(context.target->timeout_ms.get(defaultTimeoutMs));
    m_password = Chunks(&context.known);
    if (auto added = m_password.addTemplate(sql.password, Escape::none, Escape::none); !added) {
        return withinStep(added.error(), step.name, "password");
    }
    for (const auto& [key, value] : sql.params.items()) {
        if (auto added = addParam(sql.params.is_object() ? key : std::string(), value); !added) {
            return withinStep(added.error(), step.name, "params");
        }
    }
    const bool changes
        = std::any_of(m_params.begin(), m_params.end(), [](const auto& one) { return one.text; });
    if (!changes && m_password.constant()) {
        auto rendered = render({});
        if (!rendered) {
            return rendered.error();
        }
        m_constant = std::move(*rendered);
    }
    return {};
}

Result<void> SqlStep::addParam(std::string name, const Json& json)
{
    Param param{std::move(name), {}, {}};
    if (json.is_string() && isTemplate(json.get_ref<const std::string&>())) {
        auto text = TextTemplate::compile(json.get_ref<const std::string&>());
        if (!text) {
            return text.error();
        }
        param.text = std::move(*text);
    } else {
        param.value = sqlValue(json);
    }
    m_params.push_back(std::move(param));
    return {};
}

Result<SqlValue> SqlStep::valueOf(const Param& param, const RenderContext& context) const
{
    if (!param.text) {
        return param.value;
    }
    const auto value = param.text->value(context);
    if (!value) {
        return withinStep(value.error(), m_step.name, "params");
    }
    const Json json = value->raw ? Json::parse(value->text, nullptr, false) : Json(value->text);
    return json.is_discarded() ? SqlValue(value->text) : sqlValue(json);
}

Result<RenderedRequest> SqlStep::render(const RenderContext& context) const
{
    if (m_constant) {
        return *m_constant;
    }
    auto call = std::make_shared<SqlCall>(m_call);
    if (const auto rendered = m_password.render(context, call->password); !rendered) {
        return withinStep(rendered.error(), m_step.name, "password");
    }
    Json shown = m_step.sql->params.is_object() ? Json::object() : Json::array();
    for (const auto& param : m_params) {
        auto value = valueOf(param, context);
        if (!value) {
            return value.error();
        }
        if (param.name.empty()) {
            shown.push_back(jsonOf(*value));
        } else {
            shown[param.name] = jsonOf(*value);
        }
        call->params.emplace_back(param.name, std::move(*value));
    }
    RenderedRequest request;
    request.method = "SQL";
    request.url = m_call.query;
    request.timeout_ms = m_timeoutMs;
    if (!m_params.empty()) {
        request.body = std::make_shared<const std::string>(dumpJson(shown));
    }
    request.sql = std::move(call);
    return request;
}

} // namespace

Result<std::shared_ptr<const CompiledStep>> compileSqlStep(const Step& step, const StepContext& context)
{
    return compiledAs<SqlStep>(step, context);
}

} // namespace plumb::scenario
