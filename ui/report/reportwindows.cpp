// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/reportwindows.h"

#include "ui/report/reportpage.h"
#include "ui/report/reportwindow.h"

#include <QAction>
#include <QEvent>
#include <QMargins>
#include <QRect>
#include <QScreen>

#include <algorithm>

namespace plumb::ui {

namespace {

/// A new window does not hide the one before.
constexpr QPoint cascade(32, 32);

} // namespace

ReportWindows::ReportWindows(Settings& settings, QWidget& workbench)
    : m_settings(settings)
    , m_workbench(workbench)
{
    workbench.installEventFilter(this);
}

ReportWindows::~ReportWindows()
{
    const auto open = windows();
    qDeleteAll(open);
}

QList<ReportWindow*> ReportWindows::windows() const
{
    QList<ReportWindow*> open;
    for (const auto& window : m_windows) {
        if (!window.isNull())
            open << window.data();
    }
    return open;
}

void ReportWindows::closeAll()
{
    const auto open = windows();
    for (auto* window : open)
        window->close();
}

bool ReportWindows::eventFilter(QObject* watched, QEvent* event)
{
    // Closed, not minimised: whoever ends the workbench ends it whole.
    if (watched == &m_workbench && event->type() == QEvent::Hide && !event->spontaneous())
        closeAll();
    return QObject::eventFilter(watched, event);
}

ReportWindow* ReportWindows::make(const QString& file)
{
    auto* window = new ReportWindow(m_settings);
    m_windows.removeAll(nullptr);
    m_windows << window;
    window->linkAction()->setChecked(m_linked);
    connect(window, &ReportWindow::openReport, this, [this](const QString& other) { open(other); });
    connect(window->linkAction(), &QAction::toggled, this, &ReportWindows::link);
    connect(window->page(), &ReportPage::rangeChosen, this,
        [this, window](const std::optional<models::TimeRange>& range) { follow(window, range); });
    window->page()->open(file);
    return window;
}

ReportWindow* ReportWindows::open(const QString& file)
{
    const auto before = windows();
    auto* window = make(file);
    const auto stands = [&](const ReportWindow* other) { return other->pos() == window->pos(); };
    while (std::any_of(before.begin(), before.end(), stands))
        window->move(window->pos() + cascade);
    window->show();
    window->activateWindow();
    return window;
}

QRect ReportWindows::half(const QRect& available, const QMargins& frame, bool left)
{
    const int middle = available.left() + available.width() / 2;
    QRect room = available;
    if (left)
        room.setRight(middle - 1);
    else
        room.setLeft(middle);
    return room.marginsRemoved(frame);
}

void ReportWindows::openSideBySide(const QString& left, const QString& right)
{
    // The desktop frames its windows alike; this one's frame is known already.
    const QRect outer = m_workbench.frameGeometry();
    const QRect inner = m_workbench.geometry();
    const QMargins frame = m_workbench.isFullScreen() || m_workbench.isMaximized()
        ? QMargins(0, outer.top() < inner.top() ? inner.top() - outer.top() : 0, 0, 0)
        : QMargins(inner.left() - outer.left(), inner.top() - outer.top(), outer.right() - inner.right(),
            outer.bottom() - inner.bottom());
    const QRect available = m_workbench.screen()->availableGeometry();
    link(true);
    ReportWindow* last = nullptr;
    for (const bool first : {true, false}) {
        last = make(first ? left : right);
        last->setWindowState(last->windowState() & ~(Qt::WindowMaximized | Qt::WindowFullScreen));
        last->setGeometry(half(available, frame, first));
        last->show();
    }
    last->activateWindow();
}

void ReportWindows::link(bool on)
{
    m_linked = on;
    const auto open = windows();
    for (auto* window : open)
        window->linkAction()->setChecked(on);
}

void ReportWindows::follow(const ReportWindow* leader, const std::optional<models::TimeRange>& range)
{
    const auto open = windows();
    for (auto* window : open) {
        if (m_linked && window != leader)
            window->page()->setRange(range);
    }
}

} // namespace plumb::ui
