// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/connections.h"

#include <algorithm>
#include <charconv>

namespace plumb::monitor {

namespace {

template <class T>
bool number(std::string_view word, T& value, int base)
{
    const auto [end, code] = std::from_chars(word.data(), word.data() + word.size(), value, base);
    return code == std::errc() && end == word.data() + word.size();
}

/// "0100007F:1F90" to the port.
bool portOf(std::string_view address, unsigned& port)
{
    const auto colon = address.rfind(':');
    return colon != std::string_view::npos && number(address.substr(colon + 1), port, 16);
}

} // namespace

std::optional<TcpSocket> parseTcpLine(std::string_view line)
{
    TcpSocket socket;
    bool good = true;
    int field = 0;
    while (good) {
        line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
        const auto word = line.substr(0, line.find(' '));
        line.remove_prefix(word.size());
        if (word.empty()) {
            return std::nullopt;
        }
        switch (field++) {
        case 1:
            good = portOf(word, socket.localPort);
            break;
        case 2:
            good = portOf(word, socket.remotePort);
            break;
        case 3:
            good = number(word, socket.state, 16);
            break;
        case 9:
            return number(word, socket.inode, 10) ? std::optional(socket) : std::nullopt;
        default:
            break;
        }
    }
    return std::nullopt;
}

bool forEachTcpSocket(ProcReader& proc, const std::function<void(const TcpSocket& socket)>& visit)
{
    const auto line = [&visit](std::string_view text) {
        if (const auto socket = parseTcpLine(text)) {
            visit(*socket);
        }
    };
    const bool four = proc.forEachLine("net/tcp", line);
    const bool six = proc.forEachLine("net/tcp6", line);
    return four || six;
}

} // namespace plumb::monitor
