// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/direct/answerreader.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/error.hpp>

namespace plumb::engine::direct {

namespace http = boost::beast::http;

namespace {
constexpr std::uint32_t maxHeadBytes = 256 * 1024; ///< as the qnam transport; more is a header bomb
}

AnswerReader::AnswerReader(Exchange& exchange, Limits limits)
    : m_exchange(exchange)
    , m_limits(limits)
{
    header_limit(maxHeadBytes);
    body_limit(boost::none); // ours says how much is kept, too
    eager(true);
    skip(limits.head);
}

AnswerReader::Taken AnswerReader::take(std::string_view data)
{
    Taken taken;
    ErrorCode error;
    taken.bytes = put(boost::asio::const_buffer(data.data(), data.size()), error);
    if (error && error != http::error::need_more) {
        m_error = explain(error);
        taken.state = Taken::State::broken;
    } else if (is_done()) {
        taken.state = Taken::State::complete;
    }
    if (taken.state == Taken::State::broken && !m_headRead)
        m_exchange.headers.clear();
    return taken;
}

AnswerReader::Taken::State AnswerReader::end()
{
    ErrorCode error;
    if (m_headRead)
        put_eof(error);
    if (m_headRead && !error && is_done())
        return Taken::State::complete;
    if (!m_headRead) {
        m_exchange.headers.clear();
        m_error = got_some() ? "the connection closed in the middle of the answer's header"
                             : "the connection closed before an answer came";
    } else if (m_announced) {
        m_error = "the connection closed after " + std::to_string(m_body) + " of "
            + std::to_string(*m_announced) + " bytes";
    } else {
        m_error = "the connection closed before the last chunk";
    }
    return Taken::State::broken;
}

void AnswerReader::on_response_impl(int code, Text, int version, ErrorCode&)
{
    m_status = code;
    m_exchange.http_version = version == 10 ? "1.0" : "1.1";
}

void AnswerReader::on_field_impl(http::field, Text name, Text value, ErrorCode&)
{
    if (m_headRead)
        return; // a trailer behind the last chunk
    Headers& headers = m_exchange.headers;
    if (m_fields == headers.size())
        headers.emplace_back();
    auto& [ownName, ownValue] = headers[m_fields++];
    ownName.assign(name.data(), name.size());
    ownValue.assign(value.data(), value.size());
}

void AnswerReader::on_header_impl(ErrorCode& error)
{
    m_headRead = true;
    m_exchange.headers.resize(m_fields);
    m_exchange.status = m_status;
    const boost::optional<std::uint64_t> length = content_length();
    if (!length || m_limits.head || m_status == 204 || m_status == 304)
        return;
    m_announced = *length;
    if (*length > m_limits.max_body)
        error = http::error::body_limit;
    else
        m_exchange.body.reserve(std::min<std::uint64_t>(*length, m_limits.keep_body));
}

std::size_t AnswerReader::on_body_impl(Text body, ErrorCode& error)
{
    m_body += body.size();
    if (m_body > m_limits.max_body) {
        error = http::error::body_limit;
        return body.size();
    }
    const std::size_t kept = std::min(body.size(), m_limits.keep_body - m_exchange.body.size());
    m_exchange.body.append(body.data(), kept);
    m_exchange.body_cut = m_exchange.body_cut || kept < body.size();
    return body.size();
}

std::size_t AnswerReader::on_chunk_body_impl(std::uint64_t, Text body, ErrorCode& error)
{
    return on_body_impl(body, error);
}

std::string AnswerReader::explain(const ErrorCode& error) const
{
    if (error == http::error::body_limit)
        return "the answer is longer than " + std::to_string(m_limits.max_body) + " bytes";
    if (error == http::error::header_limit)
        return "the answer's header is longer than " + std::to_string(maxHeadBytes) + " bytes";
    if (error == http::error::bad_version
        || (m_status == 0 && !m_headRead && error != http::error::bad_field))
        return "the answer has no status line";
    return "the answer is no proper HTTP: " + error.message();
}

} // namespace plumb::engine::direct
