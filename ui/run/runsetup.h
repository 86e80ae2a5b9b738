// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/runner.h"
#include "ui/models/libraryloader.h"
#include "ui/models/scenarioinspector.h"
#include "workflow/runqueue.h"

#include <QWidget>

#include <map>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;
class QStackedWidget;

namespace plumb::ui {

class NoticeBar;

/// What to run: scenario, environment, load, version and note, and what has to be answered before a start:
/// secrets without a value, a target that is not this machine, commands that it would run.
class RunSetup : public QWidget
{
    Q_OBJECT

public:
    explicit RunSetup(models::LibraryLoader& library, QWidget* parent = nullptr);

    void setScenario(const QString& file);
    [[nodiscard]] QString scenario() const;
    /// Everything that is needed is there and valid.
    [[nodiscard]] bool canStart() const { return m_canStart; }
    /// The request as filled in. Secrets are in it: they go to the runner and nowhere else.
    [[nodiscard]] runner::RunRequest request() const;
    /// The same, to be queued.
    [[nodiscard]] workflow::QueueEntry queueEntry() const;
    /// To be called when a run was started: remembers the confirmed host and forgets the secrets.
    void started();
    void focusFirst();

Q_SIGNALS:
    void canStartChanged(bool can);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void addPresets();
    void buildScenarioRows(QFormLayout* form);
    void buildLoadRows(QFormLayout* form);
    void fillScenarios();
    void browse();
    void inspect();
    void show(const models::ScenarioInfo& info);
    void askForActs(const QStringList& acts);
    void askForSecrets(const QStringList& names);
    void update();
    [[nodiscard]] std::optional<scenario::Load> chosenLoad() const;

    models::LibraryLoader& m_library;
    models::ScenarioInspector m_inspector;
    models::ScenarioInfo m_info;
    QComboBox* m_scenario = nullptr;
    QComboBox* m_environment = nullptr;
    QComboBox* m_load = nullptr;
    QWidget* m_custom = nullptr;
    QLabel* m_firstLabel = nullptr;
    QSpinBox* m_first = nullptr;
    QLabel* m_secondLabel = nullptr;
    QSpinBox* m_second = nullptr;
    QLineEdit* m_version = nullptr;
    QLineEdit* m_note = nullptr;
    QLabel* m_target = nullptr;
    QLabel* m_thresholds = nullptr;
    QLabel* m_loadHint = nullptr;
    QCheckBox* m_confirm = nullptr;
    QCheckBox* m_allow = nullptr;
    QFormLayout* m_form = nullptr;
    NoticeBar* m_notice = nullptr;
    QLabel* m_problems = nullptr;
    std::map<QString, QLineEdit*> m_secrets;
    bool m_inspected = false;
    bool m_canStart = false;
};

} // namespace plumb::ui
