// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/jsonfields.h"
#include "scenario/partsjson.h"

namespace plumb::scenario {

namespace {

const Names<Connection> connectionNames{{"keep-alive", Connection::keepAlive},
    {"per-iteration", Connection::perIteration}, {"per-request", Connection::perRequest}};

Json toJson(const Tls& tls)
{
    ObjectWriter writer(tls.extra);
    writer.number("verify", tls.verify);
    writer.text("ca_file", tls.ca_file);
    writer.text("client_cert", tls.client_cert);
    writer.text("client_key", tls.client_key);
    writer.text("server_name", tls.server_name);
    return writer.take();
}

Tls readTls(const Json& json, const std::string& path, std::vector<Problem>& problems)
{
    Tls tls;
    ObjectReader reader(json, path, problems);
    reader.number("verify", tls.verify);
    reader.text("ca_file", tls.ca_file);
    reader.text("client_cert", tls.client_cert);
    reader.text("client_key", tls.client_key);
    reader.text("server_name", tls.server_name);
    tls.extra = reader.remainder(toJson(tls));
    return tls;
}

Json toJson(const TargetStart& start)
{
    ObjectWriter writer(start.extra);
    writer.texts("argv", start.argv);
    writer.text("ready", start.ready);
    writer.number("timeout_s", start.timeout_s);
    writer.text("cwd", start.cwd);
    writer.pairs("env", start.env);
    return writer.take();
}

TargetStart readStart(const Json& json, const std::string& path, std::vector<Problem>& problems)
{
    TargetStart start;
    ObjectReader reader(json, path, problems);
    reader.texts("argv", start.argv);
    reader.text("ready", start.ready);
    reader.number("timeout_s", start.timeout_s, Unit::seconds);
    reader.text("cwd", start.cwd);
    reader.pairs("env", start.env);
    start.extra = reader.remainder(toJson(start));
    return start;
}

Json authDetails(const Auth& auth)
{
    ObjectWriter writer(auth.details_extra);
    if (auth.kind == Auth::Kind::basic) {
        writer.text("user", auth.user);
        writer.text("password", auth.password);
    } else {
        writer.text("token_url", auth.token_url);
        writer.text("client_id", auth.client_id);
        writer.text("client_secret", auth.client_secret);
        writer.text("scope", auth.scope);
    }
    return writer.take();
}

} // namespace

Json toJson(const Auth& auth)
{
    ObjectWriter writer(auth.extra);
    const auto put = [&](std::string_view key, Auth::Kind kind, Json value) {
        if (auth.kind == kind) {
            writer.put(key, std::move(value));
        } else {
            writer.leave(key);
        }
    };
    put("basic", Auth::Kind::basic, auth.kind == Auth::Kind::basic ? authDetails(auth) : Json());
    put("bearer", Auth::Kind::bearer, auth.token);
    put("oauth2_client_credentials", Auth::Kind::oauth2,
        auth.kind == Auth::Kind::oauth2 ? authDetails(auth) : Json());
    return writer.take();
}

Auth readAuth(const Json& json, const std::string& path, std::vector<Problem>& problems)
{
    Auth auth;
    ObjectReader reader(json, path, problems);
    int kinds = 0;
    if (const Json* basic = reader.object("basic")) {
        ++kinds;
        auth.kind = Auth::Kind::basic;
        ObjectReader details(*basic, reader.at("basic"), problems);
        details.text("user", auth.user);
        details.text("password", auth.password);
        auth.details_extra = details.remainder(authDetails(auth));
    }
    if (reader.find("bearer") != nullptr) {
        ++kinds;
        auth.kind = Auth::Kind::bearer;
        reader.text("bearer", auth.token);
    }
    if (const Json* oauth = reader.object("oauth2_client_credentials")) {
        ++kinds;
        auth.kind = Auth::Kind::oauth2;
        ObjectReader details(*oauth, reader.at("oauth2_client_credentials"), problems);
        details.text("token_url", auth.token_url);
        details.text("client_id", auth.client_id);
        details.text("client_secret", auth.client_secret);
        details.text("scope", auth.scope);
        auth.details_extra = details.remainder(authDetails(auth));
    }
    if (kinds > 1) {
        reader.problem(
            "", "several kinds of auth at once", "keep one of basic, bearer and oauth2_client_credentials");
    }
    auth.extra = reader.remainder(toJson(auth));
    return auth;
}

Json toJson(const Target& target)
{
    ObjectWriter writer(target.extra);
    writer.text("base_url", target.base_url);
    writer.number("timeout_ms", target.timeout_ms);
    writer.text("http", target.http, "1.1");
    writer.text("proxy", target.proxy);
    writer.object("tls", toJson(target.tls));
    writer.object("auth", toJson(target.auth));
    writer.choice("connection", target.connection, Connection::keepAlive, connectionNames);
    if (target.start) {
        writer.put("start", toJson(*target.start));
    } else {
        writer.leave("start");
    }
    return writer.take();
}

Target readTarget(const Json& json, const std::string& path, std::vector<Problem>& problems)
{
    Target target;
    ObjectReader reader(json, path, problems);
    reader.text("base_url", target.base_url);
    reader.number("timeout_ms", target.timeout_ms, Unit::milliseconds);
    reader.text("http", target.http);
    reader.text("proxy", target.proxy);
    if (const Json* tls = reader.find("tls")) {
        target.tls = readTls(*tls, reader.at("tls"), problems);
    }
    if (const Json* auth = reader.find("auth")) {
        target.auth = readAuth(*auth, reader.at("auth"), problems);
    }
    reader.choice("connection", target.connection, connectionNames);
    if (const Json* start = reader.find("start")) {
        target.start = readStart(*start, reader.at("start"), problems);
    }
    target.extra = reader.remainder(toJson(target));
    return target;
}

} // namespace plumb::scenario
