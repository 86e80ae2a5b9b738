// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

namespace plumb::ui {
class MainWindow;
class Settings;
} // namespace plumb::ui

namespace plumb::desktop {

struct Arguments;

/// Makes the pages and what they work on, and joins them with @p window: the one place that knows all of
/// them. What it returns owns what the pages share and lives as long as the window.
std::unique_ptr<QObject> compose(ui::MainWindow& window, ui::Settings& settings, const Arguments& arguments);

} // namespace plumb::desktop
