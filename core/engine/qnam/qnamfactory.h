// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/qnam/selftest.h"
#include "engine/qnam/wirerequest.h"
#include "engine/transport.h"

#include <map>

namespace plumb::engine::qnam {

/// The transport "qnam". QT_NO_THREADED_GLIB=1 must be in the environment before the first thread starts, and
/// a QCoreApplication must exist.
class QnamFactory final : public TransportFactory
{
public:
    [[nodiscard]] std::string name() const override { return "qnam"; }
    Result<void> prepare(const TransportSettings& settings) override;
    [[nodiscard]] std::map<std::string, std::string> describe() const override;
    [[nodiscard]] std::string version() const override;
    Result<WorkerIo> make(const TransportSettings& settings) override;

private:
    WireSettings m_wire;
    PoolPlan m_plan; ///< of the base URL's host
    int m_users = 0;
    SelfTest m_selfTest; ///< of the target's kind
    std::map<HostKind, SelfTest> m_selfTests; ///< each kind is tested once per process
};

} // namespace plumb::engine::qnam
