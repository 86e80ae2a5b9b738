// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/reportrange.h"

#include <QObject>
#include <QPointer>

class QMargins;
class QRect;

namespace plumb::ui {

class ReportWindow;
class Settings;

/// The windows with a report each. They go with the workbench's window.
class ReportWindows : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this.
    ReportWindows(Settings& settings, QWidget& workbench);
    ~ReportWindows() override;

    /// Where the window last stood, beside those that are open.
    ReportWindow* open(const QString& file);
    /// Two windows next to each other on the workbench's screen, with linked time ranges.
    void openSideBySide(const QString& left, const QString& right);
    [[nodiscard]] QList<ReportWindow*> windows() const;
    void closeAll();

    /// The left or right half of @p available, without what the desktop puts around a window.
    [[nodiscard]] static QRect half(const QRect& available, const QMargins& frame, bool left);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    ReportWindow* make(const QString& file);
    void link(bool on);
    void follow(const ReportWindow* leader, const std::optional<models::TimeRange>& range);

    Settings& m_settings;
    QWidget& m_workbench;
    QList<QPointer<ReportWindow>> m_windows;
    bool m_linked = false;
};

} // namespace plumb::ui
