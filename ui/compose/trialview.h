// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/trial.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTabWidget;

namespace plumb::ui {

class ElidedLabel;
class JsonEdit;

/// What "send once" brought: requests, answers, times, checks and extracted values. From the answer's JSON an
/// extraction or a check is made for the value under the cursor.
class TrialView : public QWidget
{
    Q_OBJECT

public:
    explicit TrialView(QWidget* parent = nullptr);

    void showTrial(const runner::Trial& trial);
    void showError(const QString& text);
    void setBusy(bool busy);

Q_SIGNALS:
    void cancelled();
    void extractWanted(const QString& pointer);
    /// @p value is the JSON text of the value that the answer has there.
    void checkWanted(const QString& pointer, const QString& value);

private:
    void showExchange(int index);
    void cursorMoved();
    QWidget* answerPage();
    [[nodiscard]] static QString headline(const runner::TrialExchange& exchange);
    [[nodiscard]] QString summary(const runner::TrialExchange& exchange) const;
    [[nodiscard]] QString findingsTitle(const runner::TrialExchange& exchange) const;
    [[nodiscard]] QString findings(const runner::TrialExchange& exchange) const;

    runner::Trial m_trial;
    QComboBox* m_exchange;
    QLabel* m_summary;
    QPushButton* m_cancel;
    QTabWidget* m_tabs;
    JsonEdit* m_body;
    QPlainTextEdit* m_findings;
    QPlainTextEdit* m_headers;
    QPlainTextEdit* m_request;
    QWidget* m_picking = nullptr; ///< below the answer: what can be done with a value of it
    ElidedLabel* m_place; ///< of the value that the buttons behind it take
    QPushButton* m_extract;
    QPushButton* m_check;
    QString m_pointer;
    bool m_answerIsJson = false; ///< and so has values to click
};

} // namespace plumb::ui
