// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/servicespec.h"

#include "base/clock.h"

#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace plumb::sample {

struct Session
{
    std::string email, csrf;
};

/// Users, sessions and tokens of a service. Thread-safe; only routes that ask for a login come here. At most
/// 100,000 of each are kept, the oldest go first.
class Accounts
{
public:
    explicit Accounts(const AuthSpec& spec);

    enum class Check { ok, unknownUser, wrongPassword };
    [[nodiscard]] Check check(const std::string& email, const std::string& password) const;
    /// False where the user is there already.
    bool add(const std::string& email, const std::string& password);
    void openSession(const std::string& key, Session session);
    [[nodiscard]] std::optional<Session> session(std::string_view key) const;
    void closeSession(std::string_view key);

    [[nodiscard]] bool knowsClient(const std::string& id, const std::string& secret) const;
    /// @p expires on the clock that is passed to tokenValid.
    void addToken(const std::string& token, Nanos expires);
    [[nodiscard]] bool tokenValid(std::string_view token, Nanos now) const;

private:
    template <class Value>
    struct Bounded
    {
        std::unordered_map<std::string, Value> values;
        std::deque<std::string> order;
        void put(const std::string& key, Value value);
    };

    const std::map<std::string, std::string> m_clients;
    mutable std::mutex m_mutex;
    Bounded<std::string> m_passwords;
    Bounded<Session> m_sessions;
    Bounded<Nanos> m_tokens;
};

} // namespace plumb::sample
