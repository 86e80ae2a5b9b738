// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/jsonlookup.h"

#include "base/json.h"

#include <simdjson.h>

#include <nlohmann/json.hpp>

namespace plumb::scenario {

namespace {

using State = JsonFound::State;

JsonFound invalid()
{
    JsonFound result;
    result.state = State::invalid;
    return result;
}

/// The whole document, which may be a scalar: on-demand has no value for those.
JsonFound wholeDocument(std::string_view body)
{
    const auto json = nlohmann::json::parse(body, nullptr, false);
    if (json.is_discarded()) {
        return invalid();
    }
    JsonFound result{State::found, json.is_string(), json.is_null(), {}};
    result.text = json.is_string() ? json.get<std::string>() : std::string(body);
    return result;
}

std::string_view trimmed(std::string_view text)
{
    const auto last = text.find_last_not_of(" \t\r\n");
    return last == std::string_view::npos ? std::string_view() : text.substr(0, last + 1);
}

JsonFound read(simdjson::ondemand::value value)
{
    simdjson::ondemand::json_type type{};
    if (value.type().get(type) != simdjson::SUCCESS) {
        return invalid();
    }
    JsonFound result;
    std::string_view text;
    auto error = simdjson::SUCCESS;
    switch (type) {
    case simdjson::ondemand::json_type::string:
        result.isString = true;
        error = value.get_string().get(text);
        break;
    case simdjson::ondemand::json_type::object: {
        simdjson::ondemand::object object;
        error = value.get_object().get(object);
        if (error == simdjson::SUCCESS) {
            error = object.raw_json().get(text);
        }
        break;
    }
    case simdjson::ondemand::json_type::array: {
        simdjson::ondemand::array array;
        error = value.get_array().get(array);
        if (error == simdjson::SUCCESS) {
            error = array.raw_json().get(text);
        }
        break;
    }
    default:
        text = trimmed(value.raw_json_token());
        result.isNull = type == simdjson::ondemand::json_type::null;
    }
    if (error != simdjson::SUCCESS) {
        return invalid();
    }
    result.state = State::found;
    result.text = text;
    return result;
}

} // namespace

std::string pointerFault(std::string_view pointer)
{
    if (!pointer.empty() && pointer.front() != '/') {
        return "a JSON pointer starts with \"/\"";
    }
    for (std::size_t i = 0; i < pointer.size(); ++i) {
        if (pointer[i] == '~'
            && (i + 1 >= pointer.size() || (pointer[i + 1] != '0' && pointer[i + 1] != '1'))) {
            return "in a JSON pointer \"~\" is written ~0 and \"/\" inside a name ~1";
        }
    }
    return {};
}

JsonFound lookUp(std::string_view body, const std::string& pointer)
{
    if (pointer.empty()) {
        return wholeDocument(body);
    }
    // The parser reads past the end, so the body is copied once into a buffer with room.
    thread_local simdjson::ondemand::parser parser;
    thread_local std::string buffer;
    buffer.assign(body);
    buffer.append(simdjson::SIMDJSON_PADDING, '\0');
    simdjson::ondemand::document document;
    const simdjson::padded_string_view view(buffer.data(), body.size(), buffer.size());
    if (parser.iterate(view).get(document) != simdjson::SUCCESS) {
        return invalid();
    }
    simdjson::ondemand::value value;
    switch (document.at_pointer(pointer).get(value)) {
    case simdjson::SUCCESS:
        return read(value);
    case simdjson::NO_SUCH_FIELD:
    case simdjson::INDEX_OUT_OF_BOUNDS:
    case simdjson::INCORRECT_TYPE:
    case simdjson::INVALID_JSON_POINTER:
        return {};
    case simdjson::SCALAR_DOCUMENT_AS_VALUE:
        // A scalar has no members; but it may also be no JSON at all.
        return wholeDocument(body).state == State::found ? JsonFound{} : invalid();
    default:
        return invalid();
    }
}

} // namespace plumb::scenario
