// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <memory>
#include <string>

namespace plumb::sample {

/// A server on 127.0.0.1 that answers every request without a body with the same few bytes and does nothing
/// else: what is measured against it is the client. One thread of its own.
class LoopbackSink
{
public:
    /// Answering when it returns. Error: no port.
    static Result<std::unique_ptr<LoopbackSink>> start();
    ~LoopbackSink();
    LoopbackSink(const LoopbackSink&) = delete;
    LoopbackSink& operator=(const LoopbackSink&) = delete;

    [[nodiscard]] std::string baseUrl() const; ///< "http://127.0.0.1:40001"

private:
    struct Impl;
    explicit LoopbackSink(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace plumb::sample
