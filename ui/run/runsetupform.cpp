// SPDX-License-Identifier: GPL-3.0-or-later
// The form of RunSetup, apart from what it does.
#include "scenario/prepare.h"
#include "ui/models/words.h"
#include "ui/run/loadchoice.h"
#include "ui/run/runsetup.h"
#include "ui/shell/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/formlabels.h"
#include "ui/widgets/noticebar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace plumb::ui {

namespace {

QLabel* mutedLabel()
{
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    auto policy = QSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    label->setSizePolicy(policy);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

RunSetup::RunSetup(models::LibraryLoader& library, QWidget* parent)
    : QWidget(parent)
    , m_library(library)
{
    setAcceptDrops(true);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(Theme::space3);
    m_notice = new NoticeBar(this);
    outer->addWidget(m_notice);
    m_form = new QFormLayout;
    m_form->setHorizontalSpacing(Theme::space4);
    m_form->setVerticalSpacing(Theme::space2);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_form->setContentsMargins(Theme::space5, Theme::space4, Theme::space5, Theme::space4);
    auto* narrow = new Card(this);
    narrow->setMaximumWidth(760);
    narrow->setLayout(m_form);
    outer->addWidget(narrow);
    m_problems = new QLabel(this);
    m_problems->setWordWrap(true);
    m_problems->setAccessibleDescription(tr("Problems of the scenario"));
    m_problems->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_problems->hide();
    outer->addWidget(m_problems);
    buildScenarioRows(m_form);
    buildLoadRows(m_form);
    alignLabels(m_form);
    connect(&m_inspector, &models::ScenarioInspector::inspected, this, &RunSetup::show);
    connect(&m_library, &models::LibraryLoader::listed, this, &RunSetup::fillScenarios);
    fillScenarios();
}

void RunSetup::buildScenarioRows(QFormLayout* form)
{
    m_scenario = new QComboBox;
    m_scenario->setAccessibleName(tr("Scenario"));
    m_scenario->setMinimumHeight(Theme::controlHeight);
    m_scenario->setPlaceholderText(tr("Choose a scenario"));
    m_scenario->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_scenario->setMinimumContentsLength(30);
    auto* browseButton = new QPushButton(tr("&Browse…"));
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scenario, 1);
    layout->addWidget(browseButton);
    auto* label = new QLabel(tr("&Scenario"));
    label->setBuddy(m_scenario);
    form->addRow(label, row);
    m_target = mutedLabel();
    form->addRow(QString(), m_target);
    m_environment = new QComboBox;
    m_environment->setAccessibleName(tr("Environment"));
    m_environment->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    form->addRow(tr("E&nvironment"), m_environment);
    connect(m_scenario, &QComboBox::currentIndexChanged, this, [this] {
        m_environment->setCurrentIndex(0);
        inspect();
    });
    connect(m_environment, &QComboBox::currentIndexChanged, this, &RunSetup::inspect);
    connect(browseButton, &QPushButton::clicked, this, &RunSetup::browse);
}

void RunSetup::buildLoadRows(QFormLayout* form)
{
    m_load = new QComboBox;
    m_load->setAccessibleName(tr("Load"));
    m_load->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_load->setMinimumContentsLength(24);
    m_load->addItem(tr("As the scenario says"), ownLoad);
    addPresets();
    m_load->addItem(tr("Users for a time"), usersLoad);
    m_load->addItem(tr("Rate for a time"), rateLoad);
    m_load->addItem(tr("Number of requests"), requestsLoad);
    m_load->addItem(tr("Bursts for a time"), burstsLoad);
    form->addRow(tr("&Load"), m_load);
    m_custom = new QWidget;
    auto* row = new QHBoxLayout(m_custom);
    row->setContentsMargins(0, 0, 0, 0);
    const auto spin = [row](QLabel*& label, int value) {
        label = new QLabel;
        auto* box = new QSpinBox;
        box->setRange(1, 10'000'000);
        box->setGroupSeparatorShown(true);
        box->setValue(value);
        label->setBuddy(box);
        row->addWidget(label);
        row->addWidget(box);
        return box;
    };
    m_first = spin(m_firstLabel, 10);
    row->addSpacing(Theme::space3);
    m_second = spin(m_secondLabel, 60);
    row->addStretch(1);
    form->addRow(QString(), m_custom);
    m_loadHint = mutedLabel();
    form->addRow(QString(), m_loadHint);
    m_version = new QLineEdit;
    m_version->setAccessibleName(tr("Target version"));
    form->addRow(tr("&Target version"), m_version);
    m_note = new QLineEdit;
    m_note->setAccessibleName(tr("Note"));
    m_note->setPlaceholderText(tr("Kept with the report"));
    form->addRow(tr("N&ote"), m_note);
    m_thresholds = mutedLabel();
    form->addRow(tr("Thresholds"), m_thresholds);
    m_confirm = new QCheckBox;
    form->addRow(QString(), m_confirm);
    m_confirm->hide();
    m_allow = new QCheckBox;
    form->addRow(QString(), m_allow);
    m_allow->hide();
    connect(m_load, &QComboBox::currentIndexChanged, this, &RunSetup::update);
    connect(m_first, &QSpinBox::valueChanged, this, &RunSetup::update);
    connect(m_second, &QSpinBox::valueChanged, this, &RunSetup::update);
    connect(m_confirm, &QCheckBox::toggled, this, &RunSetup::update);
    connect(m_allow, &QCheckBox::toggled, this, &RunSetup::update);
    update();
}

void RunSetup::addPresets()
{
    for (const auto& name : scenario::presetNames()) {
        const auto load = scenario::preset(name);
        const auto text = tr("Preset: %1").arg(QString::fromStdString(name));
        m_load->addItem(text, QString::fromStdString(name));
        const auto row = m_load->count() - 1;
        m_load->setItemData(row, models::loadText(*load), Qt::ToolTipRole);
    }
}

} // namespace plumb::ui
