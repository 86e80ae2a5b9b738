// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/commandline.h"

#include <nlohmann/json.hpp>

#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <charconv>

namespace plumb::scenario {

namespace {

constexpr int mostProcessors = 1024; ///< CPU_SETSIZE of Linux

std::string quoted(const std::string& word)
{
    static constexpr std::string_view plain
        = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789%+,-./:=@_{}";
    if (!word.empty() && word.find_first_not_of(plain) == std::string::npos) {
        return word;
    }
    std::string out = "'";
    for (const char c : word) {
        out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return out + '\'';
}

/// Adds "3" or "0-3"; false if it is neither.
bool addRange(std::string_view text, std::vector<int>& cpus)
{
    const auto dash = text.find('-');
    const auto number = [](std::string_view digits, int& out) {
        const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), out);
        return code == std::errc() && end == digits.data() + digits.size() && out >= 0
            && out < mostProcessors;
    };
    int first = 0, last = 0;
    if (!number(text.substr(0, dash), first)
        || !number(dash == std::string_view::npos ? text : text.substr(dash + 1), last) || last < first) {
        return false;
    }
    for (int cpu = first; cpu <= last; ++cpu) {
        cpus.push_back(cpu);
    }
    return true;
}

} // namespace

std::string commandLine(const std::vector<std::string>& argv)
{
    std::string line;
    for (const auto& word : argv) {
        line += (line.empty() ? "" : " ") + quoted(word);
    }
    return line;
}

Result<std::vector<int>> processorList(const Json& cpus)
{
    std::vector<int> list;
    bool good = cpus.is_null() || cpus.is_number_integer() || cpus.is_string() || cpus.is_array();
    if (cpus.is_number_integer()) {
        good = addRange(dumpJson(cpus), list);
    } else if (cpus.is_array()) {
        for (const auto& cpu : cpus) {
            good = good && cpu.is_number_integer() && addRange(dumpJson(cpu), list);
        }
    } else if (cpus.is_string()) {
        std::string_view rest = cpus.get_ref<const std::string&>();
        while (good && !rest.empty()) {
            const auto comma = std::min(rest.find(','), rest.size());
            good = addRange(rest.substr(0, comma), list);
            rest.remove_prefix(std::min(comma + 1, rest.size()));
        }
    }
    if (!good) {
        return Error{ErrorKind::input, dumpJson(cpus) + " is no list of processors", {},
            "write [0, 1], \"0-3\" or null for all"};
    }
    return list;
}

std::filesystem::path findProgram(const std::string& name, const std::filesystem::path& folder)
{
    if (name.find('/') == std::string::npos) {
        return QStandardPaths::findExecutable(QString::fromStdString(name)).toStdString();
    }
    const auto path = folder / name;
    const QFileInfo info(QString::fromStdString(path.string()));
    return info.isFile() && info.isExecutable() ? path : std::filesystem::path();
}

} // namespace plumb::scenario
