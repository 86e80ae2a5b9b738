// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

// What a person without a mouse or a screen has of a page.
namespace plumb::test {

/// "MainWindow/RunPage(page_run)/RunSetup/QSpinBox": class and object name of a widget and its parents.
QString objectPath(const QWidget& widget);

/// What a screen reader says first of @p widget.
QString spokenName(QWidget& widget);

/// One line with the object path for each visible control below @p root that has nothing to be called by, and
/// for each enabled one that pressing Tab round its whole window does not reach; empty: all is well. Those of
/// other windows (menus, lists of combo boxes) are left out. The window has to be active.
QString accessProblems(const QWidget& root);

/// One line for each press of Tab, from the focus on until it is there again, that goes up on the page
/// without going to the right: not the order in which it is read. Only steps between controls below @p root
/// count.
QString orderProblems(const QWidget& root);

/// One line for each mnemonic (Alt and a letter) that two enabled controls in the window of @p root share,
/// its menus among them: "R: Remove, Refresh". Empty: all is well.
QString mnemonicClashes(const QWidget& root);

} // namespace plumb::test
