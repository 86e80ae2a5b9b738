// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/tickers.h"

#include "ui/charts/axisarithmetic.h"

#include <algorithm>
#include <cmath>

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
    return std::max(m_least, niceStep(range.size(), valueSteps));
}

int ValueTicker::getSubTickCount(double)
{
    return 0;
}

QVector<double> LogTicker::createTickVector(double tickStep, const QCPRange& range)
{
    if (!(range.lower > 0.0) || !(range.upper > range.lower)) {
        return QCPAxisTicker::createTickVector(tickStep, range);
    }
    constexpr double manyDecades = 4.0;
    const bool powersOnly = std::log10(range.upper / range.lower) > manyDecades;
    QVector<double> ticks;
    for (int power = static_cast<int>(std::floor(std::log10(range.lower)));
         power <= static_cast<int>(std::ceil(std::log10(range.upper))); ++power) {
        for (const double factor : {1.0, 2.0, 5.0}) {
            const double tick = factor * std::pow(10.0, power);
            if (tick >= range.lower && tick <= range.upper && (factor == 1.0 || !powersOnly)) {
                ticks.push_back(tick);
            }
        }
    }
    return ticks;
}

int LogTicker::getSubTickCount(double)
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
