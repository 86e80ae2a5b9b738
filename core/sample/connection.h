// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/worker.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>

namespace plumb::sample {

/// Serves HTTP/1.1 on @p socket, which belongs to the worker's io_context, until either side closes. Call on
/// the worker's thread.
void serve(Worker& worker, boost::asio::ip::tcp::socket socket);

/// The same over TLS; @p context must outlive the worker.
void serveTls(Worker& worker, boost::asio::ip::tcp::socket socket, boost::asio::ssl::context& context);

} // namespace plumb::sample
