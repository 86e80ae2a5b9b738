// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/roundrunner.h"

#include "base/timestamp.h"

#include <mutex>

namespace plumb::workflow {

namespace {

class JobRoundRunner : public RoundRunner
{
public:
    Result<runner::RunOutcome> run(
        const runner::RunRequest& request, const runner::RunListener& listener) override
    {
        runner::RunJob job(request, newUuid(), false);
        setJob(&job);
        auto outcome = job.run(listener);
        setJob(nullptr);
        return outcome;
    }

    void stop() override
    {
        const std::scoped_lock lock(m_mutex);
        if (m_job != nullptr) {
            m_job->stop();
        }
    }

    void abort() override
    {
        const std::scoped_lock lock(m_mutex);
        if (m_job != nullptr) {
            m_job->abort();
        }
    }

private:
    void setJob(runner::RunJob* job)
    {
        const std::scoped_lock lock(m_mutex);
        m_job = job;
    }

    std::mutex m_mutex;
    runner::RunJob* m_job = nullptr;
};

} // namespace

std::unique_ptr<RoundRunner> makeRoundRunner()
{
    return std::make_unique<JobRoundRunner>();
}

} // namespace plumb::workflow
