// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultroutes.h"

#include <QByteArray>

#include <algorithm>
#include <cstdlib>

namespace plumb::test {

namespace {

const std::string endOfHead = "\r\n\r\n";

std::string gzipOfZeros(int size)
{
    // The gzip frame is not completed: what matters is that a client which decompresses would have to.
    const QByteArray packed = qCompress(QByteArray(size, '\0'), 9);
    return std::string(packed.constData() + 4, static_cast<std::size_t>(packed.size() - 4));
}

} // namespace

FaultRoutes::FaultRoutes(FaultServer& server, FaultStream& stream)
    : m_server(server)
    , m_stream(stream)
{
}

void FaultRoutes::run(int connection)
{
    for (int number = 1;; ++number) {
        SeenRequest request;
        request.connection = connection;
        request.number = number;
        if (!readRequest(request)) {
            return;
        }
        {
            const std::lock_guard lock(m_server.m_mutex);
            m_server.m_requests.push_back(request);
        }
        if (dispatch(request) == Next::close || request.header("Connection") == "close") {
            m_stream.finish();
            return;
        }
    }
}

bool FaultRoutes::readRequest(SeenRequest& request)
{
    std::size_t end = std::string::npos;
    while ((end = m_pending.find(endOfHead)) == std::string::npos) {
        const std::string more = m_stream.readSome();
        if (more.empty()) {
            return false;
        }
        m_pending += more;
        if (m_pending.front() == '\x16') { // a TLS handshake on a plain port
            answer(400, "this is plain http");
            return false;
        }
    }
    const std::string head = m_pending.substr(0, end);
    m_pending.erase(0, end + endOfHead.size());
    const std::size_t lineEnd = std::min(head.find("\r\n"), head.size());
    const std::size_t first = head.find(' ');
    const std::size_t second = head.find(' ', first + 1);
    request.method = head.substr(0, first);
    request.target = head.substr(first + 1, second - first - 1);
    for (std::size_t at = lineEnd + 2; at < head.size();) {
        const std::size_t stop = std::min(head.find("\r\n", at), head.size());
        const std::size_t colon = head.find(": ", at);
        request.headers.emplace_back(head.substr(at, colon - at), head.substr(colon + 2, stop - colon - 2));
        at = stop + 2;
    }
    return readBody(request);
}

bool FaultRoutes::readBody(SeenRequest& request)
{
    const auto length = static_cast<std::size_t>(std::atoll(request.header("Content-Length").c_str()));
    while (m_pending.size() < length) {
        const std::string more = m_stream.readSome();
        if (more.empty()) {
            return false;
        }
        m_pending += more;
    }
    request.body = m_pending.substr(0, length);
    m_pending.erase(0, length);
    return true;
}

FaultRoutes::Next FaultRoutes::dispatch(const SeenRequest& request)
{
    if (request.method == "CONNECT" || request.target.starts_with("http://")) {
        return passOn(request);
    }
    const std::string path = request.target.substr(0, request.target.find('?'));
    const std::size_t nameEnd = std::min(path.find('/', 1), path.size());
    Arguments arguments;
    for (std::size_t at = nameEnd; at < path.size(); at = std::min(path.find('/', at + 1), path.size())) {
        arguments.push_back(std::atoi(path.c_str() + at + 1));
    }
    arguments.resize(2);
    const auto found = table().find(path.substr(0, nameEnd));
    return found == table().end() ? answer(404, "no such fault") : (this->*found->second)(request, arguments);
}

FaultRoutes::Next FaultRoutes::answer(int status, const std::string& body, const std::string& headers)
{
    const std::string head = "HTTP/1.1 " + std::to_string(status)
        + " Said\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + headers + "\r\n";
    return m_stream.write(head + body) ? Next::keep : Next::close;
}

FaultRoutes::Next FaultRoutes::passOn(const SeenRequest& request)
{
    const bool tunnel = request.method == "CONNECT";
    const std::string place = tunnel ? request.target : request.target.substr(std::string("http://").size());
    const std::size_t colon = place.find(':');
    const std::size_t slash = std::min(place.find('/'), place.size());
    const auto upstream = FaultStream::connect(place.substr(0, colon), std::atoi(place.c_str() + colon + 1));
    if (!upstream) {
        answer(502, "upstream refused");
        return Next::close;
    }
    if (tunnel) {
        m_stream.write("HTTP/1.1 200 Connection established" + endOfHead);
    } else {
        std::string head = request.method + " " + place.substr(slash) + " HTTP/1.1\r\nVia: 1.1 faults\r\n";
        for (const auto& [name, value] : request.headers) {
            head += name + ": " + value + "\r\n";
        }
        upstream->write(head + "\r\n" + request.body);
    }
    FaultStream::relay(m_stream, *upstream);
    return Next::close;
}

FaultRoutes::Next FaultRoutes::silence()
{
    constexpr int aMinute_ms = 60'000;
    m_server.pause(aMinute_ms);
    return Next::close;
}

const std::map<std::string, FaultRoutes::Route>& FaultRoutes::table()
{
    static const std::map<std::string, Route> routes{
        {"/ok", &FaultRoutes::ok},
        {"/bytes", &FaultRoutes::bytes},
        {"/status", &FaultRoutes::status},
        {"/delay", &FaultRoutes::delay},
        {"/stall", &FaultRoutes::stall},
        {"/echo", &FaultRoutes::echo},
        {"/never", &FaultRoutes::never},
        {"/close", &FaultRoutes::close},
        {"/reset", &FaultRoutes::reset},
        {"/silent-close", &FaultRoutes::silentClose},
        {"/announced-close", &FaultRoutes::announcedClose},
        {"/kill-second", &FaultRoutes::killSecond},
        {"/mid-body", &FaultRoutes::midBody},
        {"/length-long", &FaultRoutes::lengthLong},
        {"/length-short", &FaultRoutes::lengthShort},
        {"/endless-headers", &FaultRoutes::endlessHeaders},
        {"/huge-header", &FaultRoutes::hugeHeader},
        {"/garbage", &FaultRoutes::garbage},
        {"/gzip-bomb", &FaultRoutes::gzipBomb},
        {"/drip", &FaultRoutes::drip},
        {"/endless-body", &FaultRoutes::endlessBody},
        {"/continue", &FaultRoutes::continued},
        {"/chunked", &FaultRoutes::chunked},
        {"/chunked-broken", &FaultRoutes::chunkedBroken},
        {"/chunked-cut", &FaultRoutes::chunkedCut},
        {"/redirect-loop", &FaultRoutes::redirectLoop},
        {"/challenge", &FaultRoutes::challenge},
        {"/cookies", &FaultRoutes::cookies},
        {"/twice", &FaultRoutes::twice},
        {"/reset-middle", &FaultRoutes::resetMiddle},
        {"/reset-header", &FaultRoutes::resetHeader},
        {"/cut-header", &FaultRoutes::cutHeader},
        {"/length-twice", &FaultRoutes::lengthTwice},
        {"/length-absurd", &FaultRoutes::lengthAbsurd},
        {"/chunked-endless", &FaultRoutes::chunkedEndless},
        {"/chunked-slow", &FaultRoutes::chunkedSlow},
        {"/hints", &FaultRoutes::hints},
        {"/bodiless", &FaultRoutes::bodiless},
        {"/until-close", &FaultRoutes::untilClose},
        {"/old-version", &FaultRoutes::oldVersion},
        {"/gzip", &FaultRoutes::gzip},
        {"/early", &FaultRoutes::early},
    };
    return routes;
}

FaultRoutes::Next FaultRoutes::ok(const SeenRequest& request, const Arguments&)
{
    return answer(200, request.method == "HEAD" ? "" : "ok");
}

FaultRoutes::Next FaultRoutes::bytes(const SeenRequest&, const Arguments& arguments)
{
    return answer(200, std::string(static_cast<std::size_t>(arguments[0]), 'b'));
}

FaultRoutes::Next FaultRoutes::status(const SeenRequest&, const Arguments& arguments)
{
    const int code = arguments[0];
    if (code == 204 || code == 304) {
        return m_stream.write("HTTP/1.1 " + std::to_string(code) + " Said" + endOfHead) ? Next::keep
                                                                                        : Next::close;
    }
    return answer(code, "status");
}

FaultRoutes::Next FaultRoutes::delay(const SeenRequest&, const Arguments& arguments)
{
    return m_server.pause(arguments[0]) ? answer(200, "late") : Next::close;
}

FaultRoutes::Next FaultRoutes::stall(const SeenRequest&, const Arguments& arguments)
{
    const int wait = m_server.stallLeft(arguments[0], arguments[1]);
    return wait <= 0 || m_server.pause(wait) ? answer(200, "ok") : Next::close;
}

FaultRoutes::Next FaultRoutes::echo(const SeenRequest& request, const Arguments&)
{
    return answer(200, request.body, "X-Method: " + request.method + "\r\n");
}

FaultRoutes::Next FaultRoutes::never(const SeenRequest&, const Arguments&)
{
    return silence();
}

FaultRoutes::Next FaultRoutes::close(const SeenRequest&, const Arguments&)
{
    return Next::close;
}

FaultRoutes::Next FaultRoutes::reset(const SeenRequest&, const Arguments&)
{
    m_stream.reset();
    return Next::close;
}

FaultRoutes::Next FaultRoutes::silentClose(const SeenRequest&, const Arguments&)
{
    answer(200, "ok");
    return Next::close;
}

FaultRoutes::Next FaultRoutes::announcedClose(const SeenRequest&, const Arguments&)
{
    answer(200, "ok", "Connection: close\r\n");
    return Next::close;
}

FaultRoutes::Next FaultRoutes::killSecond(const SeenRequest& request, const Arguments&)
{
    return request.number == 1 ? answer(200, "ok") : Next::close;
}

FaultRoutes::Next FaultRoutes::midBody(const SeenRequest&, const Arguments&)
{
    m_stream.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + std::string(500, 'b'));
    return Next::close;
}

FaultRoutes::Next FaultRoutes::lengthLong(const SeenRequest&, const Arguments&)
{
    m_stream.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + std::string(500, 'b'));
    return silence();
}

FaultRoutes::Next FaultRoutes::lengthShort(const SeenRequest&, const Arguments&)
{
    m_stream.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n12345 and more that was not announced");
    return Next::keep;
}

FaultRoutes::Next FaultRoutes::endlessHeaders(const SeenRequest&, const Arguments&)
{
    m_stream.write("HTTP/1.1 200 OK\r\n");
    for (int i = 0; m_stream.write("X-Filler-" + std::to_string(i) + ": " + std::string(100, 'x') + "\r\n");
         ++i) {
        if (!m_server.pause(1)) {
            break;
        }
    }
    return Next::close;
}

FaultRoutes::Next FaultRoutes::hugeHeader(const SeenRequest&, const Arguments& arguments)
{
    return answer(200, "ok", "X-Huge: " + std::string(static_cast<std::size_t>(arguments[0]), 'h') + "\r\n");
}

FaultRoutes::Next FaultRoutes::garbage(const SeenRequest&, const Arguments&)
{
    m_stream.write("this is no status line\r\nnor is this a header\r\n\r\n");
    return Next::close;
}

FaultRoutes::Next FaultRoutes::gzipBomb(const SeenRequest&, const Arguments&)
{
    constexpr int unpacked = 10'000'000;
    return answer(200, gzipOfZeros(unpacked), "Content-Encoding: gzip\r\n");
}

FaultRoutes::Next FaultRoutes::drip(const SeenRequest&, const Arguments& arguments)
{
    m_stream.write("HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(arguments[0]) + endOfHead);
    for (int i = 0; i < arguments[0]; ++i) {
        if (!m_server.pause(arguments[1]) || !m_stream.write("d")) {
            return Next::close;
        }
    }
    return Next::keep;
}

FaultRoutes::Next FaultRoutes::endlessBody(const SeenRequest&, const Arguments&)
{
    m_stream.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
    const std::string block(16 * 1024, 'e');
    while (m_stream.write(block) && m_server.pause(1)) { }
    return Next::close;
}

FaultRoutes::Next FaultRoutes::continued(const SeenRequest& request, const Arguments&)
{
    m_stream.write("HTTP/1.1 100 Continue\r\n\r\n");
    return answer(200, request.body);
}

FaultRoutes::Next FaultRoutes::chunked(const SeenRequest&, const Arguments&)
{
    return m_stream.write(
               "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n")
        ? Next::keep
        : Next::close;
}

FaultRoutes::Next FaultRoutes::chunkedBroken(const SeenRequest&, const Arguments&)
{
    m_stream.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nzz\r\n world\r\n");
    return Next::close;
}

FaultRoutes::Next FaultRoutes::chunkedCut(const SeenRequest&, const Arguments&)
{
    m_stream.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6\r\n wo");
    return Next::close;
}

FaultRoutes::Next FaultRoutes::redirectLoop(const SeenRequest&, const Arguments&)
{
    return answer(302, "", "Location: /redirect-loop\r\n");
}

FaultRoutes::Next FaultRoutes::challenge(const SeenRequest&, const Arguments&)
{
    return answer(401, "who are you", "WWW-Authenticate: Basic realm=\"faults\"\r\n");
}

FaultRoutes::Next FaultRoutes::cookies(const SeenRequest&, const Arguments& arguments)
{
    std::string headers;
    for (int i = 0; i < arguments[0]; ++i) {
        const std::string number = std::to_string(i);
        headers += "Set-Cookie: c" + number + "=v" + number + "; Path=/\r\n";
    }
    return answer(200, "ok", headers);
}

FaultRoutes::Next FaultRoutes::twice(const SeenRequest&, const Arguments&)
{
    return answer(200, "ok", "X-Twice: one\r\nX-Twice: two\r\n");
}

FaultRoutes::Next FaultRoutes::resetMiddle(const SeenRequest&, const Arguments&)
{
    m_stream.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + std::string(500, 'b'));
    m_server.pause(50); // what was written would go with the connection
    m_stream.reset();
    return Next::close;
}

FaultRoutes::Next FaultRoutes::resetHeader(const SeenRequest&, const Arguments&)
{
    m_stream.write("HTTP/1.1 200 OK\r\nContent-Le");
    m_server.pause(50);
    m_stream.reset();
    return Next::close;
}

FaultRoutes::Next FaultRoutes::cutHeader(const SeenRequest&, const Arguments&)
{
    m_stream.write("HTTP/1.1 200 OK\r\nContent-Le");
    return Next::close;
}

FaultRoutes::Next FaultRoutes::lengthTwice(const SeenRequest&, const Arguments&)
{
    m_stream.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 7\r\n\r\n1234567");
    return Next::close;
}

FaultRoutes::Next FaultRoutes::lengthAbsurd(const SeenRequest&, const Arguments&)
{
    m_stream.write("HTTP/1.1 200 OK\r\nContent-Length: 9000000000\r\n\r\nnot that much");
    return silence();
}

FaultRoutes::Next FaultRoutes::chunkedEndless(const SeenRequest&, const Arguments&)
{
    m_stream.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    const std::string chunk = "4000\r\n" + std::string(0x4000, 'c') + "\r\n";
    while (m_stream.write(chunk) && m_server.pause(1)) { }
    return Next::close;
}

FaultRoutes::Next FaultRoutes::chunkedSlow(const SeenRequest&, const Arguments&)
{
    // Byte by byte, with an extension and a trailer: every place a reader may have to wait at.
    const std::string answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\nhello\r\n"
                               "6\r\n world\r\n0\r\nX-Trailer: yes\r\n\r\n";
    for (const char c : answer) {
        if (!m_server.pause(1) || !m_stream.write(std::string(1, c)))
            return Next::close;
    }
    return Next::keep;
}

FaultRoutes::Next FaultRoutes::hints(const SeenRequest&, const Arguments&)
{
    const std::string hint = "HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n";
    m_stream.write(hint + hint + "HTTP/1.1 102 Processing\r\n\r\n");
    return answer(200, "hinted");
}

FaultRoutes::Next FaultRoutes::bodiless(const SeenRequest& request, const Arguments& arguments)
{
    // A length is told, but no body follows: right for 304 and for HEAD.
    const int code = arguments[0];
    const std::string head = "HTTP/1.1 " + std::to_string(code) + " Said\r\nContent-Length: 500\r\n\r\n";
    return (code == 304 || request.method == "HEAD") && m_stream.write(head) ? Next::keep : Next::close;
}

FaultRoutes::Next FaultRoutes::untilClose(const SeenRequest&, const Arguments&)
{
    m_stream.write("HTTP/1.1 200 OK\r\n\r\nto the end");
    return Next::close;
}

FaultRoutes::Next FaultRoutes::oldVersion(const SeenRequest&, const Arguments&)
{
    m_stream.write("HTTP/1.0 200 OK\r\nContent-Length: 3\r\n\r\nold");
    return Next::close;
}

FaultRoutes::Next FaultRoutes::gzip(const SeenRequest&, const Arguments&)
{
    // "hello\n", packed.
    static const unsigned char packed[] = {0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0xcb,
        0x48, 0xcd, 0xc9, 0xc9, 0xe7, 0x02, 0x00, 0x20, 0x30, 0x3a, 0x36, 0x06, 0x00, 0x00, 0x00};
    return answer(
        200, std::string(reinterpret_cast<const char*>(packed), sizeof packed), "Content-Encoding: gzip\r\n");
}

FaultRoutes::Next FaultRoutes::early(const SeenRequest&, const Arguments&)
{
    answer(413, "too much", "Connection: close\r\n");
    return Next::close;
}

} // namespace plumb::test
