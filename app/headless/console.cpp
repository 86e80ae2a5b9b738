// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/console.h"

#include "base/exitcode.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <cstdlib>
#include <unistd.h>

namespace plumb::headless {

namespace {

bool errorsAsJson = false;

void writeLine(std::FILE* stream, std::string_view text)
{
    std::fwrite(text.data(), 1, text.size(), stream);
    std::fputc('\n', stream);
    std::fflush(stream);
}

} // namespace

void printJson(const Json& json)
{
    writeLine(stdout, dumpJson(json, 2));
}

void printLine(std::string_view text)
{
    writeLine(stdout, text);
}

void printMessage(std::string_view text)
{
    writeLine(stderr, text);
}

int printError(const Error& error)
{
    const int code = static_cast<int>(exitCodeFor(error.kind));
    writeLine(stderr, "plumb: " + error.text());
    printErrorJson(error.text(), code);
    return code;
}

void tellErrorsAsJson()
{
    errorsAsJson = true;
}

void printErrorJson(const std::string& message, int exitCode)
{
    if (!errorsAsJson) {
        return;
    }
    Json json = Json::object();
    json["error"] = {{"message", message}, {"exit_code", exitCode}};
    printJson(json);
}

bool progressWanted()
{
    return ::isatty(STDERR_FILENO) == 1;
}

bool colourWanted()
{
    const char* noColour = std::getenv("NO_COLOR");
    return ::isatty(STDOUT_FILENO) == 1 && (noColour == nullptr || *noColour == '\0');
}

} // namespace plumb::headless
