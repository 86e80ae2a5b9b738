// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/direct/answerreader.h"
#include "engine/direct/connection.h"
#include "engine/direct/requesthead.h"

#include <optional>
#include <vector>

namespace plumb::engine::direct {

/// One user's request in flight, its connections (one per origin) and the heads it repeats.
class UserLine final : public ConnectionUser, public std::enable_shared_from_this<UserLine>
{
public:
    UserLine(boost::asio::io_context& io, const DirectSettings& settings);
    ~UserLine() override;

    void send(const Request& request, Transport::Completion completion);
    void cancel();
    void timeOut();
    void dropConnections();
    [[nodiscard]] Nanos deadline() const { return m_deadline; } ///< max: nothing in flight, or no end

    void opened() override;
    void openFailed(report::Outcome outcome, const std::string& text) override;
    void written() override;
    std::size_t received(std::string_view data, bool& done, bool& keep) override;
    void answered() override;
    void lost(const std::string& text, bool byTls) override;

private:
    const RequestHead& headFor(const Request& request, bool close);
    void beginExchange(const Request& request);
    void openConnection();
    void write();
    void readFrom();
    void abort(report::Outcome outcome, std::string text);
    void finishLater(report::Outcome outcome, std::string text);
    void finish(report::Outcome outcome, std::string text);
    void closeAll();

    boost::asio::io_context& m_io;
    const DirectSettings& m_settings;
    std::vector<std::shared_ptr<Connection>> m_connections;
    std::vector<std::unique_ptr<RequestHead>> m_heads;
    std::size_t m_nextHead = 0;

    bool m_busy = false;
    bool m_dropWhenDone = false;
    std::uint64_t m_serial = 0; ///< of the request in flight
    Nanos m_deadline = Nanos::max(), m_timeout{};
    const RequestHead* m_head = nullptr;
    std::shared_ptr<const std::string> m_body;
    AnswerReader::Limits m_limits;
    std::shared_ptr<Connection> m_connection; ///< that the request in flight is on
    std::optional<AnswerReader> m_answer;
    bool m_broken = false;
    Exchange m_exchange;
    Transport::Completion m_completion;
};

} // namespace plumb::engine::direct
