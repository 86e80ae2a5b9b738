// SPDX-License-Identifier: GPL-3.0-or-later
// How long a library of 1,000 and of 10,000 reports takes to be indexed from nothing, to be looked through
// when nothing changed, and to be listed. Prints milliseconds.
#include "library/library.h"
#include "tests/benchmarks/manyreports.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <chrono>
#include <cstdio>

namespace fs = std::filesystem;
using namespace plumb;

namespace {

template <class Function>
double milliseconds(const Function& function)
{
    const auto before = std::chrono::steady_clock::now();
    function();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - before).count();
}

bool measure(const fs::path& folder, int from, int count)
{
    if (!bench::writeReports(folder, from, count)) {
        return false;
    }
    auto library = library::Library::open(folder);
    if (!library) {
        return false;
    }
    bool ok = true;
    const double rebuild = milliseconds([&] { ok = ok && (*library)->rebuild().has_value(); });
    const double refresh = milliseconds([&] { ok = ok && (*library)->refresh().has_value(); });
    std::size_t rows = 0;
    const double list = milliseconds([&] {
        if (const auto all = (*library)->reports()) {
            rows = all->size();
        }
    });
    std::printf(
        "%6d reports: rebuild %8.1f ms, refresh %7.1f ms, list %6.1f ms\n", count, rebuild, refresh, list);
    return ok && rows == static_cast<std::size_t>(count);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir dir;
    const auto folder = fs::path(dir.path().toStdString()) / "library";
    const bool ok
        = library::Library::open(folder) && measure(folder, 0, 1'000) && measure(folder, 1'000, 10'000);
    return ok ? 0 : 1;
}
