// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/reportview.h"

#include <QObject>
#include <QThreadPool>

namespace plumb::models {

/// Reads and prepares a report in a pool thread.
class ReportLoader : public QObject
{
    Q_OBJECT

public:
    explicit ReportLoader(QObject* parent = nullptr);
    ~ReportLoader() override;

    /// An answer for a file asked for earlier is dropped.
    void load(const QString& file);
    /// Nobody wants the answer any more: neither signal comes.
    void cancel();

Q_SIGNALS:
    void progress(int percent);
    void loaded(const std::shared_ptr<const plumb::models::ReportView>& view);
    void failed(const plumb::Error& error);

private:
    int m_asked = 0;
    QThreadPool m_pool;
};

} // namespace plumb::models
