// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/livesnapshot.h"

#include <QTabWidget>

class QAbstractItemModel;
class QPlainTextEdit;
class QSplitter;

namespace plumb::models {
class EventModel;
class SampleModel;
} // namespace plumb::models

namespace plumb::ui {

class TableView;
class TrustPanel;
class ViewMemory;

/// Below the courses of a run: failing exchanges with their requests and answers, events, the generator.
class LiveDetails : public QTabWidget
{
    Q_OBJECT

public:
    explicit LiveDetails(QWidget* parent = nullptr);
    /// Columns and the splitter are kept in @p memory from now on.
    void keepLayout(ViewMemory& memory);
    void showRun(const models::LiveSnapshot& run);
    /// Brings the generator's figures to the front, with the focus.
    void openTrust();

private:
    QWidget* makeSamples();
    void addTable(QAbstractItemModel* model, const QString& title, const QString& accessible);
    void showExchange();
    void showTrust(const models::LiveSnapshot& run);

    models::SampleModel* m_samples;
    models::EventModel* m_events;
    TrustPanel* m_trust;
    TableView* m_sampleTable = nullptr;
    QSplitter* m_sampleSplit = nullptr;
    QPlainTextEdit* m_exchange = nullptr;
    std::int64_t m_failed = -1; ///< of the run as shown
};

} // namespace plumb::ui
