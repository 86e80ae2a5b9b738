// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QPushButton;

namespace plumb::models {
class QueueModel;
}

namespace plumb::ui {

class NoticeBar;
class QueueController;
class SectionHeader;
class TableView;
class ViewMemory;

/// The queue of runs: order, pause, what became of each. Hidden while there is none.
class QueuePanel : public QWidget
{
    Q_OBJECT

public:
    /// @p queue outlives this.
    explicit QueuePanel(QueueController& queue, QWidget* parent = nullptr);

    void keepLayout(ViewMemory& memory);
    /// False where nothing is queued.
    bool focusQueue();

Q_SIGNALS:
    void openReport(const QString& file);

private:
    QPushButton* addButton(const QString& text, const QString& help);
    void update();
    void updateButtons();
    void openCurrent();
    void enterSecrets();
    [[nodiscard]] std::string current() const;
    void move(int direction);

    QueueController& m_queue;
    models::QueueModel* m_model;
    SectionHeader* m_header;
    NoticeBar* m_notice;
    TableView* m_table;
    QCheckBox* m_stops;
    QPushButton* m_secrets;
    QPushButton* m_pause;
    QPushButton* m_up;
    QPushButton* m_down;
    QPushButton* m_remove;
    QPushButton* m_clear;
};

} // namespace plumb::ui
