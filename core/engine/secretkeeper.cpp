// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/secretkeeper.h"

namespace plumb::engine {

namespace {
constexpr std::size_t mostNoted = 20'000;
}

SecretKeeper::SecretKeeper(std::shared_ptr<scenario::Masker> masker)
    : m_masker(std::move(masker))
{
}

void SecretKeeper::note(const std::string& secret)
{
    if (m_told.size() < mostNoted)
        tell(secret);
}

void SecretKeeper::tell(const std::string& secret)
{
    if (m_masker && !secret.empty() && m_told.insert(secret).second)
        m_masker->add(secret);
}

} // namespace plumb::engine
