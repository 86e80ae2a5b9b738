// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <string>
#include <string_view>

namespace plumb::sample {

/// An answer that never changes, serialised once.
struct FixedReply
{
    std::string head; ///< status line and headers, without Date, Connection and the empty line
    std::string body;
};

/// What a route answers, and when.
struct Reply
{
    int status = 200;
    const FixedReply* fixed = nullptr; ///< instead of headers and body; lives as long as the service
    std::string headers; ///< whole lines, "Name: value\r\n"
    std::string content_type;
    std::string body;
    Nanos wait{0}; ///< before the answer, without holding a thread
    Nanos cpu{0}; ///< of computing before the answer
    std::size_t route = 0; ///< number of routes: none fitted
};

/// Status line and headers of @p reply, without Date, Connection and the empty line.
std::string headOf(const Reply& reply);

/// A JSON error body with its reason code: {"error": "Not Found", "reason_code": "..."}.
void setError(Reply& reply, int status, std::string_view reason);

} // namespace plumb::sample
