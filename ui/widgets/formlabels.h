// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QFormLayout;

namespace plumb::ui {

/// The labels of @p form stand on the line of their fields. To be called when its rows are there.
void alignLabels(QFormLayout* form);

} // namespace plumb::ui
