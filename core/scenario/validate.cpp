// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "scenario/answer.h"
#include "scenario/datafeed.h"
#include "scenario/httpstep.h"
#include "scenario/jsonlookup.h"
#include "scenario/loadcheck.h"
#include "scenario/partsjson.h"
#include "scenario/stepcheck.h"
#include "scenario/validatetexts.h"
#include "scenario/visit.h"
#include "scenario/watchcheck.h"

#include <algorithm>
#include <set>

namespace plumb::scenario {

namespace {

namespace fs = std::filesystem;

class Validator
{
public:
    Validator(const Scenario& scenario, const fs::path& folder, std::vector<Problem>& problems)
        : m_scenario(scenario)
        , m_folder(folder)
        , m_problems(problems)
    {
    }

    void run()
    {
        names();
        target();
        data();
        forEachStep(m_scenario, [this](const std::string& path, const Step& value) { step(path, value); });
        patterns();
        ranges();
        checkMonitors(m_scenario.monitors, m_problems);
        checkStopRules(m_scenario, m_problems);
        checkTexts(m_scenario, m_columns, m_problems);
        if (!m_scenario.thresholds.empty() && !isTemplate(m_scenario.thresholds)) {
            thresholds();
        }
    }

private:
    void error(const std::string& path, std::string message, std::string remedy)
    {
        m_problems.push_back({path, std::move(message), std::move(remedy)});
    }

    void warn(const std::string& path, std::string message, std::string remedy)
    {
        m_problems.push_back({path, std::move(message), std::move(remedy), true});
    }

    void names()
    {
        if (m_scenario.operation.empty()) {
            error("/operation", "the scenario has no operation",
                "add the name under which its runs are compared");
        } else if (const auto safe = safeName(m_scenario.operation); safe != m_scenario.operation) {
            warn("/operation", "\"" + m_scenario.operation + "\" cannot be the name of a file",
                "reports are stored as " + safe + "/" + safe + "_DATE.json; choose letters, digits, _ and -");
        }
    }

    void target()
    {
        const auto& target = m_scenario.target;
        const bool wanted = needsTarget(m_scenario) || !target.base_url.empty();
        if (wanted && !isTemplate(target.base_url)) {
            if (const auto wrong = baseUrlFault(target.base_url); !wrong.empty()) {
                error("/target/base_url", wrong, "write http://HOST:PORT, https://HOST or builtin:");
            }
        }
        for (const auto& [name, environment] : m_scenario.environments) {
            const auto& url = environment.base_url;
            if (!url.empty() && !isTemplate(url) && !baseUrlFault(url).empty()) {
                error(childPath("/environments", name) + "/base_url", baseUrlFault(url),
                    "write http://HOST:PORT or https://HOST");
            }
        }
        if (target.http != "1.1" && target.http != "2") {
            error("/target/http", "there is no HTTP version \"" + target.http + "\" here",
                "write \"1.1\" or \"2\"");
        }
        if (!target.proxy.empty() && !isTemplate(target.proxy) && !proxyFault(target.proxy).empty()) {
            error("/target/proxy", proxyFault(target.proxy), "write http://HOST:PORT or socks5://HOST:PORT");
        }
        file("/target/tls/ca_file", target.tls.ca_file);
        file("/target/tls/client_cert", target.tls.client_cert);
        file("/target/tls/client_key", target.tls.client_key);
        if (target.tls.client_cert.empty() != target.tls.client_key.empty()) {
            error("/target/tls", "a client certificate and its key come together",
                target.tls.client_cert.empty() ? "add client_cert" : "add client_key");
        }
        auth("/target/auth", target.auth);
        if (target.start) {
            checkTargetStart(target, m_folder, m_problems);
        }
    }

    void auth(const std::string& path, const Auth& auth)
    {
        if (auth.kind == Auth::Kind::oauth2) {
            const auto at = path + "/oauth2_client_credentials";
            if (auth.token_url.empty()) {
                error(at + "/token_url", "there is no address to get a token from", "add token_url");
            }
            if (auth.client_id.empty()) {
                error(at + "/client_id", "there is no client_id", "add it");
            }
        }
        if (auth.kind == Auth::Kind::basic && auth.user.empty()) {
            error(path + "/basic/user", "there is no user", "add it");
        }
    }

    void file(const std::string& path, const std::string& name)
    {
        if (name.empty() || isTemplate(name)) {
            return;
        }
        std::error_code code;
        if (!fs::is_regular_file(m_folder / name, code)) {
            error(path, "there is no file \"" + name + "\"", "it is looked up in the folder of the scenario");
        }
    }

    void data()
    {
        std::set<std::string> seen;
        for (std::size_t i = 0; i < m_scenario.data.size(); ++i) {
            const auto& feed = m_scenario.data[i];
            const auto path = childPath("/data", i);
            if (feed.name.empty()) {
                error(path + "/name", "the data feed has no name", "add \"name\": \"user\"");
            } else if (!seen.insert(feed.name).second) {
                error(path + "/name", "a second data feed is named \"" + feed.name + "\"",
                    "rename one of them");
            }
            if (feed.file.empty()) {
                error(path + "/file", "the data feed has no file", "add \"file\": \"data.csv\"");
                continue;
            }
            if (isTemplate(feed.file)) {
                continue;
            }
            const auto table = readDataFile(m_folder / feed.file);
            if (!table) {
                const auto& fault = table.error();
                error(path + "/file", fault.where + ": " + fault.what, fault.remedy);
                continue;
            }
            m_columns[feed.name] = table->columns;
            for (std::size_t k = 0; k < feed.secret_columns.size(); ++k) {
                const auto& column = feed.secret_columns[k];
                if (std::find(table->columns.begin(), table->columns.end(), column) == table->columns.end()) {
                    const auto near = nearest(column, table->columns);
                    error(childPath(path + "/secret_columns", k), "there is no column \"" + column + "\"",
                        near.empty() ? "check the first line of " + feed.file
                                     : "did you mean \"" + near + "\"?");
                }
            }
        }
    }

    void step(const std::string& path, const Step& step)
    {
        if (step.name.empty()) {
            error(path + "/name", "the step has no name", "add the name it has in reports");
        }
        if (step.kind == "sql") {
            checkSqlStep(m_scenario, step, path, m_folder, m_problems);
        } else if (step.kind == "command") {
            checkCommandStep(step, path, m_folder, m_problems);
        } else if (step.kind == "http") {
            request(path + "/request", step.request);
        } else {
            const auto near = nearest(step.kind, {"http", "sql", "command"});
            error(path + "/kind", "unknown kind of step \"" + step.kind + "\"",
                near.empty() ? "write http, sql or command" : "did you mean \"" + near + "\"?");
            return;
        }
        for (std::size_t i = 0; i < step.checks.size(); ++i) {
            if (const auto check = CompiledCheck::compile(step.checks[i]); !check) {
                error(childPath(path + "/checks", i), check.error().what, check.error().remedy);
            }
        }
        for (std::size_t i = 0; i < step.extract.size(); ++i) {
            if (const auto probe = Probe::compile(step.extract[i].from, step.extract[i].expression); !probe) {
                error(childPath(path + "/extract", i), probe.error().what, probe.error().remedy);
            }
        }
        if (step.reason) {
            if (const auto probe = Probe::compile(step.reason->from, step.reason->expression); !probe) {
                error(path + "/reason", probe.error().what, probe.error().remedy);
            }
        }
    }

    void request(const std::string& path, const HttpRequest& request)
    {
        static constexpr std::string_view tokens = "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyz"
                                                   "ABCDEFGHIJKLMNOPQRSTUVWXYZ"; // RFC 9110, token
        const auto isToken = [](const std::string& text) {
            return !text.empty() && text.find_first_not_of(tokens) == std::string::npos;
        };
        if (!isToken(request.method)) {
            error(path + "/method", "\"" + request.method + "\" is no HTTP method",
                "write GET, POST or another one");
        }
        if (!request.path.empty() && !request.path.starts_with("/") && !isTemplate(request.path.substr(0, 2))
            && !request.path.starts_with("http://") && !request.path.starts_with("https://")) {
            warn(path + "/path", "the path does not begin with \"/\"", "write /" + request.path);
        }
        for (const auto& [name, value] : request.headers) {
            const auto at = childPath(path + "/headers", name);
            if (!isToken(name)) {
                error(at, "\"" + name + "\" cannot be the name of a header", "use letters, digits and -");
            }
            if (value.find_first_of("\r\n") != std::string::npos) {
                error(at, "the value of a header cannot have line breaks", "write it on one line");
            }
        }
        if (request.auth) {
            auth(path + "/auth", *request.auth);
        }
        if (request.body.kind == Body::Kind::file) {
            file(path + "/body_file", request.body.text);
        }
        for (std::size_t i = 0; i < request.body.multipart.size(); ++i) {
            const auto& part = request.body.multipart[i];
            const auto at = childPath(path + "/multipart", i);
            if (part.name.empty()) {
                error(at + "/name", "the part has no name", "add it");
            }
            file(at + "/file", part.file);
        }
    }

    void patterns()
    {
        if (m_scenario.patterns.empty()) {
            error("/patterns", "there are no user patterns", "add one with at least one step");
        }
        bool anyEnabled = m_scenario.patterns.empty();
        bool anyWeight = m_scenario.patterns.empty();
        bool needsLoad = m_scenario.patterns.empty();
        std::set<std::string> seen;
        for (std::size_t i = 0; i < m_scenario.patterns.size(); ++i) {
            const auto& one = m_scenario.patterns[i];
            const auto path = childPath("/patterns", i);
            if (one.name.empty()) {
                error(path + "/name", "the pattern has no name", "add it");
            } else if (!seen.insert(one.name).second) {
                error(path + "/name", "a second pattern is named \"" + one.name + "\"", "rename one of them");
            }
            pattern(path, one);
            anyEnabled = anyEnabled || one.enabled;
            anyWeight = anyWeight || (one.enabled && (!one.weight.set() || one.weight.get(1.0) > 0.0));
            needsLoad = needsLoad || (one.enabled && !one.load);
            if (one.load) {
                checkLoad(*one.load, path + "/load", m_problems);
            }
        }
        if (!anyEnabled) {
            error("/patterns", "no pattern is enabled", "enable one of them");
        } else if (!anyWeight) {
            error("/patterns", "the weights of all enabled patterns are 0",
                "give one of them a weight above 0");
        }
        if (m_scenario.load == Load{}) {
            if (needsLoad) {
                error("/load", "there is no load",
                    "add \"load\": {\"executor\": \"constant-vus\", \"vus\": 1, \"duration_s\": 10}");
            }
        } else {
            checkLoad(m_scenario.load, "/load", m_problems);
        }
    }

    void pattern(const std::string& path, const Pattern& pattern)
    {
        std::set<std::string> seen;
        bool anyEnabled = false;
        bool anyWeight = false;
        for (std::size_t i = 0; i < pattern.steps.size(); ++i) {
            const auto& step = pattern.steps[i];
            if (!step.name.empty() && !seen.insert(step.name).second) {
                error(childPath(path + "/steps", i) + "/name", "a second step is named \"" + step.name + "\"",
                    "rename one of them, their figures would be mixed");
            }
            anyEnabled = anyEnabled || step.enabled;
            anyWeight = anyWeight || (step.enabled && (!step.weight.set() || step.weight.get(1) > 0));
        }
        if (!anyEnabled) {
            error(path + "/steps", "the pattern has no enabled step", "add one, or remove the pattern");
        } else if (pattern.weighted_steps && !anyWeight) {
            error(path + "/steps", "the weights of all steps are 0", "give one of them a weight above 0");
        }
        if (pattern.think.kind == Think::Kind::range && pattern.think.a.value && pattern.think.b.value
            && *pattern.think.a.value > *pattern.think.b.value) {
            error(path + "/think_ms", "the range of think times is upside down",
                "write the smaller number first");
        }
    }

    void ranges()
    {
        forEachBound(m_scenario, [this](const std::string& path, const auto& bound, const LoadField& field) {
            if constexpr (!std::is_same_v<std::decay_t<decltype(bound)>, Bound<bool>>) {
                const auto fault
                    = bound.value ? rangeFault(static_cast<double>(*bound.value), field) : std::string();
                if (fault.ends_with("small")) {
                    error(path, fault,
                        field.above ? "write a number above " + dumpJson(numberJson(field.least))
                                    : "write " + dumpJson(numberJson(field.least)) + " or more");
                } else if (!fault.empty()) {
                    error(path, fault, "write " + dumpJson(numberJson(field.most)) + " or less");
                }
            }
        });
    }

    void thresholds()
    {
        std::error_code code;
        for (auto folder = m_folder;; folder = folder.parent_path()) {
            // The library may stand one or two folders above the scenario.
            if (fs::is_regular_file(folder / m_scenario.thresholds, code)) {
                return;
            }
            if (folder == folder.parent_path() || folder == m_folder.parent_path().parent_path()) {
                break;
            }
        }
        warn("/thresholds", "there is no file \"" + m_scenario.thresholds + "\"",
            "it is looked up beside the scenario and in the library; without it only the built-in rule "
            "applies");
    }

    const Scenario& m_scenario;
    const fs::path& m_folder;
    std::vector<Problem>& m_problems;
    DataColumns m_columns;
};

} // namespace

std::vector<Problem> validateDocument(const Json& json, const fs::path& folder)
{
    if (const auto schema = checkSchema(json, "plumbline.scenario", 1, {}); !schema) {
        return {{json.is_object() ? "/schema" : "", schema.error().what, schema.error().remedy}};
    }
    std::vector<Problem> problems;
    const auto scenario = readScenario(json, problems);
    const bool unread
        = std::any_of(problems.begin(), problems.end(), [](const Problem& p) { return p.path.empty(); });
    if (unread) {
        return problems;
    }
    Validator(scenario, folder, problems).run();
    return problems;
}

} // namespace plumb::scenario
