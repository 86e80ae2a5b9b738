// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

#include <array>

class QWidget;

namespace plumb::ui {

enum class ThemeMode { system, light, dark };

/// "system", "light", "dark": as written in settings and on the command line. An unknown text is system.
QString toString(ThemeMode mode);
ThemeMode themeModeFromString(const QString& text);

/// How one series of a chart is told from the others: by colour, dash and marker, never by colour alone.
struct SeriesStyle
{
    enum class Marker { disc, square, diamond, triangle, cross, plus };
    QColor color;
    Qt::PenStyle dash = Qt::SolidLine;
    Marker marker = Marker::disc;
};

/// Text on its tint, for badges and notices; the ink also stands on the surface. Contrast is 4.5:1 or better.
struct InkAndTint
{
    QColor ink;
    QColor tint;
};

/// The tokens of the look: the only place where colours, distances and type sizes are written.
/// A widget asks Theme::of(this), so that a palette set on any part of the window carries its theme with it.
struct Theme
{
    bool dark = false;
    QColor window;
    QColor surface;
    QColor raised;
    QColor border;
    QColor grid;
    QColor text;
    QColor muted;
    QColor accent;
    QColor onAccent;
    InkAndTint pass;
    InkAndTint warn;
    InkAndTint fail;
    InkAndTint invalid;
    InkAndTint neutral;
    QColor
        better; ///< ink of a change to the better, and to the worse: blue and vermillion, never green and red
    QColor worse;
    std::array<SeriesStyle, 6> series;

    // Distances in device-independent pixels.
    static constexpr int space1 = 4;
    static constexpr int space2 = 8;
    static constexpr int space3 = 12;
    static constexpr int space4 = 16;
    static constexpr int space5 = 24;
    static constexpr int radius = 6;
    static constexpr int controlHeight = 28;
    static constexpr int rowHeight = 26;
    static constexpr int iconSize = 16;
    static constexpr int navigationIconSize = 20;

    static const Theme& light();
    static const Theme& darkTheme();
    /// The theme a palette was made from; for a foreign palette the one of its lightness.
    static const Theme& of(const QPalette& palette);
    static const Theme& of(const QWidget* widget);

    [[nodiscard]] QPalette palette() const;
};

/// The sizes of LOOK.md as fonts of the system's family, relative to 13 px so that a larger desktop font
/// scales all.
enum class TypeSize { pageTitle, section, body, caption, figure };
QFont typeFont(TypeSize size, const QFont& base);

} // namespace plumb::ui
