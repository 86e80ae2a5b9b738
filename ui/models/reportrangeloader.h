// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/reportrange.h"

#include <QObject>
#include <QThreadPool>

namespace plumb::models {

/// Computes the figures of parts of a report in a pool thread.
class ReportRangeLoader : public QObject
{
    Q_OBJECT

public:
    explicit ReportRangeLoader(QObject* parent = nullptr);
    ~ReportRangeLoader() override;

    /// An answer for what was asked earlier is dropped.
    void load(const std::shared_ptr<const ReportView>& view, const TimeRange& range);
    /// Drops what was asked.
    void forget();

Q_SIGNALS:
    /// Nothing: the report holds no windows in that time.
    void loaded(const std::shared_ptr<const plumb::models::RangeFigures>& figures);

private:
    int m_asked = 0;
    QThreadPool m_pool;
};

} // namespace plumb::models
