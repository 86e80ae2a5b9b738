// SPDX-License-Identifier: GPL-3.0-or-later
#include "launch/launchwire.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include <sys/socket.h>

namespace plumb::launch {

std::string errorText(int code)
{
    return std::strerror(code); // NOLINT(concurrency-mt-unsafe): glibc's is safe
}

std::string startFailure(const Reply& reply, const Job& job)
{
    const std::string why = errorText(reply.code);
    switch (static_cast<StartStage>(reply.stage)) {
    case StartStage::folder:
        return "cannot work in the folder " + job.cwd + ": " + why;
    case StartStage::niceness:
        return "cannot be given the niceness " + std::to_string(job.nice) + ": " + why;
    case StartStage::processors:
        return "cannot be kept on the processors asked for: " + why;
    case StartStage::program:
        return "the program " + job.argv.front() + " cannot be run: " + why;
    case StartStage::fork:
        break;
    }
    return "no process could be made: " + why;
}

void sendAll(int socket, const char* data, std::size_t size)
{
    while (size > 0) {
        const ssize_t sent = ::send(socket, data, size, MSG_NOSIGNAL);
        if (sent < 0 && errno != EINTR)
            return; // the helper is gone, which the reading side tells
        data += std::max<ssize_t>(sent, 0);
        size -= static_cast<std::size_t>(std::max<ssize_t>(sent, 0));
    }
}

void sendHeader(int socket, const Message& message, const std::vector<int>& descriptors)
{
    iovec bytes{const_cast<Message*>(&message), sizeof message}; // NOLINT: sendmsg() only reads
    msghdr header{};
    header.msg_iov = &bytes;
    header.msg_iovlen = 1;
    alignas(cmsghdr) std::array<char, CMSG_SPACE(2 * sizeof(int))> control{};
    if (!descriptors.empty()) {
        header.msg_control = control.data();
        header.msg_controllen = CMSG_SPACE(descriptors.size() * sizeof(int));
        cmsghdr* rights = CMSG_FIRSTHDR(&header);
        rights->cmsg_level = SOL_SOCKET;
        rights->cmsg_type = SCM_RIGHTS;
        rights->cmsg_len = CMSG_LEN(descriptors.size() * sizeof(int));
        std::memcpy(CMSG_DATA(rights), descriptors.data(), descriptors.size() * sizeof(int));
    }
    ssize_t sent = 0;
    do {
        sent = ::sendmsg(socket, &header, MSG_NOSIGNAL);
    } while (sent < 0 && errno == EINTR);
    if (sent > 0 && static_cast<std::size_t>(sent) < sizeof message)
        sendAll(socket, reinterpret_cast<const char*>(&message) + sent,
            sizeof message - static_cast<std::size_t>(sent));
}

std::string payloadOf(const Job& job)
{
    std::string text = job.cwd + '\0';
    for (const auto* list : {&job.argv, &job.env}) {
        for (const std::string& one : *list)
            text += one + '\0';
    }
    for (const int cpu : job.cpus) {
        const auto number = static_cast<std::uint32_t>(cpu);
        text.append(reinterpret_cast<const char*>(&number), sizeof number);
    }
    return text;
}

} // namespace plumb::launch
