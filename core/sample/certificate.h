// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <string>

namespace plumb::sample {

/// A certificate for loopback and the authority that signed it, made new for each service and kept in memory
/// only.
struct SelfMadeCertificate
{
    std::string ca_pem; ///< what clients must trust
    std::string chain_pem; ///< the service's certificate
    std::string key_pem; ///< its private key; never leaves the process
};

/// For localhost, 127.0.0.1 and ::1 and, where it is another, @p address (IP literal or name). EC P-256,
/// valid from an hour ago for 30 days. Errors: only those of OpenSSL.
Result<SelfMadeCertificate> makeCertificate(const std::string& address);

} // namespace plumb::sample
