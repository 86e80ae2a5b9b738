// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace plumb::ui {

/// Every metric of the catalogue with what it means, to be searched and read by keyboard.
void showFigures(QWidget* parent);

} // namespace plumb::ui
