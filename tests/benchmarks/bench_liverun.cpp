// SPDX-License-Identifier: GPL-3.0-or-later
// How long the window's thread is held at a time while a real run of 5,000 requests a second and 8 steps is
// watched: the whole window attached to a `plumb run` over its socket, the sample service in the same
// process. Prints the longest and the median event and the rate that was reached; judges none. Meant: under
// 16 ms.
#include "runner/runner.h"
#include "tests/benchmarks/eventwatch.h"
#include "tests/support/testfiles.h"
#include "tests/support/testmain.h"
#include "tests/ui/pagebench.h"
#include "ui/models/liverun.h"
#include "ui/run/runpage.h"

#include <QProcess>

#include <cstdio>

using namespace plumb;
using bench::EventWatch;

namespace {

constexpr int rate = 5000;
constexpr int steps = 8;
constexpr int duration_s = 25;
constexpr double from_s = 5.0; // attached and settled
constexpr double until_s = 23.0;

std::string scenario()
{
    std::string list;
    for (int i = 0; i < steps; ++i) {
        list += std::string(i > 0 ? "," : "") + R"({"name":"step )" + std::to_string(i)
            + R"(","request":{"path":"/health"}})";
    }
    return R"({"schema":"plumbline.scenario/1","operation":"fast","target":{"base_url":"builtin:"},)"
           R"("patterns":[{"name":"P","steps":[)"
        + list + R"(]}],"load":{"executor":"constant-arrival-rate","rate":)" + std::to_string(rate / steps)
        + R"(,"duration_s":)" + std::to_string(duration_s)
        + R"(,"max_vus":200},"monitors":[{"kind":"host"}]})";
}

bool watchRun(EventWatch& watch)
{
    const auto plumb = QString::fromStdString(test::builtProgram("plumb").string());
    const auto runner = runner::makeProcessRunner(plumb);
    test::PageBench bench;
    const auto file = bench.write(QStringLiteral("scenarios/fast.json"), scenario());
    if (!bench.openLibrary())
        return false;
    auto* page = new ui::RunPage(*runner, bench.library, bench.settings);
    bench.window.addPage(page);
    bench.window.show();
    QProcess run;
    run.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    run.start(plumb,
        {QStringLiteral("run"), file, QStringLiteral("--transport"), QStringLiteral("direct"),
            QStringLiteral("--library"), bench.folder.filePath(QStringLiteral("lib"))});
    const auto attached = [&] {
        page->attachLive();
        return page->running();
    };
    if (!run.waitForStarted() || !EventWatch::until(attached)
        || !EventWatch::until([page] { return page->run()->snapshot().elapsed_s >= from_s; }))
        return false;
    watch.restart();
    if (!EventWatch::until([page] { return page->run()->snapshot().elapsed_s >= until_s; }))
        return false;
    const auto reached = page->run()->snapshot().mean_rps.value_or(0.0);
    watch.print(qPrintable(QStringLiteral("a run of %1 requests/s (%2 reached), watched for %3 s")
                               .arg(rate)
                               .arg(reached, 0, 'f', 0)
                               .arg(until_s - from_s, 0, 'f', 0)));
    return EventWatch::until([&run] { return run.state() == QProcess::NotRunning; });
}

} // namespace

int main(int argc, char** argv)
{
    test::prepareProcess();
    EventWatch watch(argc, argv);
    return watchRun(watch) ? 0 : 1;
}
