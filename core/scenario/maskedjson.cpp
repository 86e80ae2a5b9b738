// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/jsonfields.h"
#include "scenario/partsjson.h"
#include "scenario/visit.h"

namespace plumb::scenario {

namespace {

constexpr std::string_view hidden = "***";

/// "{{password}}" tells nothing and stays; any literal part hides the whole text.
bool isReference(std::string_view text)
{
    const auto first = text.find_first_not_of(' ');
    return first != std::string_view::npos && text.substr(first).starts_with("{{")
        && text.find("}}") == text.find_last_not_of(' ') - 1;
}

void hide(std::string& text)
{
    if (!text.empty() && !isReference(text)) {
        text = hidden;
    }
}

/// user:password@ before the host.
void hideUserInfo(std::string& url)
{
    const auto scheme = url.find("://");
    if (scheme == std::string::npos) {
        return;
    }
    const auto start = scheme + 3;
    const auto end = url.find_first_of("/?#", start);
    const auto at = url.substr(0, end).rfind('@');
    if (at != std::string::npos && at >= start) {
        url.replace(start, at - start, hidden);
    }
}

void hideAuth(Auth& auth)
{
    hide(auth.password);
    hide(auth.token);
    hide(auth.client_secret);
    hideUserInfo(auth.token_url);
}

bool isSecretHeader(const std::string& name)
{
    const QByteArray lower = QByteArray::fromStdString(name).toLower();
    return lower == "authorization" || lower == "proxy-authorization" || lower == "cookie"
        || lower == "set-cookie";
}

void hideStep(Step& step)
{
    hideUserInfo(step.request.path);
    if (step.request.auth) {
        hideAuth(*step.request.auth);
    }
    for (auto& [name, value] : step.request.headers) {
        if (isSecretHeader(name)) {
            hide(value);
        }
    }
    if (step.sql) {
        hide(step.sql->password);
    }
}

} // namespace

Json maskedJson(const Scenario& scenario, const Masker& masker)
{
    Scenario copy = scenario;
    hideUserInfo(copy.target.base_url);
    hideUserInfo(copy.target.proxy);
    hideAuth(copy.target.auth);
    for (auto& [name, variable] : copy.variables) {
        if (variable.secret && !variable.default_value.is_null()) {
            variable.default_value = std::string(hidden);
        }
    }
    for (auto& [name, environment] : copy.environments) {
        hideUserInfo(environment.base_url);
        for (auto& [key, value] : environment.variables) {
            for (const auto& [declared, variable] : copy.variables) {
                if (declared == key && variable.secret) {
                    value = std::string(hidden);
                }
            }
        }
        std::vector<Problem> ignored;
        if (!environment.target.empty()) {
            Target target = readTarget(environment.target, {}, ignored);
            hideUserInfo(target.base_url);
            hideUserInfo(target.proxy);
            hideAuth(target.auth);
            environment.target = toJson(target);
        }
    }
    forEachStep(copy, [](const std::string&, Step& step) { hideStep(step); });
    forEachMonitorText(copy.monitors, [](const std::string&, std::string& text) { hideUserInfo(text); });
    return masker.maskJson(toJson(copy));
}

} // namespace plumb::scenario
