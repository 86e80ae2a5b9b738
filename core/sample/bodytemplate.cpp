// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/bodytemplate.h"

#include "sample/httptext.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace plumb::sample {

namespace {
constexpr std::size_t maxItems = 250'000; ///< a grid of 500 x 500
constexpr std::size_t maxBytes = 64U << 20; ///< of a rendered body
constexpr int maxDepth = 64;
} // namespace

struct BodyTemplate::Repeat
{
    std::size_t count = 0;
    std::optional<Expression> expression; ///< instead of count
    bool square = false;
    BodyTemplate item;
};

struct BodyTemplate::Compiler
{
    BodyTemplate out;
    std::optional<Error> error;

    std::string& literal()
    {
        if (out.m_segments.empty() || out.m_segments.back().expression || out.m_segments.back().repeat) {
            out.m_segments.emplace_back();
        }
        return out.m_segments.back().literal;
    }

    void fail(const Error& problem, const std::string& where)
    {
        if (!error) {
            error = Error{problem.kind, problem.what, where, problem.remedy};
        }
    }

    void expression(std::string_view text, bool inText, const std::string& where)
    {
        auto compiled = Expression::compile(text);
        if (!compiled) {
            fail(compiled.error(), where);
            return;
        }
        literal();
        out.m_segments.back().expression = std::move(*compiled);
        out.m_segments.back().inText = inText;
    }

    void text(std::string_view text, const std::string& where)
    {
        const bool whole = text.starts_with("{{") && text.find("}}") == text.size() - 2;
        if (whole) {
            expression(text.substr(2, text.size() - 4), false, where);
            return;
        }
        literal() += '"';
        while (!text.empty()) {
            const auto open = text.find("{{");
            const auto close = open == std::string_view::npos ? open : text.find("}}", open);
            if (close == std::string_view::npos) {
                break;
            }
            appendJsonEscaped(text.substr(0, open), literal());
            expression(text.substr(open + 2, close - open - 2), true, where);
            text.remove_prefix(close + 2);
        }
        appendJsonEscaped(text, literal());
        literal() += '"';
    }

    void repeat(const Json& json, const std::string& where)
    {
        auto made = std::make_shared<Repeat>();
        const Json& times = json["$repeat"];
        if (times.is_number_unsigned()) {
            made->count = times.get<std::size_t>();
        } else if (times.is_string() && times.get_ref<const std::string&>().starts_with("{{")
            && times.get_ref<const std::string&>().ends_with("}}")) {
            const auto& text = times.get_ref<const std::string&>();
            auto compiled = Expression::compile(std::string_view(text).substr(2, text.size() - 4));
            if (!compiled) {
                fail(compiled.error(), where + "/$repeat");
                return;
            }
            made->expression = std::move(*compiled);
        } else {
            fail({ErrorKind::input, "expected a count", {}, "write a whole number or \"{{body:/count}}\""},
                where + "/$repeat");
            return;
        }
        made->square = json.value("$square", Json(false)) == Json(true);
        auto item = BodyTemplate::compile(json.contains("$item") ? json["$item"] : Json(), where + "/$item");
        if (!item) {
            fail(item.error(), item.error().where);
            return;
        }
        made->item = std::move(*item);
        literal();
        out.m_segments.back().repeat = std::move(made);
    }

    void value(const Json& json, const std::string& where, int depth)
    {
        if (depth > maxDepth) {
            fail({ErrorKind::input, "nested too deeply", {}, "use at most 64 levels"}, where);
        } else if (json.is_string()) {
            text(json.get_ref<const std::string&>(), where);
        } else if (json.is_object() && json.contains("$repeat")) {
            repeat(json, where);
        } else if (json.is_object()) {
            literal() += '{';
            bool first = true;
            for (const auto& [key, item] : json.items()) {
                literal() += first ? "\"" : ",\"";
                appendJsonEscaped(key, literal());
                literal() += "\":";
                value(item, where + "/" + key, depth + 1);
                first = false;
            }
            literal() += '}';
        } else if (json.is_array()) {
            literal() += '[';
            for (std::size_t i = 0; i < json.size(); ++i) {
                if (i > 0) {
                    literal() += ',';
                }
                value(json[i], where + "/" + std::to_string(i), depth + 1);
            }
            literal() += ']';
        } else {
            literal() += dumpJson(json);
        }
    }
};

Result<BodyTemplate> BodyTemplate::compile(const Json& json, const std::string& where)
{
    Compiler compiler;
    compiler.value(json, where, 0);
    if (compiler.error) {
        return *compiler.error;
    }
    return std::move(compiler.out);
}

bool BodyTemplate::constant() const
{
    return std::none_of(m_segments.begin(), m_segments.end(),
        [](const Segment& segment) { return segment.expression || segment.repeat; });
}

void BodyTemplate::render(const RenderContext& context, std::string& out) const
{
    for (const auto& segment : m_segments) {
        out += segment.literal;
        if (segment.expression) {
            const auto value = segment.expression->evaluate(context);
            if (segment.inText) {
                appendJsonEscaped(value ? value->text : std::string(), out);
            } else if (!value) {
                out += "null";
            } else if (value->raw) {
                out += value->text;
            } else {
                out += '"';
                appendJsonEscaped(value->text, out);
                out += '"';
            }
        }
        if (segment.repeat) {
            const auto& repeat = *segment.repeat;
            double count
                = repeat.expression ? repeat.expression->number(context) : static_cast<double>(repeat.count);
            count = repeat.square ? count * count : count;
            const auto items = static_cast<std::size_t>(std::min(count, static_cast<double>(maxItems)));
            RenderContext inner{context.request, context.random, context.sequence, 0};
            out += '[';
            for (; inner.index < items && out.size() < maxBytes; ++inner.index) {
                if (inner.index > 0) {
                    out += ',';
                }
                repeat.item.render(inner, out);
            }
            out += ']';
        }
    }
}

} // namespace plumb::sample
