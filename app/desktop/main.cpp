// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/application.h"

#include <QApplication>

#include <clocale>
#include <cstdio>

int main(int argc, char** argv)
{
    using namespace plumb::desktop;
    const auto started = std::chrono::steady_clock::now();
    const bool screen = prepareProcess(argc, argv);
    QApplication application(argc, argv);
    // QApplication takes the locale from the environment; files and figures of the core are in the C locale.
    std::setlocale(LC_NUMERIC, "C");
    nameApplication();

    const auto arguments = parseArguments(QCoreApplication::arguments());
    if (!arguments) {
        std::fprintf(stderr, "plumbline: %s\n", arguments.error().text().c_str());
        return 2;
    }
    if (!arguments->answer.isEmpty()) {
        std::fputs(qPrintable(arguments->answer), stdout);
        return 0;
    }
    if (!screen) {
        std::fputs("plumbline: there is no display (DISPLAY and WAYLAND_DISPLAY are not set); "
                   "use plumb on the command line\n",
            stderr);
        return 2;
    }
    return run(application, *arguments, started);
}
