// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/calibration.h"
#include "ui/models/scenariovalues.h"

#include <QWidget>

#include <map>
#include <vector>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QStackedWidget;

namespace plumb::ui {

class FieldBinder;
class LoadPlot;
class RecordTable;

/// How load is offered: an executor with its fields, what that looks like over time and what it takes.
class LoadEditor : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive the editor.
    LoadEditor(
        models::ScenarioDocument& document, const models::ScenarioValues& values, QWidget* parent = nullptr);

    bool showProblem(const std::string& path);
    void focusFirst();
    /// The most requests per second that a trustworthy run of this machine's library had; nothing: none yet.
    void setSeenRate(std::optional<double> rps);
    /// What the load generator was measured to make on this machine.
    void setCalibrations(std::vector<report::StoredCalibration> calibrations);

private:
    void addOwners();
    void refreshOwners();
    void addExecutors();
    void addFields();
    void addChoices();
    template <class T>
    void addField(const QString& label, const QString& placeholder, const std::string& field,
        scenario::Bound<T> scenario::Load::*member, const QStringList& executors, bool seconds);
    /// The path of the pattern whose load is shown; empty: the scenario's.
    [[nodiscard]] const std::string& owner() const;
    void setOwner(const std::string& pattern);
    [[nodiscard]] const scenario::Load* load() const; ///< null: the pattern shares the scenario's
    void chooseOwn(bool own);
    void refresh();
    void updateEstimate();
    void choosePreset(int index);
    void chooseExecutor(int index);
    void drag(int stage, double time_s, double value);

    models::ScenarioDocument& m_document;
    const models::ScenarioValues& m_values;
    QFormLayout* m_form;
    FieldBinder* m_fields;
    QComboBox* m_whose;
    QCheckBox* m_own;
    QComboBox* m_executor;
    QComboBox* m_preset;
    std::vector<std::pair<QWidget*, QStringList>> m_rows; ///< field and the executors that have it
    RecordTable* m_stages;
    LoadPlot* m_plot;
    QLabel* m_estimate;
    std::optional<double> m_seenRate;
    std::vector<report::StoredCalibration> m_calibrations;
};

} // namespace plumb::ui
