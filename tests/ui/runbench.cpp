// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/runbench.h"

#include "tests/models/scriptedrun.h"
#include "tests/ui/accessibility.h"
#include "ui/charts/timeplot.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/tile.h"

#include <QComboBox>
#include <QTest>

namespace plumb::test {

const std::string loginScenario
    = R"({"schema":"plumbline.scenario/1","operation":"login","environment":"local",)"
      R"("target":{"base_url":"builtin:"},"target_version":"1.4.0",)"
      R"("environments":{"stage":{"base_url":"http://192.0.2.1"}},)"
      R"("patterns":[{"name":"P","steps":[{"name":"a","request":{"path":"/a"}}]}],)"
      R"("load":{"executor":"constant-vus","vus":2,"duration_s":90}})";

namespace {

const std::string secretScenario
    = R"({"schema":"plumbline.scenario/1","operation":"secret",)"
      R"("target":{"base_url":"builtin:"},"variables":{"password":{"secret":true}},)"
      R"("patterns":[{"name":"P","steps":[{"name":"a",)"
      R"("request":{"path":"/a?p={{password}}"}}]}],)"
      R"("load":{"executor":"constant-vus","vus":1,"duration_s":5}})";

const std::string wrongScenario = R"({"schema":"plumbline.scenario/1","operation":7})";

} // namespace

RunBench::RunBench()
{
    pages.write(text("scenarios/login.json"), loginScenario);
    pages.write(text("scenarios/secret.json"), secretScenario);
    pages.write(text("scenarios/wrong.json"), wrongScenario);
}

bool RunBench::open()
{
    if (!pages.openLibrary())
        return false;
    page = new ui::RunPage(runner, pages.library, pages.settings);
    return pages.show(page) && QTest::qWaitFor([this] { return page->running() || canStart(); });
}

bool RunBench::start()
{
    if (!open())
        return false;
    key(Qt::Key_R, Qt::ControlModifier);
    return page->running();
}

bool RunBench::canStart() const
{
    const auto* start = button("Start");
    return start != nullptr && start->isEnabled();
}

QAbstractButton* RunBench::button(const char* words) const
{
    return test::button(pages.window, text(words));
}

void RunBench::click(const char* words) const
{
    QTest::mouseClick(button(words), Qt::LeftButton);
}

void RunBench::choose(const char* box, const char* words) const
{
    auto* combo = control<QComboBox>(box);
    combo->setCurrentIndex(combo->findText(text(words)));
}

QStringList RunBench::tiles() const
{
    QStringList list;
    const auto all = page->findChildren<ui::Tile*>();
    for (const ui::Tile* tile : all) {
        if (!tile->isHidden()) // of bursts only
            list << tile->accessibleName();
    }
    return list;
}

const ui::TimePlot* RunBench::plot(const char* title) const
{
    return named<ui::TimePlot>(*page, QStringLiteral("Chart: ") + text(title));
}

QStringList RunBench::table(const char* name) const
{
    return printed(*control<ui::TableView>(name)->model());
}

QString RunBench::notice() const
{
    const auto* bar = test::notice(*page);
    return bar == nullptr ? QString() : bar->text();
}

bool RunBench::accessible()
{
    problems = accessProblems(pages.window);
    return problems.isEmpty();
}

std::vector<report::RunEvent> underWay()
{
    auto events = scriptedRun({});
    events.resize(events.size() - 2);
    return events;
}

} // namespace plumb::test
