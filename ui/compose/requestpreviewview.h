// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/requestpreviewer.h"

#include <QWidget>

class QLabel;

namespace plumb::ui {

class JsonEdit;

/// The request of a step with its variables in place; looked at only while it is visible.
class RequestPreviewView : public QWidget
{
    Q_OBJECT

public:
    /// @p values outlives the view.
    explicit RequestPreviewView(const models::ScenarioValues& values, QWidget* parent = nullptr);

    void setStep(const std::string& path);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    models::RequestPreviewer m_previewer;
    std::string m_step;
    QLabel* m_remark;
    JsonEdit* m_text;
};

} // namespace plumb::ui
