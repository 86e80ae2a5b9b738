// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QSslCertificate>
#include <QSslKey>

namespace plumb::engine::qnam {

struct SelfCertificate
{
    QSslCertificate certificate;
    QSslKey key;
};

/// A P-256 key and a self-signed certificate for "localhost" and 127.0.0.1, valid for a day. In memory only.
Result<SelfCertificate> makeSelfCertificate();

} // namespace plumb::engine::qnam
