// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <string>

namespace plumb::models {

/// The JSON pointer of the value, or of the key's value, that stands at @p position (in characters) of a JSON
/// text; nothing where the text is no JSON up to there or the place is between values.
[[nodiscard]] std::optional<std::string> jsonPointerAt(const QString& text, qsizetype position);

} // namespace plumb::models
