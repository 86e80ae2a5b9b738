// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace plumb::scenario {

/// What stands at a JSON pointer in an answer.
struct JsonFound
{
    enum class State { found, missing, invalid };
    State state = State::missing;
    bool isString = false; ///< `text` is the string itself, else JSON text
    bool isNull = false;
    std::string text;
};

/// Evaluates an RFC 6901 pointer without building a document (simdjson on demand). Thread-safe.
JsonFound lookUp(std::string_view body, const std::string& pointer);

/// Empty, or what is wrong with the pointer.
std::string pointerFault(std::string_view pointer);

} // namespace plumb::scenario
