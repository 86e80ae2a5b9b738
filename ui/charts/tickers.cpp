// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/tickers.h"

#include "ui/charts/axisarithmetic.h"

namespace plumb::ui {

double TimeTicker::getTickStep(const QCPRange& range)
{
    m_step = niceTimeStep(range.size(), tickCount());
    return m_step;
}

QString TimeTicker::getTickLabel(double tick, const QLocale&, QChar, int)
{
    return timeLabel(tick, m_step);
}

int TimeTicker::getSubTickCount(double)
{
    return 0;
}

double ValueTicker::getTickStep(const QCPRange& range)
{
    return niceStep(range.size(), valueSteps);
}

int ValueTicker::getSubTickCount(double)
{
    return 0;
}

QVector<double> PercentileTicker::createTickVector(double, const QCPRange& range)
{
    QVector<double> result;
    for (const auto& [x, label] : percentileTicks(range.upper)) {
        if (x >= range.lower) {
            result << x;
        }
    }
    return result;
}

QVector<double> PercentileTicker::createSubTickVector(int, const QVector<double>&)
{
    return {};
}

QString PercentileTicker::getTickLabel(double tick, const QLocale&, QChar, int)
{
    for (const auto& [x, label] : percentileTicks(tick)) {
        if (qFuzzyCompare(x, tick)) {
            return label;
        }
    }
    return {};
}

} // namespace plumb::ui
