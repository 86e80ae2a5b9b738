// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/expression.h"

#include "base/json.h"

#include <memory>
#include <string>
#include <vector>

namespace plumb::sample {

/// A JSON body compiled once into literal text and expressions.
/// A string that is exactly "{{expression}}" takes the value's own type; inside other text it is put in as
/// text; a missing value gives null or nothing. {"$repeat": N, "$item": value} becomes an array of N items,
/// where N is a number or "{{expression}}"; with "$square": true of N x N. Repeats stop at 250,000 items.
class BodyTemplate
{
public:
    /// @p where is the JSON path that errors start with.
    static Result<BodyTemplate> compile(const Json& json, const std::string& where);
    [[nodiscard]] bool constant() const;
    void render(const RenderContext& context, std::string& out) const;

private:
    struct Repeat;
    struct Segment
    {
        std::string literal; ///< stands before the rest
        std::optional<Expression> expression;
        bool inText = false; ///< the expression stands inside quotes
        std::shared_ptr<const Repeat> repeat;
    };
    struct Compiler;

    std::vector<Segment> m_segments;
};

} // namespace plumb::sample
