// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/exporter.h"

namespace plumb::exporting {

class HgrmExporter final : public Exporter
{
public:
    [[nodiscard]] std::string_view format() const override { return "hgrm"; }
    [[nodiscard]] std::string_view description() const override
    {
        return "percentile distribution of the run for HdrHistogram plotters, ms";
    }
    [[nodiscard]] Result<std::vector<Document>> write(const report::Report& report) const override;
};

} // namespace plumb::exporting
