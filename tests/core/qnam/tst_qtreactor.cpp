// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/qnam/qtreactor.h"
#include "tests/support/reactorconformance.h"
#include "tests/support/testmain.h"

using namespace plumb;

class QtReactorTest : public test::ReactorConformance
{
    Q_OBJECT

protected:
    [[nodiscard]] std::unique_ptr<engine::Reactor> makeReactor() const override
    {
        return std::make_unique<engine::qnam::QtReactor>();
    }
};

PLUMB_TEST_MAIN(QtReactorTest)
#include "tst_qtreactor.moc"
