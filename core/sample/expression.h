// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/requestview.h"

#include "base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace plumb::sample {

/// What an expression may draw on.
struct RenderContext
{
    const RequestView& request;
    RandomEngine& random;
    std::uint64_t sequence = 0; ///< number of this request in the service
    std::size_t index = 0; ///< element of the innermost repeat
};

/// A value: a text, or JSON that stands without quotes.
struct ExpressionValue
{
    std::string text;
    bool raw = false;
};

/// One expression of a spec:
///   path.NAME  query.NAME  form.NAME  header.NAME   texts of the request
///   body  body:/POINTER  count:/POINTER             the posted JSON, a part of it, the size of an array in
///   it uuid()  seq()  now()  now_ms()  random_int(A,B)  random(A,B) user  cache  index e-mail of the
///   session, "cold" or "warm", element of a repeat
/// and a fallback for what is not there: "query.limit|10".
class Expression
{
public:
    static Result<Expression> compile(std::string_view text);
    /// Nothing where the request has no such part and there is no fallback.
    [[nodiscard]] std::optional<ExpressionValue> evaluate(const RenderContext& context) const;
    /// As a number >= 0; the size where it is an array; 0 where it is neither.
    [[nodiscard]] double number(const RenderContext& context) const;

private:
    enum class Kind {
        path,
        query,
        form,
        header,
        body,
        count,
        uuid,
        seq,
        now,
        nowMs,
        randomInt,
        randomReal,
        user,
        cache,
        index
    };
    [[nodiscard]] std::optional<ExpressionValue> lookUp(const RenderContext& context) const;
    [[nodiscard]] std::optional<simdjson::dom::element> bodyPart(const RenderContext& context) const;

    Kind m_kind = Kind::index;
    std::string m_name; ///< or JSON pointer
    double m_low = 0.0, m_high = 0.0;
    std::optional<std::string> m_fallback;
};

/// A random version-4 UUID (RFC 9562).
std::string randomUuid(RandomEngine& random);

} // namespace plumb::sample
