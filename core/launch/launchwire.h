// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "launch/launcher.h"
#include "launch/launchprotocol.h"

namespace plumb::launch {

std::string errorText(int code); ///< of errno
/// Why a command could not be started, in words.
std::string startFailure(const Reply& reply, const Job& job);

/// What follows a start message.
std::string payloadOf(const Job& job);
void sendAll(int socket, const char* data, std::size_t size);
/// The header of a message, with descriptors beside it.
void sendHeader(int socket, const Message& message, const std::vector<int>& descriptors);

} // namespace plumb::launch
