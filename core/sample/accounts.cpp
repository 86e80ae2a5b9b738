// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/accounts.h"

namespace plumb::sample {

namespace {
constexpr std::size_t mostKept = 100'000;
}

template <class Value>
void Accounts::Bounded<Value>::put(const std::string& key, Value value)
{
    if (values.insert_or_assign(key, std::move(value)).second) {
        order.push_back(key);
    }
    // A key that was erased meanwhile is met here once more and erases nothing.
    while (order.size() > mostKept) {
        values.erase(order.front());
        order.pop_front();
    }
}

Accounts::Accounts(const AuthSpec& spec)
    : m_clients(spec.clients.begin(), spec.clients.end())
{
    for (const auto& [email, password] : spec.users) {
        m_passwords.put(email, password);
    }
    for (const auto& token : spec.tokens) {
        m_tokens.put(token, Nanos::max());
    }
}

Accounts::Check Accounts::check(const std::string& email, const std::string& password) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_passwords.values.find(email);
    if (found == m_passwords.values.end()) {
        return Check::unknownUser;
    }
    return found->second == password ? Check::ok : Check::wrongPassword;
}

bool Accounts::add(const std::string& email, const std::string& password)
{
    const std::lock_guard lock(m_mutex);
    if (m_passwords.values.contains(email)) {
        return false;
    }
    m_passwords.put(email, password);
    return true;
}

void Accounts::openSession(const std::string& key, Session session)
{
    const std::lock_guard lock(m_mutex);
    m_sessions.put(key, std::move(session));
}

std::optional<Session> Accounts::session(std::string_view key) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_sessions.values.find(std::string(key));
    return found == m_sessions.values.end() ? std::nullopt : std::optional(found->second);
}

void Accounts::closeSession(std::string_view key)
{
    const std::lock_guard lock(m_mutex);
    m_sessions.values.erase(std::string(key));
}

bool Accounts::knowsClient(const std::string& id, const std::string& secret) const
{
    const auto found = m_clients.find(id);
    return found != m_clients.end() && found->second == secret;
}

void Accounts::addToken(const std::string& token, Nanos expires)
{
    const std::lock_guard lock(m_mutex);
    m_tokens.put(token, expires);
}

bool Accounts::tokenValid(std::string_view token, Nanos now) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_tokens.values.find(std::string(token));
    return found != m_tokens.values.end() && now < found->second;
}

} // namespace plumb::sample
