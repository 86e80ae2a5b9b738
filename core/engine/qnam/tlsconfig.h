// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "scenario/scenario.h"

#include <QSslConfiguration>
#include <QSslError>

#include <filesystem>

namespace plumb::engine::qnam {

/// The scenario's TLS fields as a Qt configuration. Files are relative to @p folder. Errors name file and
/// field. Without a ca_file the system's certificates are looked up on demand, which costs nothing per
/// connection.
Result<QSslConfiguration> makeTlsConfig(const scenario::Tls& tls, const std::filesystem::path& folder);

/// "the certificate is self-signed and not trusted; it is for "a", not for "b"": every reason, for people.
std::string explainTlsErrors(const QList<QSslError>& errors, const std::string& expectedName);

} // namespace plumb::engine::qnam
