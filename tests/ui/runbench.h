// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/fakerunner.h"
#include "tests/ui/pagebench.h"
#include "ui/run/runpage.h"

namespace plumb::ui {
class TimePlot;
}

namespace plumb::test {

/// The run page over a library with the scenarios "login", "secret" and "wrong", and runs that the test
/// plays.
class RunBench
{
public:
    RunBench();

    /// The page, shown; with the run already on the screen or the first scenario ready to start.
    [[nodiscard]] bool open();
    /// The same, and the first scenario started by its key.
    [[nodiscard]] bool start();

    [[nodiscard]] bool canStart() const;
    /// The visible button of this text, in the header or on the page.
    [[nodiscard]] QAbstractButton* button(const char* words) const;
    void click(const char* words) const;
    template <class Widget>
    Widget* control(const char* name) const
    {
        return named<Widget>(*page, text(name));
    }
    void choose(const char* box, const char* words) const;

    /// Accessible names of the tiles: "p95: 20.0 ms".
    [[nodiscard]] QStringList tiles() const;
    [[nodiscard]] const ui::TimePlot* plot(const char* title) const;
    /// The printed rows of the table of this name.
    [[nodiscard]] QStringList table(const char* name) const;
    [[nodiscard]] bool says(const char* words) const { return test::says(*page, words); }
    /// The text of the notice on the page; empty: none.
    [[nodiscard]] QString notice() const;
    /// Every control that is visible has a name and is reached by Tab; if not, `problems` says which.
    [[nodiscard]] bool accessible();

    FakeRunner runner;
    PageBench pages;
    ui::RunPage* page = nullptr;
    QString problems;
};

/// A valid scenario against the sample service, which is in the library as "login".
extern const std::string loginScenario;

/// The script up to the last tick: what a window sees while the run is under way.
std::vector<report::RunEvent> underWay();

} // namespace plumb::test
