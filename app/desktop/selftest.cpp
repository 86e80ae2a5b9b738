// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/selftest.h"

#include "library/library.h"
#include "report/reportbuilder.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/page.h"

#include <QApplication>

#include <cstdio>

namespace plumb::desktop {

namespace {

constexpr auto patience = std::chrono::seconds(15);
const QString operation = QStringLiteral("self_test");

/// Five seconds of one step, made from events as a run makes its report.
Result<QString> writeReport(const QString& folder)
{
    report::ReportBuilder builder;
    report::RunStarted start;
    start.run_id = "00000000-0000-4000-8000-000000000001";
    start.operation = operation.toStdString();
    start.started_wall_ms = 1'767'225'600'000; // 2026-01-01
    start.steps.push_back({"step", "Pattern", "http", "GET", "/", false});
    builder.add(start);
    for (int second = 1; second <= 5; ++second) {
        stats::HdrHistogram histogram;
        for (int i = 0; i < 100; ++i) {
            histogram.record(1000 + 10 * i * second);
        }
        report::StepTick step;
        step.sent = 100;
        step.outcomes[0] = 100;
        step.histograms[0] = histogram.encode();
        report::Tick tick;
        tick.at_s = second;
        tick.steps.push_back(step);
        builder.add(tick);
    }
    const auto library = library::Library::open(folder.toStdString());
    if (!library) {
        return library.error();
    }
    const auto file = (*library)->store(builder.build());
    if (!file) {
        return file.error();
    }
    return QString::fromStdString(file->string());
}

} // namespace

SelfTest::SelfTest(ui::MainWindow& window, const QString& folder, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_until(std::chrono::steady_clock::now() + patience)
    , m_pages(window.pageIds())
{
    connect(&m_timer, &QTimer::timeout, this, &SelfTest::step);
    m_timer.start(0);
    const auto file = writeReport(folder);
    if (file) {
        Q_EMIT window.filesDropped({*file});
    } else {
        QMetaObject::invokeMethod(
            this, [this, why = QString::fromStdString(file.error().text())] { fail(why); },
            Qt::QueuedConnection);
    }
}

void SelfTest::step()
{
    // Each page from the event loop, so that it is laid out and painted as for a user.
    if (!m_reportSeen) {
        m_reportSeen = m_window.currentPage()->title().contains(operation);
        if (!m_reportSeen && std::chrono::steady_clock::now() > m_until) {
            fail(QStringLiteral("the report did not open"));
        }
        return;
    }
    if (m_pages.isEmpty()) {
        m_timer.stop();
        QApplication::exit(0);
        return;
    }
    m_window.showPage(m_pages.takeFirst());
    m_window.grab();
}

void SelfTest::fail(const QString& why)
{
    m_timer.stop();
    std::fprintf(stderr, "plumbline: self-test: %s\n", qPrintable(why));
    QApplication::exit(1);
}

} // namespace plumb::desktop
