// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/runprotocol.h"

#include <QDir>

#include <nlohmann/json.hpp>

#include <algorithm>

#include <sys/stat.h>
#include <unistd.h>

namespace plumb::runner {

namespace {

QByteArray line(const Json& json)
{
    return QByteArray::fromStdString(dumpJson(json)) + '\n';
}

template <class... Ts>
struct Overloaded : Ts...
{
    using Ts::operator()...;
};
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

/// Types only; whether the run can do it is for the engine to say.
Result<Command> changeFromJson(const Json& json)
{
    ChangeCommand command;
    for (const auto& [name, value] : json.items()) {
        if (name == "rate" && value.is_number()) {
            command.change.rate = value.get<double>();
        } else if (name == "vus" && value.is_number_integer()) {
            command.change.vus
                = static_cast<int>(std::clamp<std::int64_t>(value.get<std::int64_t>(), -1, 1 << 30));
        } else if (name == "max_vus" && value.is_number_integer()) {
            command.change.max_vus
                = static_cast<int>(std::clamp<std::int64_t>(value.get<std::int64_t>(), -1, 1 << 30));
        } else if (name == "size" && value.is_number_integer()) {
            command.change.size
                = static_cast<int>(std::clamp<std::int64_t>(value.get<std::int64_t>(), -1, 1 << 30));
        } else if (name == "pattern" && value.is_string()) {
            command.change.pattern = value.get<std::string>();
        } else if (name == "rate" || name == "vus" || name == "max_vus" || name == "size"
            || name == "pattern") {
            return Error{ErrorKind::input, "\"" + name + "\" has the wrong type", "command", {}};
        }
    }
    return Command(std::move(command));
}

} // namespace

QByteArray encodeCommand(const Command& command)
{
    Json out = Json::object();
    std::visit(Overloaded{
                   [&out](const StartCommand& start) {
                       out["cmd"] = "start";
                       out["request"] = toJson(start.request);
                   },
                   [&out](const AttachCommand&) { out["cmd"] = "attach"; },
                   [&out](const StopCommand&) { out["cmd"] = "stop"; },
                   [&out](const AbortCommand&) { out["cmd"] = "abort"; },
                   [&out](const MarkCommand& mark) {
                       out["cmd"] = "mark";
                       out["text"] = mark.text;
                   },
                   [&out](const ChangeCommand& command) {
                       const auto& change = command.change;
                       out["cmd"] = "change";
                       if (change.rate) {
                           out["rate"] = *change.rate;
                       }
                       if (change.vus) {
                           out["vus"] = *change.vus;
                       }
                       if (change.max_vus) {
                           out["max_vus"] = *change.max_vus;
                       }
                       if (change.size) {
                           out["size"] = *change.size;
                       }
                       if (!change.pattern.empty()) {
                           out["pattern"] = change.pattern;
                       }
                   },
               },
        command);
    return line(out);
}

Result<Command> decodeCommand(const QByteArray& text)
{
    const auto json = parseJson({text.constData(), static_cast<std::size_t>(text.size())}, "command");
    if (!json) {
        return json.error();
    }
    const auto name = json->is_object() ? json->value("cmd", Json()) : Json();
    if (name == "start") {
        auto request = runRequestFromJson(json->value("request", Json::object()));
        if (!request) {
            return request.error();
        }
        return Command(StartCommand{std::move(*request)});
    }
    if (name == "attach") {
        return Command(AttachCommand{});
    }
    if (name == "stop") {
        return Command(StopCommand{});
    }
    if (name == "abort") {
        return Command(AbortCommand{});
    }
    if (name == "change") {
        return changeFromJson(*json);
    }
    const auto note = json->is_object() ? json->value("text", Json("")) : Json("");
    if (name == "mark" && note.is_string()) {
        return Command(MarkCommand{note.get<std::string>().substr(0, 1000)});
    }
    return Error{
        ErrorKind::input, "unknown command", "command", "known: start, attach, stop, abort, mark, change"};
}

QByteArray encodeRefused(const Refused& refused)
{
    Json out = Json::object();
    out["event"] = "refused";
    out["message"] = refused.message;
    out["exit_code"] = refused.exit_code;
    return line(out);
}

std::optional<Refused> decodeRefused(const Json& json)
{
    if (!json.is_object() || json.value("event", Json()) != "refused") {
        return std::nullopt;
    }
    const auto message = json.value("message", Json("the run could not start"));
    return Refused{message.is_string() ? message.get<std::string>() : std::string(), 2};
}

QString socketPath(const QString& runId)
{
    QString base = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (base.isEmpty() || !QDir(base).exists()) {
        base = QDir::tempPath();
    }
    const QString folder = base + QStringLiteral("/plumbline-") + QString::number(::getuid());
    QDir().mkpath(folder);
    ::chmod(folder.toLocal8Bit().constData(), 0700);
    // sun_path holds 107 bytes; a UUID's first two groups are unique enough for the runs of one user.
    return folder + QLatin1Char('/') + runId.left(13) + QStringLiteral(".sock");
}

} // namespace plumb::runner
