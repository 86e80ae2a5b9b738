// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/transports.h"

#include "engine/direct/directfactory.h"
#include "engine/qnam/qnamfactory.h"

namespace plumb::runner {

Result<std::shared_ptr<engine::TransportFactory>> makeTransport(const std::string& name)
{
    if (name == "qnam") {
        return std::shared_ptr<engine::TransportFactory>(std::make_shared<engine::qnam::QnamFactory>());
    }
    if (name == "direct") {
        return std::shared_ptr<engine::TransportFactory>(std::make_shared<engine::direct::DirectFactory>());
    }
    return Error{ErrorKind::usage, "there is no transport \"" + name + "\"", "--transport",
        "use --transport qnam or --transport direct"};
}

} // namespace plumb::runner
