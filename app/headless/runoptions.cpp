// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/runoptions.h"

#include "app/headless/outputs.h"
#include "library/defaultlibrary.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <iostream>

namespace fs = std::filesystem;

namespace plumb::headless {

namespace {

Result<void> readSecrets(std::map<std::string, std::string>& secrets)
{
    const std::string text((std::istreambuf_iterator<char>(std::cin)), std::istreambuf_iterator<char>());
    const auto json = parseJson(text, "stdin");
    if (!json) {
        return json.error();
    }
    if (!json->is_object()) {
        return Error{ErrorKind::input, "expected one JSON object of names and texts", "stdin", {}};
    }
    for (const auto& [name, value] : json->items()) {
        if (!value.is_string()) {
            return Error{ErrorKind::input, "a secret is a text", "stdin, /" + name, {}};
        }
        secrets[name] = value.get<std::string>();
    }
    return {};
}

} // namespace

Result<void> completeRequest(RunOptions& options)
{
    auto& overrides = options.request.overrides;
    for (const auto& pair : options.set) {
        const auto equals = pair.find('=');
        if (equals == std::string::npos || equals == 0) {
            return Error{ErrorKind::usage, "expected NAME=VALUE", "--set " + pair, "see plumb run --help"};
        }
        overrides.set.emplace_back(pair.substr(0, equals), pair.substr(equals + 1));
    }
    auto load = loadFrom(options.load);
    if (!load) {
        return load.error();
    }
    overrides.load = std::move(*load);
    overrides.stop_when = scenario::presetStopRules(options.load.preset);
    overrides.seed = options.seed;
    if (options.engine != "builtin") {
        return Error{ErrorKind::usage, "the engine \"" + options.engine + "\" is not in this version",
            "--engine", "use --engine builtin"};
    }
    options.request.turn.wait = !options.noWait;
    options.request.turn.quiet = options.requireQuiet ? runner::QuietWish::require
        : options.noQuietCheck                        ? runner::QuietWish::off
                                                      : runner::QuietWish::warn;
    options.request.thresholds = options.thresholds;
    options.request.library
        = options.library.empty() ? library::defaultLibrary() : fs::absolute(options.library);
    return options.secretsFromStdin ? readSecrets(overrides.secrets) : Result<void>();
}

void addRunOptions(CLI::App& app, RunOptions& options)
{
    auto& overrides = options.request.overrides;
    app.add_option("--base-url", overrides.base_url, "Target instead of the scenario's")->check(notEmpty());
    app.add_option("--env", overrides.environment_name, "Environment of the scenario")->check(notEmpty());
    app.add_option("--target-version", overrides.target_version, "Version of the target, kept in the report");
    app.add_option("--set", options.set, "Variable: NAME=VALUE, beats environment and default")
        ->allow_extra_args(false);
    app.add_option("--transport", options.request.transport,
           "How requests are sent: qnam (also HTTP/2 and SOCKS) or direct (highest rate)")
        ->capture_default_str();
    app.add_option("--engine", options.engine, "Who makes the load")->capture_default_str();
    addLoadOptions(app, options.load);
    app.add_option(
        "--seed", options.seed, "Seed of the random stream; the same seed sends the same requests");
    app.add_option("--library", options.library, "Library folder (default: the nearest one, or the user's)")
        ->check(notEmpty());
    app.add_option("--thresholds", options.thresholds, "Thresholds instead of the scenario's")
        ->check(notEmpty());
    app.add_option("--tag", overrides.tags, "Tag of the report; may be repeated")->allow_extra_args(false);
    app.add_option("--note", overrides.note, "Note of the report");
    app.add_option("--confirm-host", options.request.confirmed_hosts,
           "Host that may be put under load; remembered in the library")
        ->allow_extra_args(false);
    app.add_flag("--allow-commands", options.request.allow_commands,
        "Let the scenario run its commands and write to its databases; remembered while they stay as they "
        "are");
    app.add_flag("--no-wait", options.noWait,
        "Exit 5 where another run is under way on this machine, instead of waiting for its end");
    auto* require = app.add_flag("--require-quiet", options.requireQuiet,
        "Exit 5 where other programs use this machine or it runs on its battery, instead of a note");
    app.add_flag("--no-quiet-check", options.noQuietCheck, "Start without the second that this look takes")
        ->excludes(require);
    app.add_flag(
        "--secrets-stdin", options.secretsFromStdin, "Read secrets from stdin: {\"name\": \"value\"}");
}

} // namespace plumb::headless
