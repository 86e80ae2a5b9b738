// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/reportloader.h"
#include "ui/shell/page.h"

class QLabel;
class QScrollArea;
class QStackedWidget;

namespace plumb::ui {

class EmptyState;
class ExportActions;
class ReportBody;
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
    void activated() override;

    void open(const QString& file);
    /// The report on the screen; null before the first.
    [[nodiscard]] const models::ReportView* report() const { return m_view.get(); }

private:
    QWidget* buildAnswer();
    void chooseFile();
    void show(const std::shared_ptr<const models::ReportView>& view);

    models::ReportLoader m_loader;
    std::shared_ptr<const models::ReportView> m_view;
    NoticeBar* m_notice;
    QStackedWidget* m_stack;
    QScrollArea* m_scroll = nullptr;
    EmptyState* m_empty;
    VerdictBadge* m_badge = nullptr;
    QLabel* m_sentence = nullptr;
    QLabel* m_facts = nullptr;
    ReportBody* m_body;
    QAction* m_open;
    ExportActions* m_exports;
};

} // namespace plumb::ui
