// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/qnam/wirerequest.h"

#include <QNetworkReply>
#include <QObject>

class QNetworkAccessManager;

namespace plumb::engine::qnam {

/// One user's request in flight and the templates it repeats. No allocation per request beside what
/// QNetworkAccessManager does itself.
class UserFlight final : public QObject
{
public:
    UserFlight(int index, const WireSettings& settings);
    ~UserFlight() override;

    /// The template for @p request; kept for the next time.
    WireRequest& wireFor(const Request& request);
    /// @p wire comes from wireFor(request); @p manager is where the user's pool lives.
    void start(QNetworkAccessManager& manager, const WireRequest& wire, const Request& request,
        Transport::Completion completion);
    /// Completes with @p ending from the event loop, without sending.
    void refuse(report::Outcome outcome, std::string text, Transport::Completion completion);

    void cancel() { abort(Abort::cancelled); }
    void timeOut() { abort(Abort::timedOut); }

    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] Nanos deadline() const { return m_deadline; }
    [[nodiscard]] int index() const { return m_index; }
    /// The next request uses another pool; if one is in flight, the one after it.
    void nextPool();
    [[nodiscard]] std::uint64_t generation() const { return m_generation; }
    /// The connection of the last request is known to be closed (it was asked to be and the server agreed).
    [[nodiscard]] bool connectionClosed() const { return m_connectionClosed; }

    /// A manager for this user alone, where no key gives it a pool; nextPool() gives it up. Owned by the
    /// transport.
    QNetworkAccessManager* solo = nullptr;

private:
    enum class Abort { cancelled, timedOut, tooLong, headTooLong };
    void abort(Abort why);
    void onConnecting();
    void onEncrypted();
    void onSent();
    void onHead();
    void onReadable();
    void onFinished();
    void takeBody(qint64 waiting);
    void takeHeaders();
    [[nodiscard]] bool mayHaveBody() const;
    [[nodiscard]] std::optional<std::int64_t> announcedLength() const;
    void judge();
    void complete();

    const int m_index;
    const WireSettings& m_settings;
    std::vector<std::unique_ptr<WireRequest>> m_templates;
    std::size_t m_nextTemplate = 0;
    std::uint64_t m_generation = 0;

    bool m_busy = false;
    bool m_encrypted = false;
    bool m_connectionClosed = true;
    bool m_poolOutdated = false;
    int m_timesSent = 0;
    std::optional<Abort> m_abort;
    Nanos m_deadline{}, m_timeout{};
    std::size_t m_maxBody = 0, m_keepBody = 0;
    std::int64_t m_bodyBytes = 0, m_headBytes = 0;
    std::shared_ptr<const std::string> m_body,
        m_previousBody; ///< the reply before may still be in deleteLater()
    QNetworkReply* m_reply = nullptr;
    Exchange m_exchange;
    Transport::Completion m_completion;
};

} // namespace plumb::engine::qnam
