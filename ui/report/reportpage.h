// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/reportloader.h"
#include "ui/models/reportrange.h"
#include "ui/report/printactions.h"
#include "ui/shell/page.h"

class QLabel;
class QScrollArea;
class QStackedWidget;

namespace plumb::ui {

class EmptyState;
class ExportActions;
class ProgressRow;
class ReportBody;
class Settings;
class ViewMemory;
class VerdictBadge;

/// A stored report: the verdict first, the evidence below it.
class ReportPage : public Page
{
    Q_OBJECT

public:
    explicit ReportPage(QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString navigationText() const override;
    [[nodiscard]] QIcon icon() const override;
    [[nodiscard]] QList<QAction*> pageActions() const override;
    [[nodiscard]] QList<QAction*> fileActions() const override;
    void activated() override;

    void resetLayout() override;
    /// Columns and splitters are kept in @p settings, which outlive the page, from now on.
    void keepLayout(Settings& settings);

    void open(const QString& file);
    /// The report on the screen; null before the first.
    [[nodiscard]] const models::ReportView* report() const { return m_view.get(); }
    /// Shows a part of the run, or the whole, as if it had been chosen here; rangeChosen() is not sent.
    void setRange(const std::optional<models::TimeRange>& range);
    [[nodiscard]] PrintActions& printing() { return *m_printing; }

protected:
    void keyPressEvent(QKeyEvent* event) override;

Q_SIGNALS:
    /// "New window" was asked for, of the report that is open.
    void openInWindow(const QString& file);
    /// The user chose a part of the run; nothing: the whole.
    void rangeChosen(const std::optional<plumb::models::TimeRange>& range);

private:
    QWidget* buildAnswer();
    void chooseFile();
    void buildActions();
    void connectProgress();
    void say(const Error& error);
    [[nodiscard]] PrintActions::Shown shown() const;
    void show(const std::shared_ptr<const models::ReportView>& view);
    void showSteady(const report::Report& report);

    models::ReportLoader m_loader;
    std::shared_ptr<const models::ReportView> m_view;
    NoticeBar* m_notice;
    ProgressRow* m_reading;
    ProgressRow* m_painting;
    QStackedWidget* m_stack;
    QScrollArea* m_scroll = nullptr;
    EmptyState* m_empty;
    VerdictBadge* m_badge = nullptr;
    QLabel* m_sentence = nullptr;
    QLabel* m_facts = nullptr;
    ReportBody* m_body;
    ViewMemory* m_memory = nullptr;
    QAction* m_open;
    QAction* m_window;
    ExportActions* m_exports;
    PrintActions* m_printing;
};

} // namespace plumb::ui
