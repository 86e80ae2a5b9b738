// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/prepare.h"

#include <memory>
#include <string>
#include <unordered_set>

namespace plumb::engine {

/// Tells the run's Masker about extracted values and cookies, before anything that may contain them can
/// become an event. One per worker; remembers what it told, since the Masker takes a lock. A run may extract
/// millions of values: from the 20,000th on, only those of a user whose exchange becomes a sample are told,
/// so that memory and masking stay bounded.
class SecretKeeper
{
public:
    explicit SecretKeeper(std::shared_ptr<scenario::Masker> masker);
    /// A value has appeared.
    void note(const std::string& secret);
    /// A value may be in what is to become an event.
    void tell(const std::string& secret);

private:
    std::shared_ptr<scenario::Masker> m_masker;
    std::unordered_set<std::string> m_told;
};

} // namespace plumb::engine
