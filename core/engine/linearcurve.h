// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

namespace plumb::engine {

/// A quantity over time that is linear in pieces: users, or iterations per second. Holds, ramps and stages
/// are all pieces, so every executor draws its shape with the same pen.
class LinearCurve
{
public:
    struct Piece
    {
        double start_s = 0.0, end_s = 0.0; ///< half open: [start, end)
        double from = 0.0, to = 0.0;
        double area_before = 0.0; ///< integral up to start_s
    };

    /// Appends a piece; a @p duration_s of 0 or less adds nothing.
    void add(double duration_s, double from, double to);

    /// The same up to @p time_s, then @p value to the same end.
    [[nodiscard]] LinearCurve heldFrom(double time_s, double value) const;

    [[nodiscard]] const std::vector<Piece>& pieces() const { return m_pieces; }
    [[nodiscard]] double duration_s() const;
    /// At an edge the later piece counts; the last value after the end, 0 for an empty curve.
    [[nodiscard]] double valueAt(double time_s) const;
    /// The area under the whole curve (for a rate: the number of arrivals).
    [[nodiscard]] double integral() const;
    /// When the area from 0 has grown to @p area; nothing if it never does before the end.
    [[nodiscard]] std::optional<double> timeOfIntegral(double area) const;

private:
    std::vector<Piece> m_pieces;
};

} // namespace plumb::engine
