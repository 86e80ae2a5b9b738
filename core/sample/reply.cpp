// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/reply.h"

#include "sample/httptext.h"

namespace plumb::sample {

std::string headOf(const Reply& reply)
{
    std::string out
        = "HTTP/1.1 " + statusText(reply.status) + "\r\nServer: plumbline-sample\r\n" + reply.headers;
    // RFC 9110: no length with 204 (8.6), and no content with 304 (15.4.5).
    if (reply.status != 204 && reply.status != 304) {
        if (!reply.content_type.empty()) {
            out += "Content-Type: " + reply.content_type + "\r\n";
        }
        out += "Content-Length: " + std::to_string(reply.body.size()) + "\r\n";
    }
    return out;
}

void setError(Reply& reply, int status, std::string_view reason)
{
    reply.status = status;
    reply.fixed = nullptr;
    reply.content_type = "application/json";
    reply.body = R"({"error":")";
    appendJsonEscaped(statusText(status).substr(4), reply.body);
    reply.body += '"';
    if (!reason.empty()) {
        reply.body += R"(,"reason_code":")";
        appendJsonEscaped(reason, reply.body);
        reply.body += '"';
    }
    reply.body += '}';
}

} // namespace plumb::sample
