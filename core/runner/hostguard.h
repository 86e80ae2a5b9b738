// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::runner {

/// Where the addresses of a host are.
enum class Reach {
    loopback, ///< all of them
    elsewhere, ///< at least one
    unknown, ///< it does not resolve
};
/// Blocks for the look-up of a name.
Reach reachOf(const std::string& host);

/// The host part of an http or https URL, lower case, without brackets.
std::string hostOf(std::string_view url);

/// Load goes to loopback freely; any other host needs one confirmation (PRODUCT.md section 4), so that a typo
/// or a scenario from elsewhere cannot turn into an attack. Does not change, so any thread may ask.
class HostGuard
{
public:
    using LookUp = std::function<Reach(const std::string& host)>;
    explicit HostGuard(const std::vector<std::string>& confirmed, LookUp lookUp = reachOf);

    /// For what comes up while a run goes on. A host that does not resolve is refused: nobody knows where it
    /// leads once it does.
    [[nodiscard]] bool allows(const std::string& host) const;

    /// For what is known before: Error (usage) naming the host and the remedy where @p url leads off this
    /// machine unconfirmed. A host that does not resolve passes; the transport says that it cannot be found.
    /// @p where names the place of the URL.
    [[nodiscard]] Result<void> check(const std::string& url, const std::string& where) const;

private:
    [[nodiscard]] bool isConfirmed(const std::string& host) const;

    std::vector<std::string> m_confirmed;
    LookUp m_lookUp;
};

} // namespace plumb::runner
