// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <map>
#include <string>
#include <vector>

class QLineEdit;

namespace plumb::ui {

/// Asks for the secrets of a queued run, which are never written to disk.
class SecretsDialog : public QDialog
{
    Q_OBJECT

public:
    SecretsDialog(const QString& run, const std::vector<std::string>& names, QWidget* parent = nullptr);

Q_SIGNALS:
    /// All of them, by name.
    void given(const std::map<std::string, std::string>& secrets);

private:
    void finish();

    std::map<std::string, QLineEdit*> m_edits;
};

} // namespace plumb::ui
