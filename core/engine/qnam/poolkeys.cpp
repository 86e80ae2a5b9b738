// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/qnam/poolkeys.h"

#include <QHostAddress>

#include <algorithm>
#include <vector>

namespace plumb::engine::qnam {

namespace {

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lowered(std::string_view name)
{
    std::string out(name);
    std::transform(out.begin(), out.end(), out.begin(), lower);
    return out;
}

/// Positions of the letters that may change their case.
std::vector<std::size_t> letterPositions(const std::string& name)
{
    std::vector<std::size_t> positions;
    std::size_t label = 0;
    while (label <= name.size()) {
        const std::size_t end = std::min(name.find('.', label), name.size());
        if (name.compare(label, 4, "xn--") != 0) {
            for (std::size_t i = label; i < end; ++i) {
                if (isLetter(name[i])) {
                    positions.push_back(i);
                }
            }
        }
        label = end + 1;
    }
    return positions;
}

} // namespace

HostKind hostKind(bool encrypted, std::string_view verifyName)
{
    if (!encrypted) {
        return HostKind::http;
    }
    std::string bare(verifyName);
    if (bare.size() > 2 && bare.front() == '[' && bare.back() == ']') {
        bare = bare.substr(1, bare.size() - 2);
    }
    return QHostAddress(QString::fromStdString(bare)).isNull() ? HostKind::httpsName : HostKind::httpsAddress;
}

std::string caseVariant(std::string_view name, std::uint64_t index)
{
    std::string out = lowered(name);
    for (const std::size_t position : letterPositions(out)) {
        if ((index & 1U) != 0) {
            out[position] = static_cast<char>(out[position] - 'a' + 'A');
        }
        index >>= 1U;
    }
    return out;
}

std::uint64_t variantCount(std::string_view name)
{
    const std::size_t letters = letterPositions(lowered(name)).size();
    return std::uint64_t{1} << std::min<std::size_t>(letters, 32);
}

std::string PoolPlan::key(int user, std::uint64_t generation) const
{
    if (keys == 0) {
        return {};
    }
    const auto local = static_cast<std::uint64_t>(user % users_per_manager);
    const std::uint64_t index = local + generation * static_cast<std::uint64_t>(users_per_manager);
    if (kind == HostKind::httpsName) {
        return index < keys ? caseVariant(name, index) : std::string();
    }
    const std::string key = "vu-" + std::to_string(user);
    return generation == 0 ? key : key + "#" + std::to_string(generation);
}

PoolPlan planPools(HostKind kind, std::string_view verifyName, bool keysWork)
{
    PoolPlan plan;
    plan.kind = kind;
    if (!keysWork || kind == HostKind::httpsAddress) {
        return plan;
    }
    if (kind == HostKind::http) {
        plan.keys = UINT64_MAX;
        plan.users_per_manager = usersPerShard;
        return plan;
    }
    plan.name = lowered(verifyName);
    plan.keys = variantCount(plan.name);
    if (plan.keys < connectionsPerKey) {
        plan.keys = 0;
        return plan;
    }
    plan.users_per_manager = static_cast<int>(std::min<std::uint64_t>(usersPerShard, plan.keys));
    return plan;
}

} // namespace plumb::engine::qnam
