// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace plumb::exporting {

/// Text for a table cell or a line: what Markdown or HTML would take as its own is escaped, lines are joined.
std::string escaped(std::string_view text);

using Cells = std::vector<std::string>;

/// A row of a table, with a line end; cells as they are.
std::string row(const Cells& cells);

/// The head of a table. The first column is text, the others are figures where @p figures is set.
std::string tableHead(const Cells& titles, bool figures);

std::string upper(std::string_view text);

} // namespace plumb::exporting
