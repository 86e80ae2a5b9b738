// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/direct/asioreactor.h"
#include "tests/support/reactorconformance.h"
#include "tests/support/testmain.h"

using namespace plumb;

class AsioReactorTest : public test::ReactorConformance
{
    Q_OBJECT

protected:
    [[nodiscard]] std::unique_ptr<engine::Reactor> makeReactor() const override
    {
        return std::make_unique<engine::direct::AsioReactor>();
    }
};

PLUMB_TEST_MAIN(AsioReactorTest)
#include "tst_asioreactor.moc"
