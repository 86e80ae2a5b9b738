// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testfiles.h"

#include <QCoreApplication>

namespace fs = std::filesystem;

namespace plumb::test {

fs::path sourceFile(const std::string& relative)
{
    return fs::path(PLUMB_SOURCE_DIR) / relative;
}

fs::path sharedFile(const std::string& relative)
{
    const QString place = qEnvironmentVariable("PLUMB_SHARED");
    const fs::path root = place.isEmpty() ? sourceFile("../shared") : fs::path(place.toStdString());
    const fs::path file = root / relative;
    return fs::exists(file) ? file : fs::path();
}

fs::path builtProgram(const std::string& name)
{
    const QString place = qEnvironmentVariable("PLUMB_BIN");
    return (place.isEmpty() ? fs::path(QCoreApplication::applicationDirPath().toStdString())
                            : fs::path(place.toStdString()))
        / name;
}

} // namespace plumb::test
