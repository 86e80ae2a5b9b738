// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/builtinspec.h"

#include <QFile>

namespace plumb::sample {

Result<ServiceSpec> builtinSpec()
{
    const std::string name = ":/plumbline/sample/default.json";
    QFile file(QString::fromStdString(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorKind::internal, "the built-in spec is not part of this program", name, {}};
    }
    const auto json = parseJson(file.readAll().toStdString(), name);
    if (!json) {
        return json.error();
    }
    return specFromJson(*json, name);
}

} // namespace plumb::sample
