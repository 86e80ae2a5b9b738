// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/exporter.h"

namespace plumb::exporting {

class MarkdownExporter final : public Exporter
{
public:
    [[nodiscard]] std::string_view format() const override { return "markdown"; }
    [[nodiscard]] std::string_view description() const override
    {
        return "a report for people, the verdict first";
    }
    [[nodiscard]] Result<std::vector<Document>> write(const report::Report& report) const override;
};

} // namespace plumb::exporting
