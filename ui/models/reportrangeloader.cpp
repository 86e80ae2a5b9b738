// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/reportrangeloader.h"

namespace plumb::models {

ReportRangeLoader::ReportRangeLoader(QObject* parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

ReportRangeLoader::~ReportRangeLoader()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void ReportRangeLoader::load(const std::shared_ptr<const ReportView>& view, const TimeRange& range)
{
    const auto asked = ++m_asked;
    m_pool.clear();
    // The destructor waits for the pool, so `this` outlives the job.
    m_pool.start([this, view, range, asked] {
        auto figures = figuresIn(view->report, range);
        auto shared = figures ? std::make_shared<const RangeFigures>(std::move(*figures)) : nullptr;
        QMetaObject::invokeMethod(
            this,
            [this, asked, shared = std::move(shared)] {
                if (asked == m_asked)
                    Q_EMIT loaded(shared);
            },
            Qt::QueuedConnection);
    });
}

void ReportRangeLoader::forget()
{
    ++m_asked;
    m_pool.clear();
}

} // namespace plumb::models
