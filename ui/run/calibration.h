// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QProcess>
#include <QString>

namespace plumb::ui {

/// `plumb calibrate` as a process of its own, so that the window does not disturb it.
class Calibration : public QObject
{
    Q_OBJECT

public:
    /// @p plumb: the program.
    explicit Calibration(QString plumb, QObject* parent = nullptr);
    ~Calibration() override; ///< cancels

    void start();
    void cancel();
    [[nodiscard]] bool running() const { return m_process.state() != QProcess::NotRunning; }

Q_SIGNALS:
    /// @p fraction of all, 0 to 1; @p text: what is measured now.
    void progressed(double fraction, const QString& text);
    /// @p error: why it failed; empty where it ended well or was cancelled.
    void ended(const QString& error);

private:
    void readLines();
    void finished();

    QString m_plumb;
    QProcess m_process;
    QByteArray m_errors;
    bool m_cancelled = false;
};

} // namespace plumb::ui
