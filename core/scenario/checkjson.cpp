// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/jsonfields.h"
#include "scenario/partsjson.h"

#include <array>

namespace plumb::scenario {

namespace {

using From = Extract::From;
constexpr std::array<std::pair<std::string_view, From>, 4> sources{
    {{"json", From::json}, {"header", From::header}, {"cookie", From::cookie}, {"regex", From::regex}}};

using Kind = Check::Kind;
constexpr std::array<std::pair<std::string_view, Kind>, 7> checkFields{{{"status", Kind::status},
    {"json", Kind::json}, {"header", Kind::header}, {"body_contains", Kind::bodyContains},
    {"body_regex", Kind::bodyRegex}, {"max_ms", Kind::maxMs}, {"max_bytes", Kind::maxBytes}}};

/// 200 and [200] mean the same.
Json statusList(const Json& json)
{
    if (json.is_array()) {
        return json;
    }
    Json list = Json::array();
    list.push_back(json);
    return list;
}

void readStatuses(ObjectReader& reader, const Json& json, std::vector<int>& statuses)
{
    for (const auto& status : statusList(json)) {
        if (status.is_number_integer() && status >= 100 && status <= 599) {
            statuses.push_back(status.get<int>());
        } else {
            reader.problem("status", dumpJson(status) + " is no HTTP status",
                "write a number from 100 to 599, or a list of them");
        }
    }
    if (json.is_array() && json.empty()) {
        reader.problem("status", "the list of expected statuses is empty", "write [200]");
    }
}

void readSource(ObjectReader& reader, From& from, std::string& expression)
{
    int found = 0;
    for (const auto& [name, source] : sources) {
        if (reader.find(name) != nullptr) {
            ++found;
            from = source;
            reader.text(name, expression);
        }
    }
    if (reader.isObject() && found != 1) {
        reader.problem("", found == 0 ? "it does not say where to look" : "it looks in several places",
            "write one of json, header, cookie and regex");
    }
}

void writeSource(ObjectWriter& writer, From from, const std::string& expression)
{
    for (const auto& [name, source] : sources) {
        if (source == from) {
            writer.put(name, expression);
        } else {
            writer.leave(name);
        }
    }
}

void writeKind(ObjectWriter& writer, const Check& check, Kind kind, std::string_view field)
{
    if (check.kind != kind) {
        writer.leave(field);
        return;
    }
    switch (kind) {
    case Kind::status: {
        // A text that is no list stands in `extra`.
        if (check.statuses.empty() && check.extra.is_object() && check.extra.contains(field)
            && check.extra.at(std::string(field)).is_string()) {
            writer.leave(field);
            break;
        }
        Json list = Json::array();
        for (const int status : check.statuses) {
            list.push_back(status);
        }
        writer.put(field, std::move(list),
            [](const Json& spelled, const Json& written) { return statusList(spelled) == written; });
        break;
    }
    case Kind::maxMs:
    case Kind::maxBytes:
        writer.number(field, check.limit);
        break;
    default:
        writer.put(field, check.expression);
    }
}

} // namespace

Json toJson(const Extract& extract)
{
    ObjectWriter writer(extract.extra);
    writer.text("as", extract.as);
    writeSource(writer, extract.from, extract.expression);
    writer.flag("optional", extract.optional, false);
    return writer.take();
}

Extract readExtract(const Json& json, const std::string& path, std::vector<Problem>& problems)
{
    Extract extract;
    ObjectReader reader(json, path, problems);
    reader.text("as", extract.as);
    if (reader.isObject() && extract.as.empty()) {
        reader.problem("as", "the extracted value has no name", "add \"as\": \"NAME\"");
    }
    readSource(reader, extract.from, extract.expression);
    reader.flag("optional", extract.optional);
    extract.extra = reader.remainder(toJson(extract));
    return extract;
}

Json toJson(const Check& check)
{
    ObjectWriter writer(check.extra);
    writer.text("name", check.name);
    for (const auto& [field, kind] : checkFields) {
        writeKind(writer, check, kind, field);
    }
    if (check.equals) {
        writer.put("equals", *check.equals);
    } else {
        writer.leave("equals");
    }
    if (check.exists) {
        writer.put("exists", *check.exists);
    } else {
        writer.leave("exists");
    }
    return writer.take();
}

Check readCheck(const Json& json, const std::string& path, std::vector<Problem>& problems)
{
    Check check;
    ObjectReader reader(json, path, problems);
    reader.text("name", check.name);
    int found = 0;
    for (const auto& [field, kind] : checkFields) {
        const Json* value = reader.find(field);
        if (value == nullptr) {
            continue;
        }
        ++found;
        check.kind = kind;
        if (kind == Kind::status) {
            readStatuses(reader, *value, check.statuses);
        } else if (kind == Kind::maxMs || kind == Kind::maxBytes) {
            reader.number(field, check.limit, kind == Kind::maxMs ? Unit::milliseconds : Unit::none);
        } else {
            reader.text(field, check.expression);
        }
    }
    if (reader.isObject() && found != 1) {
        reader.problem("",
            found == 0 ? "the check does not say what to check" : "one check tests several things",
            "write one of status, json, header, body_contains, body_regex, max_ms and max_bytes");
    }
    // "equals": null is a comparison with null.
    if (const Json* equals = reader.findAny("equals")) {
        check.equals.emplace(*equals);
    }
    if (reader.find("exists") != nullptr) {
        bool exists = true;
        reader.flag("exists", exists);
        check.exists = exists;
    }
    check.extra = reader.remainder(toJson(check));
    if (const Json* status = reader.find("status"); status != nullptr && status->is_string()) {
        check.extra["status"] = *status;
    }
    return check;
}

Json toJson(const Reason& reason)
{
    ObjectWriter writer(reason.extra);
    writeSource(writer, reason.from, reason.expression);
    return writer.take();
}

Reason readReason(const Json& json, const std::string& path, std::vector<Problem>& problems)
{
    Reason reason;
    ObjectReader reader(json, path, problems);
    readSource(reader, reason.from, reason.expression);
    reason.extra = reader.remainder(toJson(reason));
    return reason;
}

} // namespace plumb::scenario
