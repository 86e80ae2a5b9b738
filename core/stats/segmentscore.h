// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

// How well change points agree with what people marked (van den Burg and Williams 2020). 0 counts as a change
// point of everybody.
namespace plumb::stats {

using ChangeIndexes = std::vector<std::size_t>;

/// The marks of @p truth that are met by a point of @p found within @p margin, each point meeting one mark.
ChangeIndexes truePositives(const ChangeIndexes& truth, const ChangeIndexes& found, std::size_t margin = 5);

/// F1: precision against the marks of all annotators, recall as the mean over them. In [0, 1].
double changeF1(
    std::span<const ChangeIndexes> annotations, const ChangeIndexes& found, std::size_t margin = 5);

/// How much of a series of @p count points is covered: the best overlap (Jaccard) of each marked part with a
/// found one, weighted by its length, as the mean over annotators. In [0, 1].
double changeCovering(
    std::span<const ChangeIndexes> annotations, const ChangeIndexes& found, std::size_t count);

} // namespace plumb::stats
