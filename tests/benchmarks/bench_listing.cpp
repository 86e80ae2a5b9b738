// SPDX-License-Identifier: GPL-3.0-or-later
// How long the list of the library takes, with 1,000 and with 10,000 reports, for what happens on a key or a
// click: new rows, a search, sorting, grouping. All of it is in the window's thread, whose frames last 16 ms.
// Prints milliseconds, the median of eleven.
#include "ui/models/libraryfilter.h"
#include "ui/models/librarymodel.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <cstdio>

using namespace plumb;

namespace {

template <class Function>
double milliseconds(const Function& function)
{
    std::vector<double> times;
    for (int i = 0; i < 11; ++i) {
        const auto before = std::chrono::steady_clock::now();
        function(i);
        times.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - before).count());
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

std::vector<library::ReportRow> rows(int count)
{
    std::vector<library::ReportRow> all;
    for (int i = 0; i < count; ++i) {
        library::ReportRow row;
        row.id = "report-" + std::to_string(i);
        row.file = "/library/reports/" + row.id + ".json";
        row.operation = "operation_" + std::to_string(i % 12);
        row.environment = i % 2 == 0 ? "local" : "stage";
        row.target_version = "1." + std::to_string(i / 100);
        row.started_wall_ms = 1'700'000'000'000 + i * 60'000LL;
        row.started_at = "2026-11-20T14:03:05.120+01:00";
        row.verdict = static_cast<metric::Verdict>(i % 3);
        row.p95_ms = 40.0 + i * 7919 % 1000;
        row.tags = {i % 7 == 0 ? "release" : "nightly"};
        row.sparkline.assign(40, 1.0);
        all.push_back(std::move(row));
    }
    return all;
}

void measure(int count)
{
    const auto entries = models::libraryEntries(rows(count));
    models::LibraryModel model;
    models::LibraryFilterProxy list;
    list.setSourceModel(&model);
    list.sort(models::LibraryModel::Started, Qt::DescendingOrder);
    const double set = milliseconds([&](int) { model.setRows(entries); });
    const double word = milliseconds([&](int i) { list.setQuery(QStringLiteral("stage 1.%1").arg(i)); });
    const double figure
        = milliseconds([&](int i) { list.setQuery(QStringLiteral("p95>%1 tag:nightly -fail").arg(40 + i)); });
    const double none = milliseconds([&](int) { list.setQuery({}); });
    const double number = milliseconds(
        [&](int i) { list.sort(models::LibraryModel::P95, static_cast<Qt::SortOrder>(i % 2)); });
    const double name = milliseconds(
        [&](int i) { list.sort(models::LibraryModel::Operation, static_cast<Qt::SortOrder>(i % 2)); });
    const double group = milliseconds([&](int i) { list.setGrouped(i % 2 == 0); });
    std::printf(
        "%6d reports: new rows %5.1f, words %5.1f, figures %5.1f, all again %5.1f, sort by p95 %5.1f, by "
        "name %5.1f, group %5.1f ms\n",
        count, set, word, figure, none, number, name, group);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    measure(1'000);
    measure(10'000);
    return 0;
}
