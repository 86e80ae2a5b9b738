// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/pagebench.h"
#include "ui/compose/composepage.h"
#include "ui/compose/composetree.h"

#include <QAction>
#include <QApplication>
#include <QTest>

namespace plumb::test {

/// The Compose page in its window, with answers in place of dialogs.
struct ComposeBench : PageBench
{
    QString answer; ///< of the next file dialog
    ui::FileDialogs::Unsaved unsaved = ui::FileDialogs::Unsaved::cancel;
    std::optional<ui::FileDialogs::Values> values; ///< for variables that have none; nothing: cancelled
    std::vector<scenario::VariableState> wanted; ///< what was asked for last
    int asked = 0; ///< how often unsaved changes were
    bool allow = false; ///< what a step would run on this machine
    QStringList acts; ///< what was asked for last
    ui::ComposePage* page = nullptr;

    bool start()
    {
        const auto file = [this](QWidget*, const QString&, const QString&, const QString&) { return answer; };
        page = new ui::ComposePage(library, settings,
            {file, file,
                [this](QWidget*, const QString&) {
                    ++asked;
                    return unsaved;
                },
                [](QWidget*, const QString&) { return false; },
                [this](QWidget*, const QStringList& lines) {
                    acts = lines;
                    return allow;
                },
                [this](QWidget*, const std::vector<scenario::VariableState>& missing) {
                    wanted = missing;
                    return values;
                }});
        return openLibrary() && show(page);
    }
    [[nodiscard]] const scenario::Scenario& scenario() const { return page->document().scenario(); }
    void edit(const std::function<void(scenario::Scenario&)>& change) const
    {
        page->document().edit(text("fill"), {}, change);
    }
    template <class Widget>
    Widget* field(const char* name) const
    {
        auto* widget = named<Widget>(*page, text(name));
        if (widget != nullptr)
            widget->setFocus();
        return widget;
    }
    QAction* action(const char* words) const
    {
        const auto actions = page->findChildren<QAction*>();
        for (auto* each : actions) {
            if (each->text() == QString::fromUtf8(words))
                return each;
        }
        return nullptr;
    }
    void type(const char* words) const { QTest::keyClicks(QApplication::focusWidget(), text(words)); }
};

/// A step that gets @p path, to be put into a pattern.
inline scenario::Step stepOf(const std::string& name, const std::string& path)
{
    scenario::Step step;
    step.name = name;
    step.request.path = path;
    return step;
}

} // namespace plumb::test
