// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QStringList>
#include <QStringView>

namespace plumb::ui {

/// An icon of the program's own family by name ("play", "verdict-pass"; iconNames()), drawn from SVG at any
/// size in the text colour of the application's palette: disabled and selected states follow the palette, a
/// checked (On) state takes the accent. An unknown name gives a null icon and a warning in the log.
QIcon icon(QStringView name);

/// The same in one fixed colour.
QIcon icon(QStringView name, const QColor& color);

/// @p size in device-independent pixels, rendered at @p devicePixelRatio.
QPixmap iconPixmap(QStringView name, const QColor& color, int size, qreal devicePixelRatio);

/// The program's own icon, in its own colours.
QIcon applicationIcon();

/// All names of the family, sorted.
QStringList iconNames();

} // namespace plumb::ui
