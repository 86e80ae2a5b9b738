// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace plumb::scenario {

/// What can be told of an SQL text without a database. Words inside quotes and comments do not count.
struct SqlStatement
{
    std::string verb; ///< first word in capitals; empty: there is none
    bool writes = false; ///< it may change something, lock rows or settings; when in doubt, true
    int statements = 0;
    /// In order of appearance: "?" or the name of ":name".
    std::vector<std::string> placeholders;
};

/// Reads the SQL of SQLite and PostgreSQL: '' and "" quotes, $tag$ quotes, -- and nested /* */ comments.
SqlStatement readSqlStatement(std::string_view text);

} // namespace plumb::scenario
