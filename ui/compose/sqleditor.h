// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/scenariodocument.h"

#include <QWidget>

class QFormLayout;
class QLineEdit;

namespace plumb::ui {

class FieldBinder;
class JsonEdit;
class RecordTable;

/// What a step asks a database: where, the query with its parameters, and whether it may write.
class SqlEditor : public QWidget
{
    Q_OBJECT

public:
    /// @p document outlives the editor.
    explicit SqlEditor(models::ScenarioDocument& document, QWidget* parent = nullptr);

    void setStep(const std::string& path);
    /// False: not about what the step asks.
    bool showProblem(const std::string& path);

private:
    void buildPlace();
    void buildQuery();
    void refresh();

    models::ScenarioDocument& m_document;
    std::string m_step;
    FieldBinder* m_fields;
    QFormLayout* m_form;
    JsonEdit* m_query;
    RecordTable* m_params;
    QLineEdit* m_database = nullptr;
    std::vector<QWidget*> m_ofServers; ///< fields that a file has no use for
};

} // namespace plumb::ui
