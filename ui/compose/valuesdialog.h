// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/variablestates.h"

#include <QDialog>

class QLineEdit;

namespace plumb::ui {

/// Asks for the values of variables that have none; secrets are typed unseen.
class ValuesDialog : public QDialog
{
    Q_OBJECT

public:
    ValuesDialog(const std::vector<scenario::VariableState>& missing, QWidget* parent = nullptr);

    /// By variable.
    [[nodiscard]] std::map<std::string, std::string> values() const;

private:
    std::vector<std::pair<std::string, QLineEdit*>> m_fields;
};

} // namespace plumb::ui
