// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/requestpreview.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace plumb::models {

class ScenarioValues;

/// What a step would send with the values of now, made in a pool thread while somebody looks.
class RequestPreviewer : public QObject
{
    Q_OBJECT

public:
    /// @p values outlives it.
    explicit RequestPreviewer(const ScenarioValues& values, QObject* parent = nullptr);
    ~RequestPreviewer() override;

    /// The step to look at; empty: nobody looks.
    void look(const std::string& step);

Q_SIGNALS:
    /// @p text: the request as it would stand on the wire. @p remark: what it depends on still, or why there
    /// is none.
    void made(const QString& text, const QString& remark);

private:
    void make();
    void take(const Result<scenario::RequestPreview>& preview);

    const ScenarioValues& m_values;
    std::string m_step;
    QTimer m_soon;
    int m_asked = 0;
    QThreadPool m_pool;
};

} // namespace plumb::models
