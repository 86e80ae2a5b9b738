// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/transport.h"

#include <boost/beast/http/basic_parser.hpp>

#include <string_view>

namespace plumb::engine::direct {

/// Reads one answer into an Exchange: Beast's parser, whose results go straight to where they are wanted.
/// Header lines are written over those of the exchange before, so that their memory serves again.
class AnswerReader final : private boost::beast::http::basic_parser<false>
{
public:
    struct Limits
    {
        std::size_t max_body = 0; ///< a longer one is an error
        std::size_t keep_body = 0; ///< of it
        bool head = false; ///< the request was HEAD: no body comes
    };
    AnswerReader(Exchange& exchange, Limits limits);

    struct Taken
    {
        enum class State { more, complete, broken };
        State state = State::more;
        std::size_t bytes = 0; ///< used up
    };
    /// What is not used up has to be given again, with more behind it.
    Taken take(std::string_view data);
    /// The connection closed. Complete where that is how the body ends; else why it is not, in error().
    [[nodiscard]] Taken::State end();
    [[nodiscard]] const std::string& error() const { return m_error; }
    /// 100 Continue and the like: another answer follows.
    [[nodiscard]] bool interim() const { return m_status >= 100 && m_status < 200 && m_status != 101; }
    /// The connection may take the next request.
    [[nodiscard]] bool reusable() const { return m_status != 101 && keep_alive(); }
    [[nodiscard]] bool headRead() const { return m_headRead; }

private:
    using Text = boost::beast::string_view;
    using ErrorCode = boost::beast::error_code;
    void on_request_impl(boost::beast::http::verb, Text, Text, int, ErrorCode&) override { }
    void on_response_impl(int code, Text reason, int version, ErrorCode& error) override;
    void on_field_impl(boost::beast::http::field, Text name, Text value, ErrorCode& error) override;
    void on_header_impl(ErrorCode& error) override;
    void on_body_init_impl(const boost::optional<std::uint64_t>&, ErrorCode&) override { }
    std::size_t on_body_impl(Text body, ErrorCode& error) override;
    void on_chunk_header_impl(std::uint64_t, Text, ErrorCode&) override { }
    std::size_t on_chunk_body_impl(std::uint64_t, Text body, ErrorCode& error) override;
    void on_finish_impl(ErrorCode&) override { }

    [[nodiscard]] std::string explain(const ErrorCode& error) const;

    Exchange& m_exchange;
    const Limits m_limits;
    std::size_t m_fields = 0;
    std::uint64_t m_body = 0; ///< bytes so far
    std::optional<std::uint64_t> m_announced;
    int m_status = 0;
    bool m_headRead = false;
    std::string m_error;
};

} // namespace plumb::engine::direct
