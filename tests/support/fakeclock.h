// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

namespace plumb::test {

/// Time stands still until a test moves it.
class FakeClock final : public Clock
{
public:
    [[nodiscard]] Nanos now() const override { return m_now; }
    void advance(Nanos by) { m_now += by; }
    void set(Nanos now) { m_now = now; }

private:
    Nanos m_now{std::chrono::seconds(1000)};
};

} // namespace plumb::test
