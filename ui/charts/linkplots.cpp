// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/linkplots.h"

#include "ui/charts/plot.h"

#include <memory>

namespace plumb::ui {

void linkPlots(const std::vector<Plot*>& plots)
{
    // Each plot that is moved answers with a signal of its own; only the first mover counts.
    const auto moving = std::make_shared<bool>(false);
    for (auto* source : plots) {
        for (auto* other : plots) {
            if (other == source)
                continue;
            QObject::connect(source, &Plot::visibleRangeChanged, other, [=](double lower, double upper) {
                if (*moving)
                    return;
                *moving = true;
                if (source->isZoomed())
                    other->setVisibleRange({lower, upper});
                else
                    other->fit();
                *moving = false;
            });
            QObject::connect(source, &Plot::cursorMoved, other, [=](std::optional<double> x) {
                if (*moving)
                    return;
                *moving = true;
                other->setCursor(x);
                *moving = false;
            });
        }
    }
}

} // namespace plumb::ui
