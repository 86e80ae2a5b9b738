// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/linearcurve.h"

#include <cmath>

namespace plumb::engine {

namespace {
/// Rounding of sums of doubles must not push an arrival over an edge: a billionth of an arrival is none.
constexpr double tolerance = 1e-9;

double areaOf(const LinearCurve::Piece& piece)
{
    return (piece.from + piece.to) / 2.0 * (piece.end_s - piece.start_s);
}

double valueOn(const LinearCurve::Piece& piece, double time_s)
{
    const double share = (time_s - piece.start_s) / (piece.end_s - piece.start_s);
    return piece.from + (piece.to - piece.from) * (share < 0.0 ? 0.0 : share);
}
} // namespace

void LinearCurve::add(double duration_s, double from, double to)
{
    if (!(duration_s > 0.0))
        return;
    Piece piece;
    piece.start_s = this->duration_s();
    piece.end_s = piece.start_s + duration_s;
    piece.from = from;
    piece.to = to;
    piece.area_before = integral();
    m_pieces.push_back(piece);
}

LinearCurve LinearCurve::heldFrom(double time_s, double value) const
{
    LinearCurve held;
    for (const Piece& piece : m_pieces) {
        const double end = std::fmin(piece.end_s, time_s);
        held.add(end - piece.start_s, piece.from, valueOn(piece, end));
    }
    held.add(duration_s() - std::fmax(time_s, 0.0), value, value);
    return held;
}

double LinearCurve::duration_s() const
{
    return m_pieces.empty() ? 0.0 : m_pieces.back().end_s;
}

double LinearCurve::valueAt(double time_s) const
{
    if (m_pieces.empty())
        return 0.0;
    for (const Piece& piece : m_pieces) {
        if (time_s < piece.end_s)
            return valueOn(piece, time_s);
    }
    return m_pieces.back().to;
}

double LinearCurve::integral() const
{
    return m_pieces.empty() ? 0.0 : m_pieces.back().area_before + areaOf(m_pieces.back());
}

std::optional<double> LinearCurve::timeOfIntegral(double area) const
{
    for (const Piece& piece : m_pieces) {
        const double rest = area - piece.area_before;
        if (rest >= areaOf(piece) - tolerance)
            continue;
        if (rest <= 0.0 && piece.from > 0.0)
            return piece.start_s;
        // from * t + slope / 2 * t^2 = rest, in the form that keeps its digits for a slope near 0
        const double slope = (piece.to - piece.from) / (piece.end_s - piece.start_s);
        const double root = std::sqrt(std::fmax(0.0, piece.from * piece.from + 2.0 * slope * rest));
        const double denominator = piece.from + root;
        return piece.start_s + (denominator > 0.0 ? 2.0 * rest / denominator : 0.0);
    }
    return std::nullopt;
}

} // namespace plumb::engine
