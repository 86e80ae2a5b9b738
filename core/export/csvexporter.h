// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/exporter.h"

namespace plumb::exporting {

class CsvExporter final : public Exporter
{
public:
    [[nodiscard]] std::string_view format() const override { return "csv"; }
    [[nodiscard]] std::string_view description() const override
    {
        return "three files with Locust's columns: _stats, _history, _failures";
    }
    [[nodiscard]] Result<std::vector<Document>> write(const report::Report& report) const override;
};

} // namespace plumb::exporting
