// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/noticebar.h"

#include <QIcon>
#include <QList>
#include <QWidget>

class QAction;
class QUndoStack;

namespace plumb::ui {

/// One place of the workbench, shown in the main window below the page header. Pages keep their state when
/// left.
class Page : public QWidget
{
    Q_OBJECT

public:
    /// @p id is stable and English ("run"): it names the page in showPage() and in settings.
    explicit Page(const QString& id, QWidget* parent = nullptr);

    [[nodiscard]] QString id() const { return m_id; }

    /// Headline of the page; may change (titleChanged()).
    [[nodiscard]] virtual QString title() const = 0;
    /// The word in the navigation; the title unless the title holds changing detail.
    [[nodiscard]] virtual QString navigationText() const { return title(); }
    [[nodiscard]] virtual QIcon icon() const = 0;
    /// The entry of the navigation shown as current; a page that gives another page's id has none of its own.
    [[nodiscard]] virtual QString navigationId() const { return m_id; }
    /// Actions of the page: buttons at the right of the header (the last is the primary one), and its menu.
    [[nodiscard]] virtual QList<QAction*> pageActions() const { return {}; }
    /// Actions of the page that stand in the File menu while it is in front, such as Print.
    [[nodiscard]] virtual QList<QAction*> fileActions() const { return {}; }
    /// Further controls in the header, left of the actions; null: none. The window takes it over as parent.
    [[nodiscard]] virtual QWidget* headerWidget() { return nullptr; }
    /// The page's edits; Edit > Undo works on those of the page in front. Null: the page edits nothing.
    [[nodiscard]] virtual QUndoStack* undoStack() { return nullptr; }
    /// Asked before the window closes; false keeps it open.
    [[nodiscard]] virtual bool mayClose() { return true; }
    /// Called each time the page comes to the front.
    virtual void activated() { }
    /// Columns, splitters and the like go back to how they were at the first start; the settings have
    /// forgotten them already.
    virtual void resetLayout() { }

Q_SIGNALS:
    void titleChanged();
    /// pageActions() gives other actions than before.
    void actionsChanged();
    /// A short message for the status bar.
    void statusMessage(const QString& text);
    /// A notice at the top of the window; an empty text takes the page's notice away.
    void noticeRequested(plumb::ui::NoticeBar::Level level, const QString& text);

private:
    QString m_id;
};

} // namespace plumb::ui
