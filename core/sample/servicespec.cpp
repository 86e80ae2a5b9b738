// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/servicespec.h"

#include "sample/bodytemplate.h"
#include "sample/expression.h"
#include "sample/specreader.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace plumb::sample {

namespace {

constexpr double endless = std::numeric_limits<double>::infinity();
constexpr double maxMs = 600'000.0; ///< ten minutes; longer waits would outlive every client

Latency readLatency(SpecReader& in, int depth = 0);

void readMixture(SpecReader& in, Latency& out, int depth)
{
    if (depth > 2) {
        in.fail("mixtures are nested too deeply", "use at most three levels");
        return;
    }
    in.objects("of", [&out, depth](SpecReader& part) {
        const double weight = part.number("weight", 1.0, 0.0, 1e9);
        out.parts.push_back(readLatency(part, depth + 1));
        out.parts.back().weight = weight;
    });
    double sum = 0.0;
    for (const auto& part : out.parts) {
        sum += part.weight;
    }
    if (sum <= 0.0) {
        in.fail("a mixture needs parts with a weight above 0", "add \"of\": [{\"weight\": 1, \"dist\": ...}]",
            "of");
    }
}

Latency readLatency(SpecReader& in, int depth)
{
    Latency out;
    const auto dist = in.string("dist", "fixed");
    out.min_ms = in.number("min_ms", 0.0, 0.0, maxMs);
    out.max_ms = in.number("max_ms", maxMs, out.min_ms, maxMs);
    if (dist == "fixed") {
        out.kind = Latency::Kind::fixed;
        out.a = in.number("ms", 0.0, 0.0, maxMs);
    } else if (dist == "uniform") {
        out.kind = Latency::Kind::uniform;
        out.a = in.number("from_ms", 0.0, 0.0, maxMs);
        out.b = in.number("to_ms", out.a, out.a, maxMs);
    } else if (dist == "normal") {
        out.kind = Latency::Kind::normal;
        out.a = in.number("mean_ms", 0.0, 0.0, maxMs);
        out.b = in.number("stddev_ms", 0.0, 0.0, maxMs);
    } else if (dist == "lognormal") {
        out.kind = Latency::Kind::lognormal;
        out.a = in.number("median_ms", 1.0, 1e-6, maxMs);
        out.b = in.number("sigma", 0.5, 0.0, 5.0);
    } else if (dist == "exponential") {
        out.kind = Latency::Kind::exponential;
        out.a = in.number("mean_ms", 1.0, 1e-6, maxMs);
    } else if (dist == "mixture") {
        out.kind = Latency::Kind::mixture;
        readMixture(in, out, depth);
    } else {
        in.fail("there is no distribution \"" + dist + "\"",
            "use fixed, uniform, normal, lognormal, exponential or mixture", "dist");
    }
    return out;
}

std::vector<StatusChoice> readStatus(SpecReader& in, const char* key)
{
    std::vector<StatusChoice> out;
    if (in.raw(key).is_number()) {
        out.push_back({static_cast<int>(in.number(key, 200, 200, 599)), 1.0, {}});
        return out;
    }
    double sum = 0.0;
    in.objects(key, [&out, &sum](SpecReader& item) {
        StatusChoice choice;
        choice.status = static_cast<int>(item.number("status", 200, 200, 599));
        choice.weight = item.number("weight", 1.0, 0.0, 1e9);
        choice.reason = item.string("reason");
        sum += choice.weight;
        out.push_back(std::move(choice));
    });
    if (!out.empty() && sum <= 0.0) {
        in.fail("no status has a weight above 0", "give one a weight", key);
    }
    return out;
}

void checkExpression(SpecReader& in, const std::string& text, const std::string& key)
{
    const auto compiled = Expression::compile(text);
    if (!compiled) {
        in.fail(compiled.error().what, compiled.error().remedy, key);
    }
}

Cost readCost(SpecReader& in)
{
    Cost cost;
    constexpr double maxUs = 1e6;
    cost.wait_us_per_kb = in.number("wait_us_per_kb", 0.0, 0.0, maxUs);
    cost.cpu_us_per_kb = in.number("cpu_us_per_kb", 0.0, 0.0, maxUs);
    cost.wait_us_per_item = in.number("wait_us_per_item", 0.0, 0.0, maxUs);
    cost.cpu_us_per_item = in.number("cpu_us_per_item", 0.0, 0.0, maxUs);
    cost.items = in.string("items");
    if (!cost.items.empty()) {
        checkExpression(in, cost.items, "items");
    }
    return cost;
}

CacheRule readCache(SpecReader& in)
{
    CacheRule cache;
    cache.key = in.strings("key");
    for (std::size_t i = 0; i < cache.key.size(); ++i) {
        checkExpression(in, cache.key[i], "key/" + std::to_string(i));
    }
    cache.cold_first = static_cast<int>(in.number("cold_first", 1, 1, 1'000'000));
    in.object("latency", [&cache](SpecReader& latency) { cache.latency = readLatency(latency); });
    cache.status = readStatus(in, "status");
    return cache;
}

BodySpec readBody(SpecReader& in)
{
    BodySpec body;
    body.content_type = in.string("content_type");
    const bool bytes = in.has("bytes");
    const bool text = in.has("text");
    const bool json = in.has("json");
    if (int(bytes) + int(text) + int(json) > 1) {
        in.fail("a body is one of bytes, text and json", "keep one of them");
    }
    if (bytes) {
        body.kind = BodyKind::bytes;
        constexpr double most = 64.0 * 1024 * 1024;
        const Json& range = in.raw("bytes");
        if (range.is_array() && range.size() == 2 && range[0].is_number_unsigned()
            && range[1].is_number_unsigned()) {
            body.min_bytes = range[0].get<std::size_t>();
            body.max_bytes = range[1].get<std::size_t>();
            if (body.min_bytes > body.max_bytes || static_cast<double>(body.max_bytes) > most) {
                in.fail("not a range of sizes", "write [from, to] with from <= to <= 67108864", "bytes");
                body.min_bytes = body.max_bytes = 0;
            }
        } else {
            body.min_bytes = body.max_bytes = static_cast<std::size_t>(in.number("bytes", 0.0, 0.0, most));
        }
    } else if (text) {
        body.kind = BodyKind::text;
        body.text = in.string("text");
    } else if (json) {
        body.kind = BodyKind::json;
        body.json = in.raw("json");
        const auto compiled = BodyTemplate::compile(body.json, in.path() + "/json");
        if (!compiled) {
            in.fail(compiled.error().what, compiled.error().remedy,
                compiled.error().where.substr(in.path().size() + 1));
        }
    }
    return body;
}

Action readAction(SpecReader& in)
{
    static const std::array<std::pair<const char*, Action>, 5> actions{
        {{"login", Action::login}, {"register", Action::registerUser}, {"logout", Action::logout},
            {"token", Action::token}, {"metrics", Action::metrics}}};
    const auto name = in.string("action");
    if (name.empty()) {
        return Action::none;
    }
    for (const auto& [text, action] : actions) {
        if (name == text) {
            return action;
        }
    }
    in.fail("there is no action \"" + name + "\"", "use login, register, logout, token or metrics", "action");
    return Action::none;
}

void readNeeds(SpecReader& in, RouteSpec& route)
{
    const auto needs = in.strings("requires");
    for (std::size_t i = 0; i < needs.size(); ++i) {
        if (needs[i] == "session") {
            route.needs_session = true;
        } else if (needs[i] == "csrf") {
            route.needs_session = route.needs_csrf = true;
        } else if (needs[i] == "basic") {
            route.needs_basic = true;
        } else if (needs[i] == "bearer") {
            route.needs_bearer = true;
        } else {
            in.fail("there is no requirement \"" + needs[i] + "\"", "use session, csrf, basic or bearer",
                "requires/" + std::to_string(i));
        }
    }
}

void checkHeaders(SpecReader& in, const RouteSpec& route)
{
    for (const auto& [name, value] : route.headers) {
        const bool clean = std::all_of(name.begin(), name.end(),
            [](unsigned char c) { return std::isalnum(c) != 0 || c == '-' || c == '_'; });
        if (name.empty() || !clean || value.find_first_of("\r\n") != std::string::npos) {
            in.fail("this is no header",
                "use letters, digits and '-' in the name and no line break in the value", "headers/" + name);
        }
    }
}

RouteSpec readRoute(SpecReader& in)
{
    RouteSpec route;
    route.method = in.string("method", "GET");
    std::transform(route.method.begin(), route.method.end(), route.method.begin(),
        [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    route.path = in.requiredString("path");
    if (!route.path.empty() && route.path.front() != '/' && route.path != "*") {
        in.fail("a path starts with '/'", "write \"/" + route.path + "\"", "path");
    }
    in.object("latency", [&route](SpecReader& latency) { route.latency = readLatency(latency); });
    route.status = readStatus(in, "status");
    in.object("body", [&route](SpecReader& body) { route.body = readBody(body); });
    route.headers = in.textPairs("headers");
    checkHeaders(in, route);
    in.object("cost", [&route](SpecReader& cost) { route.cost = readCost(cost); });
    in.object("cache", [&route](SpecReader& cache) { route.cache = readCache(cache); });
    readNeeds(in, route);
    route.action = readAction(in);
    in.object("redirect", [&route](SpecReader& redirect) {
        route.redirect_to = redirect.requiredString("to");
        route.redirect_status = static_cast<int>(redirect.number("status", 302, 300, 308));
        if (route.redirect_to.find_first_of("\r\n") != std::string::npos) {
            redirect.fail("a line break cannot stand here", "write a path or a URL", "to");
        }
    });
    return route;
}

void readAuth(SpecReader& in, AuthSpec& auth)
{
    auth.session_cookie = in.string("session_cookie", auth.session_cookie);
    auth.csrf_cookie = in.string("csrf_cookie", auth.csrf_cookie);
    auth.csrf_header = in.string("csrf_header", auth.csrf_header);
    auth.token_ttl_s = in.number("token_ttl_s", auth.token_ttl_s, 0.001, 1e9);
    auth.users = in.textPairs("users");
    auth.clients = in.textPairs("clients");
    auth.tokens = in.strings("tokens");
}

void readLimits(SpecReader& in, ServiceLimits& limits)
{
    constexpr double most = 1024.0 * 1024 * 1024;
    limits.body_bytes = static_cast<std::size_t>(
        in.number("body_bytes", static_cast<double>(limits.body_bytes), 0.0, most));
    limits.header_bytes = static_cast<std::size_t>(
        in.number("header_bytes", static_cast<double>(limits.header_bytes), 256, 1 << 20));
    limits.idle_s = in.number("idle_s", limits.idle_s, 0.1, 86400);
    limits.request_s = in.number("request_s", limits.request_s, 0.1, 86400);
    limits.connections
        = static_cast<std::size_t>(in.number("connections", static_cast<double>(limits.connections), 1, 1e6));
}

Disturbance readDisturbance(SpecReader& in)
{
    Disturbance out;
    out.from_s = in.number("from_s", 0.0, 0.0, 1e9);
    out.until_s = in.number("until_s", endless, out.from_s, endless);
    out.slow_factor = in.number("slow", 1.0, 0.0, 1e6);
    out.fail_rate = in.number("fail_rate", 0.0, 0.0, 1.0);
    out.path_prefix = in.string("path_prefix");
    return out;
}

} // namespace

Result<ServiceSpec> specFromJson(const Json& json, const std::string& fileName)
{
    if (const auto schema = checkSchema(json, "plumbline.service", 1, fileName); !schema) {
        return schema.error();
    }
    SpecProblem problem{fileName, {}};
    SpecReader in(json, {}, problem);
    ServiceSpec spec;
    in.string("schema");
    spec.name = in.string("name", "sample");
    spec.about = in.string("about");
    in.object("auth", [&spec](SpecReader& auth) { readAuth(auth, spec.auth); });
    in.object("limits", [&spec](SpecReader& limits) { readLimits(limits, spec.limits); });
    spec.limit_rps = in.number("limit_rps", 0.0, 0.0, 1e9);
    in.objects(
        "disturbances", [&spec](SpecReader& item) { spec.disturbances.push_back(readDisturbance(item)); });
    in.objects("routes", [&spec](SpecReader& route) { spec.routes.push_back(readRoute(route)); });
    if (spec.routes.empty()) {
        in.fail("there are no routes", "add \"routes\": [{\"path\": \"/health\"}]", "routes");
    }
    std::set<std::string> labels;
    for (std::size_t i = 0; i < spec.routes.size(); ++i) {
        if (!labels.insert(spec.routes[i].label()).second) {
            in.fail("\"" + spec.routes[i].label() + "\" is there twice", "remove one of them",
                "routes/" + std::to_string(i));
        }
    }
    in.finish();
    if (problem.first) {
        return *problem.first;
    }
    return spec;
}

Result<ServiceSpec> readSpec(const std::filesystem::path& file)
{
    const auto json = readJsonFile(file, 16ULL << 20);
    if (!json) {
        return json.error();
    }
    return specFromJson(*json, file.string());
}

} // namespace plumb::sample
