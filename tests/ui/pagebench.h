// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/libraryloader.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/settings.h"
#include "ui/shell/thememanager.h"

#include <QAbstractButton>
#include <QSettings>
#include <QTemporaryDir>

namespace plumb::ui {
class NoticeBar;
class Page;
} // namespace plumb::ui

namespace plumb::test {

/// A page as its user has it: in the window, over a library in a folder of its own.
class PageBench
{
public:
    PageBench();

    /// Writes a file below the library; a report or scenario is found when the library is opened or
    /// refreshed.
    QString write(const QString& path, const std::string& text);
    /// Opens the library and waits until it was read. False if that takes too long.
    [[nodiscard]] bool openLibrary();
    /// Takes @p page over, shows it and waits until the window is active. False if that takes too long.
    [[nodiscard]] bool show(ui::Page* page);

    QTemporaryDir folder;
    QSettings store;
    ui::Settings settings;
    ui::ThemeManager themes;
    models::LibraryLoader library;
    ui::MainWindow window; ///< goes first, its pages use the others
};

/// The widget of this type below @p root that screen readers call @p name, if there is one; visible or not.
template <class Widget>
Widget* named(const QWidget& root, const QString& name)
{
    const auto widgets = root.findChildren<Widget*>();
    for (Widget* widget : widgets) {
        if (widget->accessibleName() == name)
            return widget;
    }
    return nullptr;
}

/// The visible button with this text, whatever its mnemonic; null if there is none.
QAbstractButton* button(const QWidget& root, const QString& text);

/// The texts of the visible labels below @p root, top to bottom.
QStringList visibleTexts(const QWidget& root);
/// Whether one of them holds @p words (UTF-8).
bool says(const QWidget& root, const char* words);

/// The notice that is visible below @p root; null: none.
ui::NoticeBar* notice(const QWidget& root);

/// Presses a key where the focus is.
void key(Qt::Key code, Qt::KeyboardModifiers modifiers = Qt::NoModifier);

/// UTF-8 as QString.
QString text(const char* words);

} // namespace plumb::test
