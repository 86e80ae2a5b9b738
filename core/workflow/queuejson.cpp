// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "workflow/runqueue.h"

#include <nlohmann/json.hpp>

namespace fs = std::filesystem;

namespace plumb::workflow {

namespace {

using State = QueueEntry::State;

constexpr const char* schemaName = "plumbline.queue";

Json entryToJson(const QueueEntry& entry)
{
    auto request = entry.request;
    request.overrides.secrets.clear();
    Json json = Json::object();
    json["id"] = entry.id;
    json["title"] = entry.title;
    json["state"] = toString(entry.state);
    if (entry.planned_s)
        json["planned_s"] = *entry.planned_s;
    if (!entry.secrets.empty())
        json["secrets"] = entry.secrets;
    for (const auto& [name, text] :
        {std::pair("run_id", entry.run_id), {"report", entry.report}, {"message", entry.message}}) {
        if (!text.empty())
            json[name] = text;
    }
    if (entry.verdict)
        json["verdict"] = metric::toString(*entry.verdict);
    json["request"] = runner::toJson(request);
    return json;
}

Result<QueueEntry> entryFromJson(const Json& json)
{
    auto request = runner::runRequestFromJson(json.at("request"));
    if (!request)
        return request.error();
    QueueEntry entry;
    entry.request = std::move(*request);
    entry.id = json.at("id").get<std::string>();
    entry.title = json.value("title", std::string());
    entry.secrets = json.value("secrets", std::vector<std::string>());
    if (json.contains("planned_s"))
        entry.planned_s = json.at("planned_s").get<double>();
    entry.run_id = json.value("run_id", std::string());
    entry.report = json.value("report", std::string());
    entry.message = json.value("message", std::string());
    entry.verdict = metric::verdictFromString(json.value("verdict", std::string()));
    const auto state = json.at("state").get<std::string>();
    for (const auto known : {State::waiting, State::running, State::done, State::failed}) {
        if (toString(known) == state)
            entry.state = known;
    }
    return entry;
}

} // namespace

std::string_view toString(State state)
{
    switch (state) {
    case State::waiting:
        return "waiting";
    case State::running:
        return "running";
    case State::done:
        return "done";
    case State::failed:
        break;
    }
    return "failed";
}

fs::path queueFile(const fs::path& library)
{
    return library / ".plumbline" / "queue.json";
}

Json toJson(const RunQueue& queue)
{
    Json json = Json::object();
    json["schema"] = std::string(schemaName) + "/1";
    json["paused"] = queue.paused();
    json["stop_on_failure"] = queue.stopsOnFailure();
    json["entries"] = Json::array();
    for (const auto& entry : queue.entries())
        json["entries"].push_back(entryToJson(entry));
    return json;
}

Result<RunQueue> queueFromJson(const Json& json, const std::string& fileName)
{
    if (const auto known = checkSchema(json, schemaName, 1, fileName); !known)
        return known.error();
    try {
        RunQueue queue;
        queue.setPaused(json.value("paused", false));
        queue.setStopsOnFailure(json.value("stop_on_failure", false));
        for (const auto& one : json.at("entries")) {
            auto entry = entryFromJson(one);
            if (!entry)
                return entry.error();
            queue.add(std::move(*entry));
        }
        return queue;
    } catch (const nlohmann::json::exception& error) {
        return Error{ErrorKind::input, std::string("not a queue of runs: ") + error.what(), fileName,
            "move the file away: the queue starts empty then"};
    }
}

Result<RunQueue> readQueue(const fs::path& file)
{
    std::error_code code;
    if (!fs::exists(file, code))
        return RunQueue();
    const auto json = readJsonFile(file);
    if (!json)
        return json.error();
    return queueFromJson(*json, file.string());
}

Result<void> writeQueue(const fs::path& file, const RunQueue& queue)
{
    return writeFileAtomic(file, dumpJson(toJson(queue), 2) + '\n');
}

} // namespace plumb::workflow
