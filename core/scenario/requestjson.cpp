// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/jsonfields.h"
#include "scenario/partsjson.h"

#include <array>

namespace plumb::scenario {

namespace {

using Kind = Body::Kind;
constexpr std::array<std::pair<std::string_view, Kind>, 6> bodyFields{
    {{"json", Kind::json}, {"body", Kind::text}, {"body_file", Kind::file}, {"form", Kind::form},
        {"multipart", Kind::multipart}, {"graphql", Kind::graphql}}};

Json toJson(const MultipartPart& part)
{
    ObjectWriter writer(part.extra);
    writer.text("name", part.name);
    writer.text("value", part.value);
    writer.text("file", part.file);
    writer.text("filename", part.filename);
    writer.text("content_type", part.content_type);
    return writer.take();
}

MultipartPart readPart(const Json& json, const std::string& path, std::vector<Problem>& problems)
{
    MultipartPart part;
    ObjectReader reader(json, path, problems);
    reader.text("name", part.name);
    reader.text("value", part.value);
    reader.text("file", part.file);
    reader.text("filename", part.filename);
    reader.text("content_type", part.content_type);
    if (!part.value.empty() && !part.file.empty()) {
        reader.problem("", "a part has either a value or a file, not both", "remove one of them");
    }
    part.extra = reader.remainder(toJson(part));
    return part;
}

} // namespace

void readBody(ObjectReader& reader, Body& body)
{
    std::string seen;
    for (const auto& [field, kind] : bodyFields) {
        // "json": null is a body, the four letters; elsewhere null is as good as not written.
        const Json* json = kind == Kind::json ? reader.findAny(field) : reader.find(field);
        if (json == nullptr) {
            continue;
        }
        if (!seen.empty()) {
            reader.problem(field, "a second body: there is already \"" + seen + "\"", "keep one of them");
            continue;
        }
        seen = field;
        body.kind = kind;
        switch (kind) {
        case Kind::json:
            body.json = *json;
            break;
        case Kind::graphql:
            body.json = *json;
            if (const Json* object = reader.object(field)) {
                const auto query = object->find("query");
                if (query == object->end() || !query->is_string()) {
                    reader.problem(field, "a graphql body needs its query", "add \"query\": \"{ ... }\"");
                }
            }
            break;
        case Kind::text:
        case Kind::file:
            reader.text(field, body.text);
            break;
        case Kind::form:
            reader.pairs(field, body.form);
            break;
        case Kind::multipart:
            if (const Json* parts = reader.array(field)) {
                for (std::size_t i = 0; i < parts->size(); ++i) {
                    body.multipart.push_back(
                        readPart((*parts)[i], childPath(reader.at(field), i), reader.problems()));
                }
            }
            break;
        case Kind::none:
            break;
        }
    }
}

void writeBody(ObjectWriter& writer, const Body& body)
{
    for (const auto& [field, kind] : bodyFields) {
        if (kind != body.kind) {
            writer.leave(field);
            continue;
        }
        switch (kind) {
        case Kind::json:
        case Kind::graphql:
            writer.put(field, body.json);
            break;
        case Kind::text:
        case Kind::file:
            writer.put(field, body.text);
            break;
        case Kind::form:
            writer.put(field, pairsJson(body.form), [](const Json& spelled, const Json& written) {
                return readPairs(spelled) == readPairs(written);
            });
            break;
        case Kind::multipart: {
            Json parts = Json::array();
            for (const auto& part : body.multipart) {
                parts.push_back(toJson(part));
            }
            writer.put(field, std::move(parts));
            break;
        }
        case Kind::none:
            break;
        }
    }
}

Json toJson(const HttpRequest& request)
{
    ObjectWriter writer(request.extra);
    writer.text("method", request.method, "GET");
    writer.text("path", request.path);
    writer.pairs("query", request.query);
    writer.pairs("headers", request.headers);
    writeBody(writer, request.body);
    if (request.auth && request.auth->kind == Auth::Kind::none && request.auth->extra.empty()) {
        // {} says the same as null.
        writer.put("auth", nullptr, [](const Json& spelled, const Json&) { return spelled.empty(); });
    } else if (request.auth) {
        writer.put("auth", toJson(*request.auth));
    } else {
        writer.leave("auth");
    }
    writer.number("timeout_ms", request.timeout_ms);
    writer.number("follow_redirects", request.follow_redirects);
    writer.flag("traceparent", request.traceparent, false);
    return writer.take();
}

HttpRequest readRequest(const Json& json, const std::string& path, std::vector<Problem>& problems)
{
    HttpRequest request;
    ObjectReader reader(json, path, problems);
    reader.text("method", request.method);
    reader.text("path", request.path);
    reader.pairs("query", request.query);
    reader.pairs("headers", request.headers);
    readBody(reader, request.body);
    // "auth": null is not "as the target says" but "without": a login request has no token yet.
    if (const Json* auth = reader.findAny("auth")) {
        request.auth = auth->is_null() ? Auth{} : readAuth(*auth, reader.at("auth"), problems);
    }
    reader.number("timeout_ms", request.timeout_ms, Unit::milliseconds);
    reader.number("follow_redirects", request.follow_redirects);
    reader.flag("traceparent", request.traceparent);
    request.extra = reader.remainder(toJson(request));
    return request;
}

} // namespace plumb::scenario
