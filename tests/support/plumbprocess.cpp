// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/plumbprocess.h"

#include "tests/support/testfiles.h"

#include <nlohmann/json.hpp>

namespace plumb::test {

Json PlumbResult::json() const
{
    auto parsed = parseJson({output.constData(), static_cast<std::size_t>(output.size())}, "stdout");
    return parsed ? std::move(*parsed) : Json();
}

std::string PlumbResult::text() const
{
    return "exit code " + std::to_string(exitCode) + "\n--- stdout\n" + output.left(20'000).toStdString()
        + "\n--- stderr\n" + errors.toStdString();
}

std::unique_ptr<QProcess> startPlumb(const QStringList& arguments)
{
    auto process = std::make_unique<QProcess>();
    process->setProgram(QString::fromStdString(builtProgram("plumb").string()));
    process->setArguments(arguments);
    process->start();
    process->waitForStarted();
    return process;
}

PlumbResult finishPlumb(QProcess& process, int timeoutMs)
{
    PlumbResult result;
    if (process.state() != QProcess::NotRunning && !process.waitForFinished(timeoutMs)) {
        process.kill();
        process.waitForFinished();
        result.errors = "did not end in time\n";
    } else if (process.exitStatus() == QProcess::NormalExit) {
        result.exitCode = process.exitCode();
    }
    result.output = process.readAllStandardOutput();
    result.errors += process.readAllStandardError();
    return result;
}

PlumbResult runPlumb(const QStringList& arguments, const QByteArray& input, int timeoutMs)
{
    const auto process = startPlumb(arguments);
    process->write(input);
    process->closeWriteChannel();
    return finishPlumb(*process, timeoutMs);
}

} // namespace plumb::test
