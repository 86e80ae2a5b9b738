// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace plumb::ui {

class Settings;

/// What the user can set, all on one sheet. Nothing is changed before OK; then everything is, and changed()
/// says so.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p settings outlives the dialog.
    explicit SettingsDialog(Settings& settings, QWidget* parent = nullptr);

    void accept() override;

Q_SIGNALS:
    void changed();
    /// @p language is another than before; it holds from the next start.
    void languageChanged();

private:
    QWidget* buildLibraryRow();
    void show(const Settings& settings);
    void showDefaults();

    Settings& m_settings;
    QComboBox* m_theme;
    QComboBox* m_language;
    QComboBox* m_motion;
    QComboBox* m_closing;
    QLineEdit* m_library;
    QCheckBox* m_notifications;
    QCheckBox* m_confirmDeletes;
};

} // namespace plumb::ui
