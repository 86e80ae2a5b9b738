// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compose/filedialogs.h"
#include "ui/compose/trialrunner.h"
#include "ui/models/libraryloader.h"
#include "ui/models/machinestatus.h"
#include "ui/models/scenariovalues.h"
#include "ui/shell/page.h"
#include "ui/shell/viewmemory.h"

class QComboBox;
class QMenu;
class QSplitter;
class QStackedWidget;
class QTabWidget;

namespace plumb::ui {

class ComposeTree;
class ListsEditor;
class LoadEditor;
class PatternEditor;
class ProblemList;
class Settings;
class StepEditor;
class TargetEditor;
class TrialView;
class VariablesEditor;

/// Makes and changes scenarios.
class ComposePage : public Page
{
    Q_OBJECT

public:
    /// Library and settings outlive the page.
    ComposePage(models::LibraryLoader& library, Settings& settings, FileDialogs dialogs = FileDialogs::real(),
        QWidget* parent = nullptr);
    ~ComposePage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString navigationText() const override;
    [[nodiscard]] QIcon icon() const override;
    [[nodiscard]] QList<QAction*> pageActions() const override;
    [[nodiscard]] QWidget* headerWidget() override;
    [[nodiscard]] QUndoStack* undoStack() override { return &m_document.undoStack(); }
    [[nodiscard]] bool mayClose() override;
    void activated() override;
    void resetLayout() override;

    [[nodiscard]] models::ScenarioDocument& document() { return m_document; }
    [[nodiscard]] ComposeTree& tree() { return *m_tree; }
    /// Asks about unsaved changes first. False: refused or not readable.
    bool open(const QString& file);
    bool save();
    /// Leads to the field of a problem.
    void showProblem(const QString& path);

Q_SIGNALS:
    void runScenario(const QString& file);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildActions();
    void buildHeader();
    void buildTemplates();
    void buildBody();
    void makeLists();
    QWidget* scrolling(QWidget* content, const QString& name);
    void newEmpty();
    void newFrom(const QString& templateName);
    void chooseFile();
    bool saveAs();
    bool saveTo(const QString& file);
    void run();
    void connectTrial();
    void sendOnce();
    void makeRoomForAnswer();
    void sendTried(const std::vector<std::string>& alsoConfirmed, bool allowed = false);
    void confirmHost(const QString& host);
    void allowActs(const QStringList& acts);
    void showEnvironments();
    void finishEditing();
    void addExtraction(const QString& pointer);
    void addCheck(const QString& pointer, const QString& value);
    void pasteCurl();
    void copyCommand();
    void updateActions();
    void buildMore();
    void fillRecent();
    void lookAtDisk();
    void reopen();
    void showPart(const QString& path);
    void problemsCounted();
    void libraryListed();
    /// False: the user wants to keep working on what is there.
    bool letGo();
    [[nodiscard]] QString startFolder() const;
    void failed(const Error& error);

    models::LibraryLoader& m_library;
    Settings& m_settings;
    ViewMemory m_memory;
    FileDialogs m_dialogs;
    models::ScenarioDocument m_document;
    models::ScenarioValues m_values;
    models::MachineStatusReader m_machine; ///< for what its generator was measured to make
    QWidget* m_header;
    QComboBox* m_environment;
    bool m_choosable = false; ///< there is more than one environment
    ComposeTree* m_tree;
    QStackedWidget* m_parts;
    TargetEditor* m_target;
    PatternEditor* m_pattern;
    StepEditor* m_step;
    VariablesEditor* m_variables;
    LoadEditor* m_load;
    ListsEditor* m_watch = nullptr;
    std::map<std::string, QWidget*> m_sections; ///< by the pointer of their tree item
    QWidget* m_patternPart = nullptr;
    QWidget* m_hint = nullptr;
    ProblemList* m_problems;
    TrialView* m_answer;
    QTabWidget* m_bottom;
    QSplitter* m_across = nullptr;
    QSplitter* m_down = nullptr;
    NoticeBar* m_diskNotice;
    QMenu* m_newMenu;
    QAction* m_new;
    QAction* m_save;
    QAction* m_more;
    QAction* m_copyCommand;
    QAction* m_once;
    QMenu* m_recentMenu;
    TrialRunner m_trials;
    std::string m_tried; ///< the step that was sent once
    QAction* m_run;
};

} // namespace plumb::ui
