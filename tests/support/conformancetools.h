// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/transportconformance.h"
#include "tests/support/transportrun.h"

#include <QTest>

#include <string>

// What the parts of the conformance suite share.
namespace plumb::test {

using engine::Exchange;
using engine::Outcome;
using engine::Request;
using engine::TransportSettings;

/// Generous, so that a busy machine does not turn an answer into a timeout.
inline constexpr Nanos patience = std::chrono::seconds(20);
inline constexpr Nanos shortPatience = std::chrono::milliseconds(400);

std::string describe(const Exchange& exchange);
std::string header(const Exchange& exchange, const QString& wanted); ///< all values of the name, joined
int freePort();

} // namespace plumb::test

Q_DECLARE_METATYPE(plumb::engine::Outcome)

#define COMPARE_OUTCOME(exchange, expected)                                                                  \
    QVERIFY2((exchange).outcome == (expected), qPrintable(QString::fromStdString(describe(exchange))))
