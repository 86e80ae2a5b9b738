// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settingsdialog.h"

#include "ui/shell/settings.h"
#include "ui/shell/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace plumb::ui {

namespace {

void choose(QComboBox* box, const QVariant& data)
{
    box->setCurrentIndex(qMax(0, box->findData(data)));
}

} // namespace

SettingsDialog::SettingsDialog(Settings& settings, QWidget* parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_theme(new QComboBox(this))
    , m_language(new QComboBox(this))
    , m_motion(new QComboBox(this))
    , m_closing(new QComboBox(this))
    , m_library(new QLineEdit(this))
    , m_notifications(new QCheckBox(tr("&Tell when a run ends and the window is not in front"), this))
    , m_confirmDeletes(new QCheckBox(tr("As&k before reports are deleted, although it can be undone"), this))
{
    setWindowTitle(tr("Settings"));
    m_theme->addItem(tr("As the system"), toString(ThemeMode::system));
    m_theme->addItem(tr("Light"), toString(ThemeMode::light));
    m_theme->addItem(tr("Dark"), toString(ThemeMode::dark));
    m_language->addItem(tr("As the system"), QString());
    for (const auto& [code, name] : languages()) {
        m_language->addItem(name, code);
    }
    m_language->setToolTip(tr("Holds from the next start"));
    m_motion->addItem(tr("As the system"), toString(Motion::system));
    m_motion->addItem(tr("None"), toString(Motion::none));
    m_motion->addItem(tr("Short"), toString(Motion::brief));
    m_motion->setToolTip(
        tr("Menus, lists and tooltips that fade or slide. Charts never move by themselves."));
    m_closing->addItem(tr("Ask"), toString(CloseWhileRunning::ask));
    m_closing->addItem(tr("Goes on in the background"), toString(CloseWhileRunning::goOn));
    m_closing->addItem(tr("Is stopped first"), toString(CloseWhileRunning::stop));
    m_closing->setToolTip(tr("What becomes of a run under way when the window is closed"));
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(Theme::space4);
    form->setVerticalSpacing(Theme::space3);
    form->addRow(tr("T&heme"), m_theme);
    form->addRow(tr("&Language"), m_language);
    form->addRow(tr("&Motion"), m_motion);
    auto* library = new QLabel(tr("Library at the &start"));
    library->setBuddy(m_library);
    form->addRow(library, buildLibraryRow());
    form->addRow(tr("&Run when the window closes"), m_closing);
    form->addRow(tr("Notifications"), m_notifications);
    form->addRow(tr("Confirmations"), m_confirmDeletes);
    auto* buttons = new QDialogButtonBox(
        QDialogButtonBox::Ok | QDialogButtonBox::Cancel | QDialogButtonBox::RestoreDefaults);
    connect(buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this,
        &SettingsDialog::showDefaults);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::space5, Theme::space5, Theme::space5, Theme::space4);
    column->setSpacing(Theme::space5);
    column->addLayout(form);
    column->addStretch();
    column->addWidget(buttons);
    // The button box, laying its buttons out, leaves one of them out of the chain.
    QWidget* before = m_confirmDeletes;
    for (const auto button :
        {QDialogButtonBox::RestoreDefaults, QDialogButtonBox::Ok, QDialogButtonBox::Cancel}) {
        setTabOrder(before, buttons->button(button));
        before = buttons->button(button);
    }
    show(settings);
    m_theme->setFocus();
    resize(560, sizeHint().height());
}

QWidget* SettingsDialog::buildLibraryRow()
{
    m_library->setPlaceholderText(tr("The one that was open last"));
    m_library->setAccessibleName(tr("Library at the start"));
    auto* browse = new QPushButton(tr("Choose…"));
    browse->setAccessibleName(tr("Choose the library at the start"));
    connect(browse, &QPushButton::clicked, this, [this] {
        const QString folder
            = QFileDialog::getExistingDirectory(this, tr("Library at the start"), m_library->text());
        if (!folder.isEmpty()) {
            m_library->setText(QDir::toNativeSeparators(folder));
        }
    });
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_library, 1);
    layout->addWidget(browse);
    return row;
}

void SettingsDialog::show(const Settings& settings)
{
    choose(m_theme, toString(settings.themeMode()));
    choose(m_language, settings.language());
    choose(m_motion, toString(settings.motion()));
    m_library->setText(QDir::toNativeSeparators(settings.startLibrary()));
    choose(m_closing, toString(settings.closeWhileRunning()));
    m_notifications->setChecked(settings.notifications());
    m_confirmDeletes->setChecked(settings.confirmDeletes());
}

void SettingsDialog::showDefaults()
{
    choose(m_theme, toString(ThemeMode::system));
    choose(m_language, QString());
    choose(m_motion, toString(Motion::system));
    m_library->clear();
    choose(m_closing, toString(CloseWhileRunning::ask));
    m_notifications->setChecked(true);
    m_confirmDeletes->setChecked(false);
}

void SettingsDialog::accept()
{
    const QString language = m_language->currentData().toString();
    const bool another = language != m_settings.language();
    m_settings.setThemeMode(themeModeFromString(m_theme->currentData().toString()));
    m_settings.setLanguage(language);
    m_settings.setMotion(motionFromString(m_motion->currentData().toString()));
    m_settings.setStartLibrary(QDir::fromNativeSeparators(m_library->text().trimmed()));
    m_settings.setCloseWhileRunning(closeWhileRunningFromString(m_closing->currentData().toString()));
    m_settings.setNotifications(m_notifications->isChecked());
    m_settings.setConfirmDeletes(m_confirmDeletes->isChecked());
    QDialog::accept();
    Q_EMIT changed();
    if (another) {
        Q_EMIT languageChanged();
    }
}

} // namespace plumb::ui
