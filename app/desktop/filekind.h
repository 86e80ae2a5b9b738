// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace plumb::desktop {

/// What a file or folder that the user hands to the window is.
enum class FileKind { report, scenario, library, other };

/// By the `schema` in the first 64 KiB, without reading the whole file: reports may be large.
FileKind fileKind(const QString& path);

} // namespace plumb::desktop
