// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/command.h"

class QWidget;

namespace plumb::ui {

/// A sheet of every shortcut, in groups by menu and page: those of @p commands, read from them so that none
/// can be missing or wrong, and the keys of charts and lists.
void showShortcuts(QWidget* parent, const QList<Command>& commands);

/// Version, licence, and the libraries with theirs.
void showAbout(QWidget* parent);

} // namespace plumb::ui
