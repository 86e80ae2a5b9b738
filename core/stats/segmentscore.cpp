// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/segmentscore.h"

#include <algorithm>
#include <set>

namespace plumb::stats {

namespace {

ChangeIndexes withStart(const ChangeIndexes& points)
{
    std::set<std::size_t> all(points.begin(), points.end());
    all.insert(0);
    return {all.begin(), all.end()};
}

struct Part
{
    std::size_t from = 0, past = 0;
};

std::vector<Part> partsOf(const ChangeIndexes& points, std::size_t count)
{
    std::vector<Part> parts;
    const auto starts = withStart(points);
    for (std::size_t i = 0; i < starts.size(); ++i) {
        parts.push_back({starts[i], i + 1 < starts.size() ? starts[i + 1] : count});
    }
    return parts;
}

double overlap(const Part& a, const Part& b)
{
    const std::size_t from = std::max(a.from, b.from), past = std::min(a.past, b.past);
    const std::size_t common = past > from ? past - from : 0;
    const std::size_t all = (a.past - a.from) + (b.past - b.from) - common;
    return all > 0 ? static_cast<double>(common) / static_cast<double>(all) : 0.0;
}

} // namespace

ChangeIndexes truePositives(const ChangeIndexes& truth, const ChangeIndexes& found, std::size_t margin)
{
    ChangeIndexes met;
    std::set<std::size_t> left(found.begin(), found.end());
    const std::set<std::size_t> marks(truth.begin(), truth.end());
    for (const std::size_t mark : marks) {
        auto best = left.end();
        const auto apart = [mark](std::size_t point) { return point > mark ? point - mark : mark - point; };
        for (auto point = left.begin(); point != left.end(); ++point) {
            if (apart(*point) <= margin && (best == left.end() || apart(*point) < apart(*best))) {
                best = point;
            }
        }
        if (best != left.end()) {
            left.erase(best);
            met.push_back(mark);
        }
    }
    return met;
}

double changeF1(std::span<const ChangeIndexes> annotations, const ChangeIndexes& found, std::size_t margin)
{
    const auto points = withStart(found);
    std::set<std::size_t> everybodys;
    double recall = 0.0;
    for (const auto& annotation : annotations) {
        const auto marks = withStart(annotation);
        everybodys.insert(marks.begin(), marks.end());
        recall += static_cast<double>(truePositives(marks, points, margin).size())
            / static_cast<double>(marks.size()) / static_cast<double>(annotations.size());
    }
    const ChangeIndexes all(everybodys.begin(), everybodys.end());
    const double precision
        = static_cast<double>(truePositives(all, points, margin).size()) / static_cast<double>(points.size());
    return precision + recall > 0.0 ? 2.0 * precision * recall / (precision + recall) : 0.0;
}

double changeCovering(
    std::span<const ChangeIndexes> annotations, const ChangeIndexes& found, std::size_t count)
{
    const auto parts = partsOf(found, count);
    double sum = 0.0;
    for (const auto& annotation : annotations) {
        for (const auto& marked : partsOf(annotation, count)) {
            double best = 0.0;
            for (const auto& part : parts) {
                best = std::max(best, overlap(marked, part));
            }
            sum += static_cast<double>(marked.past - marked.from) * best;
        }
    }
    return annotations.empty() || count == 0
        ? 0.0
        : sum / static_cast<double>(count) / static_cast<double>(annotations.size());
}

} // namespace plumb::stats
