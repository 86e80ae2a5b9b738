// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "engine/direct/directsettings.h"
#include "engine/direct/tlschannel.h"
#include "engine/shortage.h"
#include "report/report.h"

#include <boost/asio/ip/tcp.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::engine::direct {

/// Whoever a connection works for. None of this is called from inside open(), write() or close().
class ConnectionUser
{
public:
    virtual ~ConnectionUser() = default;
    /// Requests may be written.
    virtual void opened() = 0;
    /// It never stood; it is closed.
    virtual void openFailed(report::Outcome outcome, const std::string& text) = 0;
    /// The rest of a write() that could not be written at once is written.
    virtual void written() = 0;
    /// Bytes of the answer. How many of them are used up; @p done: the answer is over, and the connection
    /// may go on (keep) or not.
    virtual std::size_t received(std::string_view data, bool& done, bool& keep) = 0;
    /// After a received() that was the last of an answer; the connection is ready for the next request.
    virtual void answered() = 0;
    /// It closed while an answer was awaited. @p byTls: the peer refused us, or its bytes do not decrypt.
    virtual void lost(const std::string& text, bool byTls) = 0;
};

/// When what of the opening happened; 0: not (yet).
struct Opening
{
    Nanos connect_start{}, connected{}, tls_done{};
};

/// One TCP connection: finds the address, connects, tunnels through a proxy, secures, then takes one request
/// at a time. What comes in is read as soon as it comes, so that a connection that the peer closes between
/// two requests is known to be closed. Belongs to the loop's thread.
class Connection final : public std::enable_shared_from_this<Connection>
{
public:
    Connection(
        boost::asio::io_context& io, const DirectSettings& settings, Origin origin, ConnectionUser& user);

    void open();
    /// Sends head and body in one go as far as the socket takes it. True: all of it; else written() follows.
    /// Both texts must stay until then.
    bool write(std::string_view head, std::string_view body);
    /// At once and without a word to the user.
    void close();

    [[nodiscard]] bool isOpen() const { return m_state == State::open; }
    [[nodiscard]] bool isClosed() const { return m_state == State::closed; }
    [[nodiscard]] const Origin& origin() const { return m_origin; }
    [[nodiscard]] const Opening& opening() const { return m_opening; }
    /// "127.0.0.1:80, [::1]:80": the addresses that were tried.
    [[nodiscard]] const std::string& tried() const { return m_tried; }
    /// The address that answered.
    [[nodiscard]] boost::asio::ip::address peer() const { return m_peer; }
    /// What of this machine ran out, where that is why it could not connect.
    [[nodiscard]] Shortage shortage() const { return m_shortage; }
    /// The handshake failed over the certificate.
    [[nodiscard]] bool certificateRefused() const { return m_tls && m_tls->refused(); }

private:
    using ErrorCode = boost::system::error_code;
    using Tcp = boost::asio::ip::tcp;
    enum class State { fresh, connecting, tunnelling, securing, open, closed };

    void connect(std::vector<Tcp::endpoint> endpoints, std::size_t index);
    void onConnected(const ErrorCode& error, std::vector<Tcp::endpoint> endpoints, std::size_t index);
    void askForTunnel();
    void readTunnelAnswer();
    void secure();
    void shakeHands();
    void stand();
    void fail(report::Outcome outcome, std::string text);

    void read();
    void onRead(const ErrorCode& error, std::size_t bytes);
    void decrypt();
    bool deliver();
    void lose(const std::string& text, bool byTls);
    void flush();
    void awaitWritable();
    char* space(std::size_t& size);

    boost::asio::io_context& m_io;
    const DirectSettings& m_settings;
    const Origin m_origin;
    ConnectionUser* m_user;
    Tcp::socket m_socket;
    State m_state = State::fresh;
    Opening m_opening;
    std::string m_tried;
    Shortage m_shortage = Shortage::none;
    boost::asio::ip::address m_peer;
    std::unique_ptr<TlsChannel> m_tls;

    bool m_awaiting = false; ///< an answer
    std::vector<char> m_buffer; ///< plain bytes: m_begin to m_end are not used up yet
    std::size_t m_begin = 0, m_end = 0;
    std::vector<char> m_cipher; ///< as they come from the socket; only with TLS

    std::string m_own; ///< the request for a tunnel
    std::string_view m_head, m_body; ///< still to be sent
    std::size_t m_cipherSent = 0;
    bool m_awaitingWritable = false;
};

} // namespace plumb::engine::direct
