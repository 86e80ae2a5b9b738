// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/rangebar.h"

#include "ui/models/format.h"
#include "ui/models/words.h"
#include "ui/shell/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elidedlabel.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

namespace plumb::ui {

RangeBar::RangeBar(QWidget* parent)
    : QWidget(parent)
    , m_phase(new QComboBox(this))
    , m_from(new QDoubleSpinBox(this))
    , m_to(new QDoubleSpinBox(this))
    , m_chip(new Chip(this))
    , m_note(new ElidedLabel(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::space2);
    auto* label = new QLabel(tr("Time &range"), this);
    label->setBuddy(m_phase);
    m_phase->setAccessibleName(tr("Part of the run"));
    m_phase->setPlaceholderText(tr("a part of the run"));
    m_phase->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    const auto prepare = [this](QDoubleSpinBox* box, const QString& name) {
        box->setAccessibleName(name);
        box->setToolTip(name);
        box->setDecimals(0);
        box->setSuffix(tr(" s"));
        box->setKeyboardTracking(false);
        box->setAlignment(Qt::AlignRight);
        connect(box, &QDoubleSpinBox::valueChanged, this, &RangeBar::edited);
    };
    prepare(m_from, tr("Start of the range, seconds since the start of the run"));
    prepare(m_to, tr("End of the range, seconds since the start of the run"));
    m_note->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(label);
    row->addWidget(m_phase);
    row->addWidget(m_from);
    row->addWidget(new QLabel(QStringLiteral("–"), this));
    row->addWidget(m_to);
    row->addWidget(m_chip);
    row->addWidget(m_note, 1); // gives way in a narrow window
    connect(m_phase, &QComboBox::activated, this, &RangeBar::phaseChosen);
    connect(m_chip, &Chip::removed, this, [this] {
        m_phase->setFocus();
        Q_EMIT chosen(std::nullopt);
    });
    setRange(std::nullopt);
}

void RangeBar::setReport(const report::Report& report)
{
    const auto whole = models::snapped(report, {0.0, report.duration_s});
    setEnabled(whole.has_value());
    m_end_s = whole ? whole->to_s : 0.0;
    m_phases.clear();
    m_phase->clear();
    m_phase->addItem(tr("whole run"));
    for (const auto& phase : report.phases) {
        const auto range = models::snapped(report, {phase.start_s, phase.end_s});
        if (!range || !(phase.end_s > phase.start_s))
            continue;
        m_phases.push_back(*range);
        m_phase->addItem(tr("%1, %2 – %3")
                             .arg(models::phaseWord(phase.phase), models::clock(range->from_s),
                                 models::clock(range->to_s)));
    }
    for (auto* box : {m_from, m_to}) {
        const QSignalBlocker quiet(box);
        box->setRange(0.0, m_end_s);
    }
    setRange(std::nullopt);
}

void RangeBar::setRange(const std::optional<models::TimeRange>& range)
{
    const auto shown = range.value_or(models::TimeRange{0.0, m_end_s});
    const QSignalBlocker quietFrom(m_from);
    const QSignalBlocker quietTo(m_to);
    m_from->setValue(shown.from_s);
    m_to->setValue(shown.to_s);
    int entry = 0;
    for (std::size_t i = 0; range && i < m_phases.size(); ++i)
        if (m_phases[i] == *range)
            entry = static_cast<int>(i) + 1;
    m_phase->setCurrentIndex(range && entry == 0 ? -1 : entry);
    m_filtered = range.has_value();
    m_chip->setVisible(m_filtered);
    if (range)
        m_chip->setFilter(
            tr("%1 – %2").arg(models::clock(range->from_s), models::clock(range->to_s)), tr("Time range"));
    m_note->setText(!isEnabled() ? tr("This report keeps no histograms over time.")
            : m_filtered ? tr("All figures but rules are of this part; errors are those of all steps.")
                         : tr("Drag over a chart to look at a part of the run."));
}

void RangeBar::phaseChosen(int index)
{
    if (index == 0)
        Q_EMIT chosen(std::nullopt);
    else if (index > 0 && static_cast<std::size_t>(index) <= m_phases.size())
        Q_EMIT chosen(m_phases[static_cast<std::size_t>(index) - 1]);
}

void RangeBar::edited()
{
    const auto from = m_from->value();
    const auto to = m_to->value();
    if (!(to > from))
        setRange(std::nullopt);
    if (from <= 0.0 && to >= m_end_s)
        Q_EMIT chosen(std::nullopt);
    else if (to > from)
        Q_EMIT chosen(models::TimeRange{from, to});
    else
        Q_EMIT chosen(std::nullopt);
}

} // namespace plumb::ui
