// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/scenariodocument.h"

#include <QListWidget>

namespace plumb::ui {

/// What is wrong with the scenario, errors first; choosing an entry leads to its field.
class ProblemList : public QListWidget
{
    Q_OBJECT

public:
    /// @p document outlives the list.
    explicit ProblemList(models::ScenarioDocument& document, QWidget* parent = nullptr);

    [[nodiscard]] int errors() const { return m_errors; }
    [[nodiscard]] int warnings() const { return m_warnings; }

Q_SIGNALS:
    void counted();
    void chosen(const QString& path);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();
    [[nodiscard]] QString emptyText() const;

    models::ScenarioDocument& m_document;
    int m_errors = 0, m_warnings = 0;
};

} // namespace plumb::ui
