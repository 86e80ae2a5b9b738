// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/livecontrols.h"

#include "ui/models/liveloads.h"
#include "ui/run/liveslider.h"
#include "ui/shell/theme.h"

#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace plumb::ui {

using models::LiveLoad;

LiveControls::LiveControls(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout)
    , m_fixed(new QLabel)
{
    m_fixed->setWordWrap(true);
    m_fixed->setForegroundRole(QPalette::PlaceholderText);
    m_grid->setHorizontalSpacing(Theme::space5);
    m_grid->setVerticalSpacing(Theme::space2);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space2);
    column->addLayout(m_grid);
    column->addWidget(m_fixed);
    hide();
}

void LiveControls::showRun(const models::LiveSnapshot& run)
{
    const bool same = run.runId == m_runId && run.loads.size() == m_rows.size()
        && std::equal(m_rows.begin(), m_rows.end(), run.loads.begin(),
            [](const Row& row, const LiveLoad& load) { return row.load.index == load.index; });
    if (!same) {
        m_runId = run.runId;
        build(run.loads);
    }
    const bool loading = run.state == report::RunState::warmup || run.state == report::RunState::measuring
        || run.state == report::RunState::cooldown;
    setVisible(!m_rows.empty() && loading && !run.finished);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].level != nullptr)
            m_rows[i].level->follow(run.loads[i].level);
        if (m_rows[i].most != nullptr)
            m_rows[i].most->follow(run.loads[i].most);
    }
}

void LiveControls::build(const std::vector<LiveLoad>& loads)
{
    for (const Row& row : m_rows) {
        delete row.level;
        delete row.most;
    }
    m_rows.clear();
    for (const LiveLoad& load : loads)
        addRow(load);
    m_fixed->setText(models::fixedLoadsText(loads));
    m_fixed->setVisible(!m_fixed->text().isEmpty());
}

void LiveControls::addRow(const LiveLoad& load)
{
    const int row = static_cast<int>(m_rows.size());
    m_rows.push_back({load, nullptr, nullptr});
    if (load.changes == LiveLoad::Changes::nothing)
        return;
    // A mnemonic only where there is one load: several rows cannot share it.
    const bool alone = load.pattern.isEmpty();
    const auto of
        = [&load, alone](const QString& what) { return alone ? what : tr("%1: %2").arg(load.pattern, what); };
    const auto add = [this, row](int column, LiveSlider* slider, auto fill) {
        m_grid->addWidget(slider, row, column);
        connect(slider, &LiveSlider::chosen, this,
            [this, fill, pattern = m_rows.back().load.pattern.toStdString()](int value) {
                engine::LiveChange change;
                change.pattern = pattern;
                fill(change, value);
                Q_EMIT wanted(change);
            });
        return slider;
    };
    if (load.changes == LiveLoad::Changes::users) {
        m_rows.back().level = add(0,
            new LiveSlider(
                alone ? tr("Change the &users") : of(tr("users")), of(tr("Users from now on")), {}, 0),
            [](engine::LiveChange& change, int value) { change.vus = value; });
        return;
    }
    if (load.changes == LiveLoad::Changes::size) {
        m_rows.back().level = add(0,
            new LiveSlider(alone ? tr("Change the si&ze of bursts") : of(tr("size of bursts")),
                of(tr("Users of a burst from now on")), {}, 1),
            [](engine::LiveChange& change, int value) { change.size = value; });
        return;
    }
    m_rows.back().level = add(0,
        new LiveSlider(alone ? tr("Change the &rate") : of(tr("rate")),
            of(tr("Iterations a second from now on")), tr(" /s"), 0),
        [](engine::LiveChange& change, int value) { change.rate = value; });
    m_rows.back().most = add(1,
        new LiveSlider(alone ? tr("Most &users") : tr("most users"), of(tr("Most users from now on")), {}, 1),
        [](engine::LiveChange& change, int value) { change.max_vus = value; });
}

} // namespace plumb::ui
