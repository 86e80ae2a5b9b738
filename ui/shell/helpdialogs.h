// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QAction;
class QWidget;

namespace plumb::ui {

/// A sheet of every shortcut: those of @p actions, read from them so that none can be missing or wrong, and
/// the keys of charts.
void showShortcuts(QWidget* parent, const QList<QAction*>& actions);

/// Version, licence, and the libraries with theirs.
void showAbout(QWidget* parent);

} // namespace plumb::ui
