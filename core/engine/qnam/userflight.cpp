// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/qnam/userflight.h"

#include "engine/qnam/localshortage.h"
#include "engine/qnam/outcomes.h"

#include <QNetworkAccessManager>

#include <algorithm>
#include <charconv>

namespace plumb::engine::qnam {

namespace {

constexpr std::size_t templatesKept = 16;
constexpr Nanos wakeUp = std::chrono::microseconds(100); ///< of a thread that waits for events
constexpr qint64 drainAt = 64 * 1024; ///< smaller bodies are read once, when finished
constexpr std::int64_t maxHeadBytes
    = 256 * 1024; ///< what later Qt versions allow, too; more is a header bomb

Nanos now()
{
    return SteadyClock().now();
}

std::int64_t headSize(const QList<QNetworkReply::RawHeaderPair>& headers)
{
    std::int64_t size = static_cast<std::int64_t>(std::string_view("HTTP/1.1 200 OK\r\n\r\n").size());
    for (const auto& [name, value] : headers) {
        size += name.size() + value.size() + 4;
    }
    return size;
}

std::string text(const QByteArray& bytes)
{
    return std::string(bytes.constData(), static_cast<std::size_t>(bytes.size()));
}

/// Starts the operation at once where there is no body; a body goes through the queue (Qt:
/// _q_startOperation).
QNetworkReply* ask(QNetworkAccessManager& manager, const QNetworkRequest& request, const std::string& method,
    const std::string* body)
{
    if (body != nullptr) {
        // sendCustomRequest() also for POST: post() insists on a Content-Type and warns.
        return manager.sendCustomRequest(request, QByteArray::fromStdString(method),
            QByteArray::fromRawData(body->data(), static_cast<qsizetype>(body->size())));
    }
    if (method == "GET") {
        return manager.get(request);
    }
    if (method == "HEAD") {
        return manager.head(request); // a custom verb would wait for a body
    }
    // Not an empty QByteArray: requestSent() would never come.
    return manager.sendCustomRequest(
        request, QByteArray::fromStdString(method), static_cast<QIODevice*>(nullptr));
}

} // namespace

UserFlight::UserFlight(int index, const WireSettings& settings)
    : m_index(index)
    , m_settings(settings)
{
}

UserFlight::~UserFlight()
{
    if (m_reply != nullptr) {
        m_reply->disconnect(this);
        m_reply->abort();
        delete m_reply;
    }
}

WireRequest& UserFlight::wireFor(const Request& request)
{
    const bool close = m_settings.close_each || request.close_after;
    for (const auto& known : m_templates) {
        if (known->matches(request, close)) {
            return *known;
        }
    }
    auto made = std::make_unique<WireRequest>(makeWireRequest(request, close, m_settings));
    if (m_templates.size() < templatesKept) {
        m_templates.push_back(std::move(made));
        return *m_templates.back();
    }
    m_nextTemplate = (m_nextTemplate + 1) % templatesKept;
    m_templates[m_nextTemplate] = std::move(made);
    return *m_templates[m_nextTemplate];
}

void UserFlight::nextPool()
{
    m_poolOutdated = m_busy;
    if (m_busy) {
        return;
    }
    ++m_generation;
    m_connectionClosed = true;
    m_templates.clear();
    if (solo != nullptr) {
        std::exchange(solo, nullptr)->deleteLater(); // we may be inside a signal of one of its replies
    }
}

void UserFlight::start(QNetworkAccessManager& manager, const WireRequest& wire, const Request& request,
    Transport::Completion completion)
{
    m_completion = std::move(completion);
    m_previousBody = std::move(m_body);
    m_body = wire.with_body ? request.body : nullptr;
    m_maxBody = request.max_body;
    m_keepBody = request.want_body ? request.max_body : std::min(request.keep_start, request.max_body);
    m_timeout = request.timeout;
    m_headBytes = wire.head_bytes;
    m_encrypted = wire.pools.kind != HostKind::http;
    m_bodyBytes = 0;
    m_timesSent = 0;
    m_abort.reset();
    m_exchange = Exchange{};
    m_busy = true;

    m_exchange.start = now();
    m_deadline = m_timeout.count() > 0 ? m_exchange.start + m_timeout : Nanos::max();
    m_reply = ask(manager, wire.request, wire.method, m_body.get());
    connect(m_reply, &QNetworkReply::socketStartedConnecting, this, &UserFlight::onConnecting);
    if (m_encrypted) {
        connect(m_reply, &QNetworkReply::encrypted, this, &UserFlight::onEncrypted);
    }
    connect(m_reply, &QNetworkReply::requestSent, this, &UserFlight::onSent);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &UserFlight::onHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &UserFlight::onReadable);
    connect(m_reply, &QNetworkReply::finished, this, &UserFlight::onFinished);
}

void UserFlight::refuse(report::Outcome outcome, std::string text, Transport::Completion completion)
{
    m_completion = std::move(completion);
    m_exchange = Exchange{};
    m_exchange.start = now();
    m_exchange.outcome = outcome;
    m_exchange.error = std::move(text);
    m_deadline = Nanos::max();
    m_busy = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_exchange.end = now();
            complete();
        },
        Qt::QueuedConnection);
}

void UserFlight::abort(Abort why)
{
    if (m_reply == nullptr || m_abort) {
        return;
    }
    m_abort = why;
    if (why == Abort::timedOut) {
        m_reply->abort(); // emits finished()
        return;
    }
    // Not from inside the caller: it may be in the middle of its own bookkeeping, or of the reply's signal.
    QMetaObject::invokeMethod(
        this,
        [this, reply = m_reply] {
            if (m_reply == reply && m_abort) {
                reply->abort();
            }
        },
        Qt::QueuedConnection);
}

void UserFlight::onConnecting()
{
    m_exchange.new_connection = true;
    if (m_exchange.connect_start.count() == 0) {
        m_exchange.connect_start = now();
    }
}

void UserFlight::onEncrypted()
{
    m_exchange.new_connection = true;
    m_exchange.tls_done = now();
}

void UserFlight::onSent()
{
    ++m_timesSent;
    m_exchange.sent = now();
    // Qt has no signal for "connected". In plain http the request is written the moment the connection
    // stands. Both signals come from a thread of Qt's: of what took less than ours needs to wake up they tell
    // in one go, which is no measure of anything.
    const bool measured = m_exchange.sent - m_exchange.connect_start > wakeUp;
    if (!m_encrypted && m_exchange.new_connection && m_exchange.connected.count() == 0 && measured) {
        m_exchange.connected = m_exchange.sent;
    }
}

void UserFlight::onHead()
{
    if (m_exchange.first_byte.count() != 0) {
        return;
    }
    m_exchange.first_byte = now();
    m_exchange.bytes_received = headSize(m_reply->rawHeaderPairs());
    if (m_exchange.bytes_received > maxHeadBytes) {
        abort(Abort::headTooLong);
    } else if (mayHaveBody() && announcedLength().value_or(0) > static_cast<std::int64_t>(m_maxBody)) {
        abort(Abort::tooLong);
    }
}

bool UserFlight::mayHaveBody() const
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return m_reply->operation() != QNetworkAccessManager::HeadOperation && status != 204 && status != 304;
}

std::optional<std::int64_t> UserFlight::announcedLength() const
{
    const QByteArray length = m_reply->rawHeader("Content-Length");
    if (length.isEmpty()) {
        return std::nullopt;
    }
    std::int64_t announced = 0;
    std::from_chars(length.constData(), length.constData() + length.size(), announced);
    return announced;
}

void UserFlight::onReadable()
{
    const qint64 waiting = m_reply->bytesAvailable();
    if (static_cast<std::uint64_t>(m_bodyBytes + waiting) > m_maxBody) {
        abort(Abort::tooLong);
        return;
    }
    if (waiting >= drainAt) {
        takeBody(waiting);
        m_reply->skip(m_reply->bytesAvailable());
    }
}

/// Counts what waits and keeps what is to be kept; the rest stays in the reply.
void UserFlight::takeBody(qint64 waiting)
{
    m_bodyBytes += waiting;
    const std::size_t had = m_exchange.body.size();
    const std::size_t kept = std::min(static_cast<std::size_t>(waiting), m_keepBody - had);
    m_exchange.body_cut = m_exchange.body_cut || kept < static_cast<std::size_t>(waiting);
    if (kept > 0) {
        m_exchange.body.resize(had + kept);
        m_reply->read(m_exchange.body.data() + had, static_cast<qint64>(kept));
    }
}

void UserFlight::onFinished()
{
    m_exchange.end = now();
    const qint64 waiting = m_reply->isOpen() ? m_reply->bytesAvailable() : 0;
    if (waiting > 0 && !m_abort) {
        takeBody(waiting);
    }
    if (static_cast<std::uint64_t>(m_bodyBytes) > m_maxBody && !m_abort) {
        m_abort = Abort::tooLong;
    }
    m_exchange.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_exchange.resends = std::max(0, m_timesSent - 1);
    if (m_settings.http2 && m_reply->attribute(QNetworkRequest::Http2WasUsedAttribute).toBool()) {
        m_exchange.http_version = "2";
    } else if (m_exchange.status != 0) {
        m_exchange.http_version = "1.1";
    }
    if (m_timesSent > 0) {
        m_exchange.bytes_sent
            = (m_headBytes + (m_body ? static_cast<std::int64_t>(m_body->size()) : 0)) * m_timesSent;
    }
    takeHeaders();
    judge();
    // A reply that was aborted may still tell of a head that had been on its way; it is not the next one's.
    m_reply->disconnect(this);
    m_reply->deleteLater();
    m_reply = nullptr;
    complete();
}

void UserFlight::takeHeaders()
{
    const QList<QNetworkReply::RawHeaderPair>& pairs = m_reply->rawHeaderPairs();
    if (pairs.isEmpty()) {
        return;
    }
    m_exchange.headers.reserve(static_cast<std::size_t>(pairs.size()));
    for (const auto& [name, value] : pairs) {
        if (name.compare("set-cookie", Qt::CaseInsensitive) != 0) {
            m_exchange.headers.emplace_back(text(name), text(value));
            continue;
        }
        for (const QByteArray& cookie : value.split('\n')) { // QNetworkReply joins them by line feeds
            m_exchange.headers.emplace_back(text(name), text(cookie));
        }
    }
    m_exchange.bytes_received += m_bodyBytes;
}

void UserFlight::judge()
{
    m_connectionClosed
        = m_abort.has_value() || m_reply->rawHeader("Connection").compare("close", Qt::CaseInsensitive) == 0;
    if (m_abort) {
        m_exchange.body.clear();
        switch (*m_abort) {
        case Abort::timedOut:
            m_exchange.outcome = report::Outcome::timeout;
            m_exchange.error = "no complete answer within "
                + std::to_string(std::chrono::duration_cast<std::chrono::milliseconds>(m_timeout).count())
                + " ms";
            return;
        case Abort::tooLong:
            m_exchange.outcome = report::Outcome::protocol;
            m_exchange.error = "the answer is longer than " + std::to_string(m_maxBody) + " bytes";
            return;
        case Abort::headTooLong:
            m_exchange.outcome = report::Outcome::protocol;
            m_exchange.error
                = "the answer's header is longer than " + std::to_string(maxHeadBytes) + " bytes";
            return;
        case Abort::cancelled:
            m_exchange.outcome = report::Outcome::reset;
            m_exchange.error = "cancelled";
            return;
        }
    }
    const QNetworkReply::NetworkError error = m_reply->error();
    Ending ending;
    if (error != QNetworkReply::NoError || m_exchange.status == 0) {
        ending = classify(error, m_exchange.status, m_timesSent > 0, m_reply->errorString().toStdString());
    }
    // Qt takes a connection that closes early for the end of the body in some cases.
    const std::optional<std::int64_t> announced = announcedLength();
    if (ending.outcome == report::Outcome::ok && announced && mayHaveBody() && m_bodyBytes < *announced) {
        ending = {report::Outcome::reset,
            "the connection closed after " + std::to_string(m_bodyBytes) + " of " + std::to_string(*announced)
                + " bytes"};
    }
    m_exchange.outcome = ending.outcome;
    m_exchange.error = std::move(ending.text);
    if (ending.outcome != report::Outcome::ok) {
        m_connectionClosed = true;
    }
    if (ending.outcome == report::Outcome::connect) {
        m_exchange.shortage = shortageBehind(error, m_reply->url());
        if (m_exchange.shortage != Shortage::none) {
            m_exchange.error = shortageText(m_exchange.shortage);
        }
    }
}

void UserFlight::complete()
{
    m_busy = false;
    m_deadline = Nanos::max();
    if (m_poolOutdated) {
        nextPool();
    }
    // Out of the members first: the completion usually sends the next request.
    Transport::Completion completion = std::exchange(m_completion, nullptr);
    completion(std::move(m_exchange));
}

} // namespace plumb::engine::qnam
