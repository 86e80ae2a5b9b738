// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/servicestate.h"

namespace plumb::sample {

namespace {

std::string contentType(const BodySpec& body)
{
    if (!body.content_type.empty()) {
        return body.content_type;
    }
    switch (body.kind) {
    case BodyKind::empty:
        return {};
    case BodyKind::bytes:
        return "application/octet-stream";
    case BodyKind::text:
        return "text/plain; charset=utf-8";
    case BodyKind::json:
        break;
    }
    return "application/json";
}

CompiledRoute compileRoute(const RouteSpec& spec)
{
    CompiledRoute out;
    out.spec = spec;
    out.spec.body.content_type = contentType(spec.body);
    if (spec.body.kind == BodyKind::json) {
        out.body = *BodyTemplate::compile(spec.body.json, {});
    }
    for (const auto& [name, value] : spec.headers) {
        out.headers += name + ": " + value + "\r\n";
    }
    if (spec.cost && !spec.cost->items.empty()) {
        out.costItems = *Expression::compile(spec.cost->items);
    }
    if (spec.cache) {
        out.coldKeys = std::make_unique<ColdKeys>();
        for (const auto& key : spec.cache->key) {
            out.cacheKey.push_back(*Expression::compile(key));
        }
    }
    const int status = spec.status.empty() ? 200 : spec.status.front().status;
    const bool plainBody = spec.body.kind == BodyKind::empty || spec.body.kind == BodyKind::text
        || (spec.body.kind == BodyKind::json && out.body.constant());
    out.constant = plainBody && spec.status.size() < 2 && status < 400 && spec.action == Action::none
        && spec.redirect_to.empty();
    if (out.constant) {
        Reply reply;
        reply.status = status;
        reply.headers = out.headers;
        reply.content_type = out.spec.body.content_type;
        reply.body = spec.body.text;
        if (spec.body.kind == BodyKind::json) {
            RandomEngine unused;
            const RequestView nobody("GET", "/", {}, [](std::string_view) { return std::nullopt; });
            out.body.render({nobody, unused}, reply.body);
        }
        if (status == 204 || status == 304) {
            reply.body.clear();
        }
        out.fixed = {headOf(reply), reply.body};
    }
    return out;
}

} // namespace

ServiceState::ServiceState(ServiceSpec specification, std::shared_ptr<const Clock> time, bool overTls)
    : spec(std::move(specification))
    , clock(std::move(time))
    , tls(overTls)
    , started(clock->now())
    , router(spec.routes)
    , disturbances(spec.disturbances)
    , limit(spec.limit_rps)
    , accounts(spec.auth)
{
    for (const auto& route : spec.routes) {
        routes.push_back(compileRoute(route));
    }
}

} // namespace plumb::sample
