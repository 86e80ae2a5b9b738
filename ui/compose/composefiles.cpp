// SPDX-License-Identifier: GPL-3.0-or-later
// The Compose page's actions and files, apart from its editors.
#include "scenario/templates.h"
#include "ui/compose/composepage.h"
#include "ui/models/words.h"
#include "ui/shell/icons.h"
#include "ui/shell/settings.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QMenu>

namespace plumb::ui {

namespace {

QString templateRoot()
{
    return QStringLiteral(":/plumbline/templates");
}

} // namespace

void ComposePage::buildActions()
{
    m_newMenu = new QMenu(this);
    m_new = new QAction(ui::icon(u"add"), tr("New"), this);
    m_new->setToolTip(tr("An empty scenario, or one of the shipped templates"));
    m_new->setMenu(m_newMenu);
    const auto make = [this](QStringView iconName, const QString& text, const QString& tip,
                          const QKeySequence& key, auto slot) {
        auto* action = new QAction(ui::icon(iconName), text, this);
        action->setToolTip(
            key.isEmpty() ? tip : QStringLiteral("%1 (%2)").arg(tip, key.toString(QKeySequence::NativeText)));
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    m_save = make(u"download", tr("Save"), tr("Save the scenario"), QKeySequence::Save, [this] { save(); });
    m_once = make(u"check", tr("Send once"), tr("Send the chosen step once, as one user would"),
        QKeySequence(Qt::CTRL | Qt::Key_Return), &ComposePage::sendOnce);
    m_run = make(u"play", tr("Run…"), tr("Save the scenario and set up a run of it"),
        QKeySequence(Qt::CTRL | Qt::Key_R), &ComposePage::run);
    auto* empty = m_newMenu->addAction(tr("Empty scenario"));
    empty->setShortcut(QKeySequence::New);
    empty->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(empty);
    connect(empty, &QAction::triggered, this, &ComposePage::newEmpty);
    buildTemplates();
    buildMore();
}

void ComposePage::buildMore()
{
    auto* menu = new QMenu(this);
    m_more = new QAction(ui::icon(u"more"), tr("More"), this);
    m_more->setMenu(menu);
    const auto add = [&](const QString& text, const QKeySequence& key, auto slot) {
        auto* action = menu->addAction(text);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    add(tr("Open…"), {}, [this] { chooseFile(); })->setIcon(ui::icon(u"open"));
    add(tr("Save as…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), [this] { saveAs(); });
    m_recentMenu = menu->addMenu(tr("Recent scenarios"));
    connect(m_recentMenu, &QMenu::aboutToShow, this, &ComposePage::fillRecent);
    menu->addSeparator();
    add(tr("Paste curl command as step"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V),
        &ComposePage::pasteCurl);
    m_copyCommand = add(
        tr("Copy as command"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), &ComposePage::copyCommand);
}

void ComposePage::fillRecent()
{
    m_recentMenu->clear();
    const auto files = m_settings.recentScenarios();
    for (const auto& file : files) {
        auto text = QDir::toNativeSeparators(file);
        text.replace(QLatin1Char('&'), QLatin1String("&&"));
        connect(m_recentMenu->addAction(text), &QAction::triggered, this, [this, file] { open(file); });
    }
    if (files.isEmpty())
        m_recentMenu->addAction(tr("None yet"))->setEnabled(false);
}

void ComposePage::lookAtDisk()
{
    if (!m_document.changedOnDisk())
        return;
    if (!QFileInfo::exists(m_document.file())) {
        m_diskNotice->showNotice(NoticeBar::Level::warning,
            tr("%1 is gone from the disk. Save writes it again.").arg(m_document.name()));
        return;
    }
    m_diskNotice->showNotice(NoticeBar::Level::warning,
        tr("%1 was changed by another program.").arg(m_document.name()), tr("Read it again"), [this] {
            m_diskNotice->clear();
            if (letGo())
                reopen();
        });
}

void ComposePage::reopen()
{
    const auto opened = m_document.open(m_document.file());
    if (!opened)
        failed(opened.error());
}

void ComposePage::buildTemplates()
{
    const auto templates = scenario::listTemplates(templateRoot());
    if (!templates)
        return;
    m_newMenu->addSection(tr("From template"));
    m_newMenu->setToolTipsVisible(true);
    for (const auto& entry : *templates) {
        const auto name = QString::fromStdString(entry.name);
        auto* action = m_newMenu->addAction(QString::fromStdString(entry.title));
        action->setToolTip(QString::fromStdString(entry.description));
        connect(action, &QAction::triggered, this, [this, name] { newFrom(name); });
    }
}

void ComposePage::failed(const Error& error)
{
    Q_EMIT noticeRequested(NoticeBar::Level::error, models::errorText(error));
}

bool ComposePage::letGo()
{
    if (!m_document.modified())
        return true;
    switch (m_dialogs.unsaved(this, m_document.name())) {
    case FileDialogs::Unsaved::save:
        return save();
    case FileDialogs::Unsaved::discard:
        return true;
    case FileDialogs::Unsaved::cancel:
        break;
    }
    return false;
}

bool ComposePage::mayClose()
{
    return letGo();
}

QString ComposePage::startFolder() const
{
    if (!m_document.file().isEmpty())
        return QFileInfo(m_document.file()).absolutePath();
    const auto library = m_library.folder();
    return library.empty() ? QDir::homePath() : QString::fromStdString((library / "scenarios").string());
}

void ComposePage::newEmpty()
{
    if (letGo())
        m_document.clear();
}

void ComposePage::newFrom(const QString& templateName)
{
    if (!letGo())
        return;
    const auto proposal = QDir(startFolder()).filePath(templateName + QStringLiteral(".json"));
    const auto file = m_dialogs.save(this, tr("New scenario"), proposal, tr("Scenarios (*.json)"));
    if (file.isEmpty())
        return;
    const auto copied
        = scenario::copyTemplate(templateRoot(), templateName.toStdString(), file.toStdString());
    const auto opened
        = copied ? m_document.open(QString::fromStdString(copied->string())) : Result<void>(copied.error());
    if (opened)
        Q_EMIT noticeRequested(NoticeBar::Level::info, {});
    else
        failed(opened.error());
}

void ComposePage::chooseFile()
{
    const auto file = m_dialogs.open(this, tr("Open scenario"), startFolder(), tr("Scenarios (*.json)"));
    if (!file.isEmpty())
        open(file);
}

bool ComposePage::open(const QString& file)
{
    if (!letGo())
        return false;
    const auto opened = m_document.open(file);
    if (!opened)
        failed(opened.error());
    else
        Q_EMIT noticeRequested(NoticeBar::Level::info, {});
    return opened.has_value();
}

bool ComposePage::save()
{
    finishEditing();
    return m_document.file().isEmpty() ? saveAs() : saveTo(m_document.file());
}

bool ComposePage::saveAs()
{
    finishEditing();
    const auto proposal = m_document.file().isEmpty()
        ? QDir(startFolder())
              .filePath(QString::fromStdString(m_document.scenario().operation) + QStringLiteral(".json"))
        : m_document.file();
    const auto file = m_dialogs.save(this, tr("Save scenario"), proposal, tr("Scenarios (*.json)"));
    return !file.isEmpty() && saveTo(file);
}

bool ComposePage::saveTo(const QString& file)
{
    const auto saved = m_document.save(file);
    if (!saved) {
        failed(saved.error());
        return false;
    }
    Q_EMIT noticeRequested(NoticeBar::Level::info, {});
    Q_EMIT statusMessage(tr("Saved %1").arg(m_document.name()));
    return true;
}

void ComposePage::run()
{
    finishEditing();
    const auto saved = m_document.modified() || m_document.file().isEmpty() ? save() : true;
    if (saved)
        Q_EMIT runScenario(m_document.file());
}

} // namespace plumb::ui
