// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/trust.h"

#include <QWidget>

class QLabel;

namespace plumb::models {
class TrustModel;
}

namespace plumb::ui {

class TableView;
class VerdictBadge;

/// Whether the figures of a run can be trusted: the verdict on the generator in a sentence, what to do, and
/// below it everything that was looked at.
class TrustPanel : public QWidget
{
    Q_OBJECT

public:
    explicit TrustPanel(QWidget* parent = nullptr);
    void showTrust(const report::TrustContext& context);
    /// In the place of all, where nothing is known yet.
    void showNothing(const QString& why);

private:
    VerdictBadge* m_badge;
    QLabel* m_sentence;
    QLabel* m_more; ///< further reasons, and what to do
    models::TrustModel* m_model;
    TableView* m_table;
};

} // namespace plumb::ui
