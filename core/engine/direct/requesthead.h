// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/direct/directsettings.h"
#include "engine/transport.h"

namespace plumb::engine::direct {

/// A request's head as it goes over the wire. Made once and kept while a user repeats itself.
struct RequestHead
{
    std::string method, url;
    Headers headers;
    std::optional<std::size_t> body_size; ///< of the body it announces
    bool close = false;

    Origin origin;
    std::string text; ///< with the empty line at its end
    std::string error; ///< why it cannot be sent; empty: it can

    [[nodiscard]] bool matches(const Request& request, bool closing) const;
};

/// Says the same as the qnam transport would: Host, User-Agent, Accept-Encoding, Accept-Language and
/// Connection are added where the request does not say them itself. Strict about URLs; a header with a line
/// break in it is refused.
RequestHead makeRequestHead(const Request& request, bool close, const DirectSettings& settings);

/// Scheme, host and port of an http or https URL; nullopt where it is none, or holds what no URL may hold.
std::optional<Origin> originOf(std::string_view url);

} // namespace plumb::engine::direct
