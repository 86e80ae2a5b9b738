// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/faultserver.h"
#include "tests/support/faultstream.h"

#include <map>

namespace plumb::test {

/// The conversation on one connection of the FaultServer.
class FaultRoutes
{
public:
    FaultRoutes(FaultServer& server, FaultStream& stream);
    void run(int connection); ///< returns when the connection is to be closed

private:
    enum class Next { keep, close };
    /// Arguments are the parts of the path after its name.
    using Arguments = std::vector<int>;
    using Route = Next (FaultRoutes::*)(const SeenRequest&, const Arguments&);
    static const std::map<std::string, Route>& table();

    bool readRequest(SeenRequest& request);
    bool readBody(SeenRequest& request);
    Next dispatch(const SeenRequest& request);
    Next answer(int status, const std::string& body, const std::string& headers = {});
    Next passOn(const SeenRequest& request);
    Next silence();

    Next ok(const SeenRequest& request, const Arguments& arguments);
    Next bytes(const SeenRequest& request, const Arguments& arguments);
    Next status(const SeenRequest& request, const Arguments& arguments);
    Next delay(const SeenRequest& request, const Arguments& arguments);
    Next stall(const SeenRequest& request, const Arguments& arguments);
    Next echo(const SeenRequest& request, const Arguments& arguments);
    Next never(const SeenRequest& request, const Arguments& arguments);
    Next close(const SeenRequest& request, const Arguments& arguments);
    Next reset(const SeenRequest& request, const Arguments& arguments);
    Next silentClose(const SeenRequest& request, const Arguments& arguments);
    Next announcedClose(const SeenRequest& request, const Arguments& arguments);
    Next killSecond(const SeenRequest& request, const Arguments& arguments);
    Next midBody(const SeenRequest& request, const Arguments& arguments);
    Next lengthLong(const SeenRequest& request, const Arguments& arguments);
    Next lengthShort(const SeenRequest& request, const Arguments& arguments);
    Next endlessHeaders(const SeenRequest& request, const Arguments& arguments);
    Next hugeHeader(const SeenRequest& request, const Arguments& arguments);
    Next garbage(const SeenRequest& request, const Arguments& arguments);
    Next gzipBomb(const SeenRequest& request, const Arguments& arguments);
    Next drip(const SeenRequest& request, const Arguments& arguments);
    Next endlessBody(const SeenRequest& request, const Arguments& arguments);
    Next continued(const SeenRequest& request, const Arguments& arguments);
    Next chunked(const SeenRequest& request, const Arguments& arguments);
    Next chunkedBroken(const SeenRequest& request, const Arguments& arguments);
    Next chunkedCut(const SeenRequest& request, const Arguments& arguments);
    Next redirectLoop(const SeenRequest& request, const Arguments& arguments);
    Next challenge(const SeenRequest& request, const Arguments& arguments);
    Next cookies(const SeenRequest& request, const Arguments& arguments);
    Next twice(const SeenRequest& request, const Arguments& arguments);
    Next resetMiddle(const SeenRequest& request, const Arguments& arguments);
    Next resetHeader(const SeenRequest& request, const Arguments& arguments);
    Next cutHeader(const SeenRequest& request, const Arguments& arguments);
    Next lengthTwice(const SeenRequest& request, const Arguments& arguments);
    Next lengthAbsurd(const SeenRequest& request, const Arguments& arguments);
    Next chunkedEndless(const SeenRequest& request, const Arguments& arguments);
    Next chunkedSlow(const SeenRequest& request, const Arguments& arguments);
    Next hints(const SeenRequest& request, const Arguments& arguments);
    Next bodiless(const SeenRequest& request, const Arguments& arguments);
    Next untilClose(const SeenRequest& request, const Arguments& arguments);
    Next oldVersion(const SeenRequest& request, const Arguments& arguments);
    Next gzip(const SeenRequest& request, const Arguments& arguments);
    Next early(const SeenRequest& request, const Arguments& arguments);

    FaultServer& m_server;
    FaultStream& m_stream;
    std::string m_pending; ///< read but not yet consumed
};

} // namespace plumb::test
