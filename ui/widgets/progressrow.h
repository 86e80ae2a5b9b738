// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/eta.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace plumb::ui {

/// A job under way: bar, count, time left, and a button that cancels it. Shown only when the job has lasted
/// half a second, so that quick ones do not flicker.
class ProgressRow : public QWidget
{
    Q_OBJECT

public:
    /// @p what the job is, for screen readers and the tooltip: "Reading the library".
    explicit ProgressRow(const QString& what, QWidget* parent = nullptr);

    /// Until the first setProgress() nobody knows how long it takes: the bar only moves.
    void start();
    void setProgress(int done, int total);
    /// Of a job whose parts have no number.
    void setPercent(int done);
    void finish();

Q_SIGNALS:
    void cancelRequested();

private:
    void tell(int done, int total, QString text);

    QString m_what;
    QLabel* m_text;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
    QTimer m_soon;
    QElapsedTimer m_clock;
    models::EtaEstimate m_eta;
};

} // namespace plumb::ui
