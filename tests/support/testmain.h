// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QObject>
#include <QTest>

namespace plumb::test {

/// Prepares the process: offscreen platform, C.UTF-8, QStandardPaths in test mode, no GLib dispatcher in
/// threads, a lock of the machine of its own.
void prepareProcess();

/// A regular expression of warnings this test program expects from now on; more may be added.
void expectWarnings(const QString& pattern);

/// Runs the tests of @p test. A warning that was not expected makes the program fail: Qt Test logs warnings
/// but does not count them, and puts its own message handler over any other, so its log is read afterwards.
int execTests(QObject& test, const QStringList& arguments);

template <class Application, class TestClass>
int runTests(int argc, char** argv)
{
    prepareProcess();
    Application application(argc, argv);
    TestClass test;
    return execTests(test, Application::arguments());
}

} // namespace plumb::test

/// At the end of a tst_*.cpp: PLUMB_TEST_MAIN(TestClass), or with QApplication as second argument for
/// widgets.
#define PLUMB_TEST_MAIN_APP(TestClass, Application)                                                          \
    int main(int argc, char** argv)                                                                          \
    {                                                                                                        \
        return plumb::test::runTests<Application, TestClass>(argc, argv);                                    \
    }
#define PLUMB_TEST_MAIN(TestClass) PLUMB_TEST_MAIN_APP(TestClass, QCoreApplication)
