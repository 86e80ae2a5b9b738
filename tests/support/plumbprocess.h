// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QByteArray>
#include <QProcess>
#include <QStringList>

#include <memory>

namespace plumb::test {

/// What a finished `plumb` gave.
struct PlumbResult
{
    int exitCode = -1; ///< -1: it crashed or did not end in time
    QByteArray output, errors;
    /// stdout as one JSON document; fails the test with a null value where it is none.
    [[nodiscard]] Json json() const;
    /// For QVERIFY2: everything that was printed.
    [[nodiscard]] std::string text() const;
};

/// Runs the built `plumb` to its end.
PlumbResult runPlumb(const QStringList& arguments, const QByteArray& input = {}, int timeoutMs = 60'000);

/// Starts it and returns at once.
std::unique_ptr<QProcess> startPlumb(const QStringList& arguments);

/// Waits for a started one.
PlumbResult finishPlumb(QProcess& process, int timeoutMs = 60'000);

} // namespace plumb::test
