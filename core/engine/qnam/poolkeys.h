// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

// QNetworkAccessManager opens at most 6 connections per cache key and queues the rest silently. The key
// contains QNetworkRequest::peerVerifyName, so a name of its own gives each user a pool of its own and
// nothing ever queues.
namespace plumb::engine::qnam {

/// What a pool name may look like for a host.
enum class HostKind {
    http, ///< the name is used for nothing but the key: anything goes
    httpsName, ///< the name is also SNI and certificate name: upper/lower-case variants of the real one
    httpsAddress, ///< an IP literal has no variants: more managers instead
};

/// QNetworkAccessManager's connections per key in HTTP/1.1 (qhttpnetworkconnection.cpp,
/// defaultHttpChannelCount).
inline constexpr int connectionsPerKey = 6;
/// The sockets of one manager are polled by one thread that rebuilds its list on every wake-up.
inline constexpr int usersPerShard = 128;

/// @p verifyName: the host, or the server name that replaces it for SNI and verification.
HostKind hostKind(bool encrypted, std::string_view verifyName);

/// Case variants of an ASCII host name: bit i of @p index decides the i-th letter (set: upper case). Punycode
/// labels
/// ("xn--...") stay as they are. @p index below variantCount(name); 0 is the name in lower case.
std::string caseVariant(std::string_view name, std::uint64_t index);
/// 2 to the number of letters, at most 2^32.
std::uint64_t variantCount(std::string_view name);

/// How the users of one worker are spread over managers and keys for one host.
struct PoolPlan
{
    HostKind kind = HostKind::http;
    std::string name; ///< the name whose variants are keys; empty for plain http
    std::uint64_t keys = 0; ///< distinct keys per manager; 0: no keys, users share the manager's pool
    int users_per_manager = connectionsPerKey;

    [[nodiscard]] int managersFor(int users) const
    {
        return (users + users_per_manager - 1) / users_per_manager;
    }
    [[nodiscard]] int managerOf(int user) const { return user / users_per_manager; }
    /// The pool name of the user's @p generation-th pool (it grows whenever connections are to be forgotten);
    /// empty where there is none left: the user then needs a manager of its own.
    [[nodiscard]] std::string key(int user, std::uint64_t generation) const;
};

/// @p keysWork: false where the self-test found fewer sockets than keys; then managers are used instead.
PoolPlan planPools(HostKind kind, std::string_view verifyName, bool keysWork = true);

} // namespace plumb::engine::qnam
