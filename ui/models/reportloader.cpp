// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/reportloader.h"

namespace plumb::models {

ReportLoader::ReportLoader(QObject* parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

ReportLoader::~ReportLoader()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void ReportLoader::cancel()
{
    ++m_asked;
    m_pool.clear();
}

void ReportLoader::load(const QString& file)
{
    const auto asked = ++m_asked;
    m_pool.clear();
    // The destructor waits for the pool, so `this` outlives the job; its answer arrives through the event
    // loop.
    m_pool.start([this, file, asked] {
        auto report = report::readReport(file.toStdString());
        if (!report) {
            QMetaObject::invokeMethod(
                this,
                [this, asked, error = report.error()] {
                    if (asked == m_asked)
                        Q_EMIT failed(error);
                },
                Qt::QueuedConnection);
            return;
        }
        QMetaObject::invokeMethod(
            this,
            [this, asked, view = makeReportView(std::move(*report), file)] {
                if (asked == m_asked)
                    Q_EMIT loaded(view);
            },
            Qt::QueuedConnection);
    });
}

} // namespace plumb::models
