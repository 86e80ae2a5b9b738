// SPDX-License-Identifier: GPL-3.0-or-later
// The compiled part of Asio and Beast, once for the whole program (BOOST_ASIO_SEPARATE_COMPILATION).
#include <boost/asio/impl/src.hpp>
#include <boost/asio/ssl/impl/src.hpp>
#include <boost/beast/src.hpp>
