// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/transports.h"

#include "engine/qnam/qnamfactory.h"

namespace plumb::runner {

Result<std::shared_ptr<engine::TransportFactory>> makeTransport(const std::string& name)
{
    if (name == "qnam") {
        return std::shared_ptr<engine::TransportFactory>(std::make_shared<engine::qnam::QnamFactory>());
    }
    return Error{ErrorKind::usage, "there is no transport \"" + name + "\" in this version", "--transport",
        "use --transport qnam"};
}

} // namespace plumb::runner
