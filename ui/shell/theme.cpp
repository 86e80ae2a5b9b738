// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/theme.h"

#include <QWidget>

namespace plumb::ui {

namespace {

using Marker = SeriesStyle::Marker;

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

/// Dash and marker go with the place in the order, in both themes.
std::array<SeriesStyle, 6> seriesOf(const std::array<QRgb, 6>& colors)
{
    constexpr std::array dashes{
        Qt::SolidLine, Qt::SolidLine, Qt::SolidLine, Qt::DashLine, Qt::DashDotLine, Qt::DotLine};
    constexpr std::array markers{
        Marker::disc, Marker::square, Marker::diamond, Marker::triangle, Marker::cross, Marker::plus};
    std::array<SeriesStyle, 6> styles;
    for (std::size_t i = 0; i < styles.size(); ++i) {
        styles[i] = {rgb(colors[i]), dashes[i], markers[i]};
    }
    return styles;
}

Theme makeLight()
{
    Theme theme;
    theme.dark = false;
    theme.window = rgb(0xF4F6F8);
    theme.surface = rgb(0xFFFFFF);
    theme.raised = rgb(0xFFFFFF);
    theme.border = rgb(0xD9DFE6);
    theme.grid = rgb(0xE9EDF1);
    theme.text = rgb(0x1B2430);
    theme.muted = rgb(0x5A6573);
    theme.accent = rgb(0x0B63C4);
    theme.onAccent = rgb(0xFFFFFF);
    theme.pass = {rgb(0x0A7350), rgb(0xE2F3EC)};
    theme.warn = {rgb(0x8A5200), rgb(0xFDF0DA)};
    theme.fail = {rgb(0xB3261E), rgb(0xFCE7E5)};
    theme.invalid = {rgb(0x5B4A93), rgb(0xEEEAF8)};
    theme.neutral = {rgb(0x515C69), rgb(0xE9EDF1)};
    theme.better = rgb(0x0068A3);
    theme.worse = rgb(0xB34E00);
    theme.series = seriesOf({0x0072B2, 0xD55E00, 0x007A5A, 0xB0568A, 0x8A6D00, 0x3B4754});
    return theme;
}

Theme makeDark()
{
    Theme theme;
    theme.dark = true;
    theme.window = rgb(0x12161B);
    theme.surface = rgb(0x1B2128);
    theme.raised = rgb(0x222A33);
    theme.border = rgb(0x313A45);
    theme.grid = rgb(0x262E37);
    theme.text = rgb(0xE7ECF2);
    theme.muted = rgb(0x9DA9B7);
    theme.accent = rgb(0x63AEF5);
    theme.onAccent = rgb(0x12161B);
    theme.pass = {rgb(0x55CFA2), rgb(0x17332A)};
    theme.warn = {rgb(0xF2B950), rgb(0x38290F)};
    theme.fail = {rgb(0xFF8F85), rgb(0x3F1D1B)};
    theme.invalid = {rgb(0xBBABF0), rgb(0x2A2442)};
    theme.neutral = {rgb(0xA9B4C1), rgb(0x2A323B)};
    theme.better = rgb(0x56B4E9);
    theme.worse = rgb(0xF08A3C);
    theme.series = seriesOf({0x56B4E9, 0xE69F00, 0x2FC79A, 0xE08FBF, 0xF0E442, 0xC9D2DC});
    return theme;
}

/// @p part of @p over laid on @p under; opaque, since alpha fills are slow in plots and wrong in exports.
QColor blend(const QColor& under, const QColor& over, double part)
{
    const auto mix = [part](int a, int b) { return qRound(a + (b - a) * part); };
    return QColor(
        mix(under.red(), over.red()), mix(under.green(), over.green()), mix(under.blue(), over.blue()));
}

} // namespace

QString toString(ThemeMode mode)
{
    switch (mode) {
    case ThemeMode::light:
        return QStringLiteral("light");
    case ThemeMode::dark:
        return QStringLiteral("dark");
    case ThemeMode::system:
        break;
    }
    return QStringLiteral("system");
}

ThemeMode themeModeFromString(const QString& text)
{
    if (text == QLatin1String("light")) {
        return ThemeMode::light;
    }
    return text == QLatin1String("dark") ? ThemeMode::dark : ThemeMode::system;
}

const Theme& Theme::light()
{
    static const Theme theme = makeLight();
    return theme;
}

const Theme& Theme::darkTheme()
{
    static const Theme theme = makeDark();
    return theme;
}

const Theme& Theme::of(const QPalette& palette)
{
    const bool dark = palette.color(QPalette::Active, QPalette::Window).lightness()
        < palette.color(QPalette::Active, QPalette::WindowText).lightness();
    return dark ? darkTheme() : light();
}

const Theme& Theme::of(const QWidget* widget)
{
    return of(widget->palette());
}

QPalette Theme::palette() const
{
    QPalette result;
    result.setColor(QPalette::Window, window);
    result.setColor(QPalette::WindowText, text);
    result.setColor(QPalette::Base, surface);
    result.setColor(QPalette::AlternateBase, blend(surface, window, 0.6));
    result.setColor(QPalette::Text, text);
    result.setColor(QPalette::PlaceholderText, muted);
    result.setColor(QPalette::Button, raised);
    result.setColor(QPalette::ButtonText, text);
    result.setColor(QPalette::BrightText, fail.ink);
    result.setColor(QPalette::ToolTipBase, raised);
    result.setColor(QPalette::ToolTipText, text);
    result.setColor(QPalette::Link, accent);
    result.setColor(QPalette::LinkVisited, accent);
    result.setColor(QPalette::Highlight, accent);
    result.setColor(QPalette::HighlightedText, onAccent);
    result.setColor(QPalette::Light, blend(window, surface, 0.5));
    result.setColor(QPalette::Midlight, grid);
    result.setColor(QPalette::Mid, border);
    result.setColor(QPalette::Dark, blend(border, text, 0.25));
    result.setColor(QPalette::Shadow, blend(border, text, 0.5));
    const QColor faint = blend(surface, muted, 0.65);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        result.setColor(QPalette::Disabled, role, faint);
    }
    // A selection in a window that is not active stays visible, but stops shouting.
    const QColor quiet = blend(surface, accent, dark ? 0.28 : 0.16);
    result.setColor(QPalette::Inactive, QPalette::Highlight, quiet);
    result.setColor(QPalette::Inactive, QPalette::HighlightedText, text);
    result.setColor(QPalette::Disabled, QPalette::Highlight, border);
    result.setColor(QPalette::Disabled, QPalette::HighlightedText, faint);
    return result;
}

QFont typeFont(TypeSize size, const QFont& base)
{
    constexpr double bodyPixels = 13.0;
    double pixels = bodyPixels;
    QFont::Weight weight = QFont::Normal;
    switch (size) {
    case TypeSize::pageTitle:
        pixels = 18.0;
        weight = QFont::DemiBold;
        break;
    case TypeSize::section:
        weight = QFont::DemiBold;
        break;
    case TypeSize::body:
        break;
    case TypeSize::caption:
        pixels = 11.0;
        break;
    case TypeSize::figure:
        pixels = 24.0;
        weight = QFont::DemiBold;
        break;
    }
    QFont font = base;
    const double factor = pixels / bodyPixels;
    if (base.pixelSize() > 0) {
        font.setPixelSize(qRound(base.pixelSize() * factor));
    } else {
        font.setPointSizeF(base.pointSizeF() * factor);
    }
    font.setWeight(weight);
    return font;
}

} // namespace plumb::ui
