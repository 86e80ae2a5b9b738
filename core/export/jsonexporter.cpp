// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/jsonexporter.h"

namespace plumb::exporting {

Result<std::vector<Document>> JsonExporter::write(const report::Report& report) const
{
    return std::vector<Document>{{".json", dumpJson(report::toJson(report), 2) + '\n'}};
}

} // namespace plumb::exporting
