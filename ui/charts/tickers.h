// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/qcustomplot.h"

namespace plumb::ui {

/// Times of a run: round steps in seconds, minutes and hours, written as a clock.
class TimeTicker : public QCPAxisTicker
{
protected:
    double getTickStep(const QCPRange& range) override;
    QString getTickLabel(double tick, const QLocale& locale, QChar formatChar, int precision) override;
    int getSubTickCount(double tickStep) override;

private:
    double m_step = 1.0;
};

/// The steps that valueRange() rounds its ends to, so that the axis ends on a tick.
class ValueTicker : public QCPAxisTicker
{
public:
    /// With a @p least of 1 only whole numbers are written: there are no half users.
    explicit ValueTicker(double least = 0.0)
        : m_least(least)
    {
    }

protected:
    double getTickStep(const QCPRange& range) override;
    int getSubTickCount(double tickStep) override;

private:
    double m_least;
};

/// 1, 2, 5, 10, 20, ... on a logarithmic axis; only the powers of ten where there are many of them.
class LogTicker : public QCPAxisTicker
{
protected:
    QVector<double> createTickVector(double tickStep, const QCPRange& range) override;
    int getSubTickCount(double tickStep) override;
};

/// 50 %, 90 %, 99 %, ... on an axis of 1 / (1 - percentile).
class PercentileTicker : public QCPAxisTicker
{
protected:
    QVector<double> createTickVector(double tickStep, const QCPRange& range) override;
    QVector<double> createSubTickVector(int subTickCount, const QVector<double>& ticks) override;
    QString getTickLabel(double tick, const QLocale& locale, QChar formatChar, int precision) override;
};

} // namespace plumb::ui
