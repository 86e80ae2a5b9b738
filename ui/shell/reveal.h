// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QObject;

namespace plumb::ui {

/// Shows @p file chosen in the desktop's file manager (org.freedesktop.FileManager1), or else its folder.
/// Nothing is waited for. @p context: once it is gone, nothing more happens.
void revealFile(const QString& file, QObject* context);

} // namespace plumb::ui
