// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/exporter.h"

namespace plumb::exporting {

class FlatJsonExporter final : public Exporter
{
public:
    [[nodiscard]] std::string_view format() const override { return "flat-json"; }
    [[nodiscard]] std::string_view description() const override
    {
        return "one flat object of the run's main figures";
    }
    [[nodiscard]] Result<std::vector<Document>> write(const report::Report& report) const override;
};

} // namespace plumb::exporting
