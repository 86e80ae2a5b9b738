// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/reportloader.h"

#include "base/files.h"
#include "base/jsonprogress.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace plumb::models {

namespace {

/// Of the time that a report takes, the part until its JSON is parsed; histograms and curves take the rest.
constexpr double parsedPart = 0.7;

Result<report::Report> read(const std::string& file, const std::function<void(double)>& tell)
{
    const auto text = readFile(file);
    if (!text)
        return text.error();
    const auto size = static_cast<double>(std::max<std::size_t>(1, text->size()));
    const auto json = parseJson(
        *text, file, [&](std::size_t bytes) { tell(parsedPart * static_cast<double>(bytes) / size); });
    if (!json)
        return json.error();
    tell(parsedPart);
    return report::reportFromJson(*json, file);
}

} // namespace

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
        int told = 0;
        auto report = read(file.toStdString(), [this, asked, &told](double part) {
            const auto percent = static_cast<int>(std::lround(part * 100.0));
            if (percent == std::exchange(told, percent))
                return;
            QMetaObject::invokeMethod(
                this,
                [this, asked, percent] {
                    if (asked == m_asked)
                        Q_EMIT progress(percent);
                },
                Qt::QueuedConnection);
        });
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
