// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <chrono>

namespace plumb::ui {
class MainWindow;
} // namespace plumb::ui

namespace plumb::desktop {

/// `plumbline --self-test`: opens a report as if it was dropped on the window, waits until it stands on its
/// page, then shows and paints every page. Ends the program with 0, or with 1 and a sentence on stderr.
class SelfTest : public QObject
{
    Q_OBJECT

public:
    /// @p folder: an empty place for the report.
    SelfTest(ui::MainWindow& window, const QString& folder, QObject* parent = nullptr);

private:
    void step();
    void fail(const QString& why);

    ui::MainWindow& m_window;
    QTimer m_timer;
    std::chrono::steady_clock::time_point m_until; ///< the report has to be there by then
    bool m_reportSeen = false;
    QStringList m_pages;
};

} // namespace plumb::desktop
