// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/theme.h"

#include <QObject>

class QApplication;

namespace plumb::ui {

class PlumbStyle;

/// Puts the theme on the application: Fusion with a small proxy style, and a palette. In system mode the
/// palette follows the lightness of the desktop's. Widgets notice by QEvent::PaletteChange.
class ThemeManager : public QObject
{
    Q_OBJECT

public:
    /// Takes over style and palette of @p application at once.
    ThemeManager(QApplication& application, ThemeMode mode, QObject* parent = nullptr);

    [[nodiscard]] ThemeMode mode() const { return m_mode; }
    void setMode(ThemeMode mode);
    /// Lets menus, lists and tooltips fade and slide, or not; nothing moves for longer than 150 ms.
    void setMotion(bool on);
    /// Whether the desktop wants motion.
    [[nodiscard]] bool desktopMotion() const { return m_desktopMotion; }
    [[nodiscard]] const Theme& theme() const { return *m_theme; }

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void changed();

private:
    void apply();

    QApplication& m_application;
    ThemeMode m_mode;
    const Theme* m_theme;
    bool m_applying = false;
    bool m_desktopMotion; ///< asked before anything is changed
    PlumbStyle* m_style; ///< of the application, which owns it
};

} // namespace plumb::ui
