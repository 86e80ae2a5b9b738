// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/interrupts.h"

#include <atomic>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace plumb::headless {

namespace {

std::atomic<int> writeEnd = -1;

void onSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(writeEnd.load(), &byte, 1);
}

void install(void (*handler)(int))
{
    struct sigaction action
    {
    };
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
}

} // namespace

Interrupts::Interrupts()
{
    if (::pipe2(m_pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
        return;
    }
    writeEnd = m_pipe[1];
    m_notifier = std::make_unique<QSocketNotifier>(m_pipe[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        while (::read(m_pipe[0], &byte, 1) == 1) {
            Q_EMIT interrupted();
        }
    });
    install(onSignal);
}

Interrupts::~Interrupts()
{
    if (m_pipe[0] < 0) {
        return;
    }
    install(SIG_DFL);
    m_notifier.reset();
    ::close(m_pipe[0]);
    ::close(m_pipe[1]);
}

} // namespace plumb::headless
