// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/requestpreviewer.h"

#include "base/json.h"
#include "ui/models/scenarionodes.h"
#include "ui/models/scenariovalues.h"
#include "ui/models/words.h"

#include <nlohmann/json.hpp>

namespace plumb::models {

namespace {

constexpr int makeAfterMs = 100;
constexpr std::size_t mostShown = 64U << 10U;

} // namespace

RequestPreviewer::RequestPreviewer(const ScenarioValues& values, QObject* parent)
    : QObject(parent)
    , m_values(values)
{
    m_pool.setMaxThreadCount(1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(makeAfterMs);
    connect(&m_soon, &QTimer::timeout, this, &RequestPreviewer::make);
    connect(&values, &ScenarioValues::changed, this, [this] {
        if (!m_step.empty())
            m_soon.start();
    });
}

RequestPreviewer::~RequestPreviewer()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void RequestPreviewer::look(const std::string& step)
{
    if (step == m_step)
        return;
    m_step = step;
    ++m_asked;
    if (!step.empty())
        m_soon.start();
}

void RequestPreviewer::make()
{
    const auto* step = stepAt(m_values.scenario(), m_step);
    if (step == nullptr)
        return;
    const auto asked = ++m_asked;
    m_pool.clear();
    // The destructor waits for the pool, so `this` outlives the job.
    m_pool.start([this, asked, scenario = m_values.scenario(), step = *step, folder = m_values.folder(),
                     overrides = m_values.overrides()] {
        QMetaObject::invokeMethod(
            this,
            [this, asked,
                preview = scenario::previewRequest(
                    scenario, step, folder, overrides, scenario::processEnvironment())] {
                if (asked == m_asked)
                    take(preview);
            },
            Qt::QueuedConnection);
    });
}

void RequestPreviewer::take(const Result<scenario::RequestPreview>& preview)
{
    if (!preview) {
        Q_EMIT made({}, errorText(preview.error()));
        return;
    }
    QString text = QString::fromStdString(preview->method + " " + preview->url) + QLatin1Char('\n');
    for (const auto& [name, value] : preview->headers)
        text += QString::fromStdString(name + ": " + value) + QLatin1Char('\n');
    if (!preview->body.empty()) {
        const auto json = Json::parse(preview->body, nullptr, false);
        const auto body = json.is_discarded() ? preview->body : dumpJson(json, 2);
        text += QLatin1Char('\n') + QString::fromStdString(body.substr(0, mostShown));
        if (body.size() > mostShown)
            text += QLatin1Char('\n') + tr("… cut here");
    }
    QStringList open;
    for (const auto& name : preview->open)
        open << QString::fromStdString(name);
    const auto remark = open.isEmpty()
        ? QString()
        : tr("Known only when it is sent: %1").arg(open.join(QStringLiteral(", ")));
    Q_EMIT made(text, remark);
}

} // namespace plumb::models
