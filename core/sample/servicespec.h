// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// `plumbline.service/1`, what the sample service answers and how fast, as plain values.
namespace plumb::sample {

/// A distribution of waiting times, ms. Draws are cut to [min_ms, max_ms].
struct Latency
{
    enum class Kind { none, fixed, uniform, normal, lognormal, exponential, mixture };
    Kind kind = Kind::none;
    double a = 0.0; ///< fixed: the time; uniform: from; normal, exponential: mean; lognormal: median
    double b = 0.0; ///< uniform: to; normal: standard deviation (ms); lognormal: sigma of ln(ms)
    double min_ms = 0.0;
    double max_ms = std::numeric_limits<double>::infinity();
    double weight = 1.0; ///< as a part of a mixture
    std::vector<Latency> parts; ///< mixture
};

/// One of the answers of a status mixture.
struct StatusChoice
{
    int status = 200;
    double weight = 1.0;
    std::string reason; ///< reason_code of the error body; empty: none
};

/// Work that grows with what was posted, on top of the latency.
struct Cost
{
    double wait_us_per_kb = 0.0, cpu_us_per_kb = 0.0; ///< per KiB of the request body
    double wait_us_per_item = 0.0, cpu_us_per_item = 0.0; ///< per element of `items`
    std::string items; ///< an expression that gives a number or an array, "body:/points"
};

/// The first requests of a key are cold: slower, and with failures of their own. Later ones are warm.
struct CacheRule
{
    std::vector<std::string> key; ///< expressions, "body:/origin", "path.id"; empty: one key for the route
    int cold_first = 1; ///< requests of a key that are cold
    Latency latency; ///< of cold ones
    std::vector<StatusChoice> status; ///< of cold ones; empty: the route's
};

enum class BodyKind { empty, bytes, text, json };

struct BodySpec
{
    BodyKind kind = BodyKind::empty;
    std::size_t min_bytes = 0, max_bytes = 0; ///< bytes
    std::string text;
    Json json; ///< a template, see bodytemplate.h
    std::string content_type; ///< empty: by kind
};

enum class Action { none, login, registerUser, logout, token, metrics };

struct RouteSpec
{
    std::string method = "GET"; ///< upper case, or "*"
    std::string path; ///< "/api/runs/{id}/logs"; a last segment of `*` takes the rest
    Latency latency;
    std::vector<StatusChoice> status; ///< empty: always 200
    BodySpec body;
    std::vector<std::pair<std::string, std::string>> headers;
    std::optional<Cost> cost;
    std::optional<CacheRule> cache;
    bool needs_session = false, needs_csrf = false, needs_basic = false, needs_bearer = false;
    Action action = Action::none;
    std::string redirect_to; ///< empty: none
    int redirect_status = 302;
    [[nodiscard]] std::string label() const { return method + " " + path; }
};

/// A time in the life of the service when it is slower or fails.
struct Disturbance
{
    double from_s = 0.0; ///< seconds since the start
    double until_s = std::numeric_limits<double>::infinity();
    double slow_factor = 1.0; ///< of waiting times
    double fail_rate = 0.0; ///< fraction answered with 503 and reason_code "injected_failure"
    std::string path_prefix; ///< empty: every route
};

struct AuthSpec
{
    std::string session_cookie = "session";
    std::string csrf_cookie = "csrf";
    std::string csrf_header = "X-CSRF";
    double token_ttl_s = 3600.0;
    std::vector<std::pair<std::string, std::string>> users; ///< email and password known from the start
    std::vector<std::pair<std::string, std::string>> clients; ///< OAuth2 client id and secret
    std::vector<std::string> tokens; ///< bearer tokens that never expire
};

struct ServiceLimits
{
    std::size_t body_bytes = 64U << 20; ///< larger bodies get 413
    std::size_t header_bytes = 16U << 10; ///< larger headers get 431
    double idle_s = 60.0; ///< a kept connection without a request is closed
    double request_s = 30.0; ///< a request must arrive within this time, or 408
    std::size_t connections = 8192; ///< further ones are closed at once
};

struct ServiceSpec
{
    std::string name, about;
    AuthSpec auth;
    ServiceLimits limits;
    double limit_rps = 0.0; ///< of the whole service; more get 429 with Retry-After; 0: none
    std::vector<Disturbance> disturbances;
    std::vector<RouteSpec> routes; ///< the most specific wins: literal before parameter before `*`
};

/// Checks and reads a spec. The error names @p fileName and the JSON path: "svc.json,
/// /routes/3/latency/dist".
Result<ServiceSpec> specFromJson(const Json& json, const std::string& fileName);
Result<ServiceSpec> readSpec(const std::filesystem::path& file);

} // namespace plumb::sample
