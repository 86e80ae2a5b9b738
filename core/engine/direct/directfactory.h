// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/direct/directsettings.h"
#include "engine/direct/targetprobe.h"
#include "engine/transport.h"

namespace plumb::engine::direct {

/// The transport "direct": Boost.Beast and Asio over OpenSSL, HTTP/1.1, HTTP proxies.
class DirectFactory final : public TransportFactory
{
public:
    [[nodiscard]] std::string name() const override { return "direct"; }
    Result<void> prepare(const TransportSettings& settings) override;
    [[nodiscard]] std::map<std::string, std::string> describe() const override;
    [[nodiscard]] std::string version() const override;
    Result<WorkerIo> make(const TransportSettings& settings) override;

private:
    DirectSettings m_settings;
    ProbeFindings m_found;
};

} // namespace plumb::engine::direct
