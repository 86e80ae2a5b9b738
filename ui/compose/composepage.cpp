// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/composepage.h"

#include "ui/compose/composetree.h"
#include "ui/compose/listseditor.h"
#include "ui/compose/loadeditor.h"
#include "ui/compose/patterneditor.h"
#include "ui/compose/problemlist.h"
#include "ui/compose/stepeditor.h"
#include "ui/compose/targeteditor.h"
#include "ui/compose/trialview.h"
#include "ui/compose/variableseditor.h"
#include "ui/models/scenariotables.h"
#include "ui/models/words.h"
#include "ui/shell/icons.h"
#include "ui/shell/settings.h"
#include "ui/shell/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMimeData>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace plumb::ui {

ComposePage::ComposePage(
    models::LibraryLoader& library, Settings& settings, FileDialogs dialogs, QWidget* parent)
    : Page(QStringLiteral("compose"), parent)
    , m_library(library)
    , m_settings(settings)
    , m_memory(settings)
    , m_dialogs(std::move(dialogs))
    , m_values(m_document)
    , m_header(new QWidget(this))
    , m_environment(new QComboBox)
    , m_tree(new ComposeTree(m_document))
    , m_parts(new QStackedWidget)
    , m_target(new TargetEditor(m_document))
    , m_pattern(new PatternEditor(m_document))
    , m_step(new StepEditor(m_document, m_values, m_dialogs))
    , m_variables(new VariablesEditor(m_document, m_values))
    , m_load(new LoadEditor(m_document, m_values))
    , m_problems(new ProblemList(m_document))
    , m_answer(new TrialView)
    , m_bottom(new QTabWidget)
    , m_diskNotice(new NoticeBar)
{
    setAcceptDrops(true);
    makeLists();
    buildActions();
    buildHeader();
    buildBody();
    connect(m_tree, &ComposeTree::currentChanged, this, &ComposePage::showPart);
    connect(m_problems, &ProblemList::counted, this, &ComposePage::problemsCounted);
    connect(m_problems, &ProblemList::chosen, this, &ComposePage::showProblem);
    connect(&m_document, &models::ScenarioDocument::modifiedChanged, this, &Page::titleChanged);
    connect(&m_document, &models::ScenarioDocument::fileChanged, this, &Page::titleChanged);
    connect(&m_library, &models::LibraryLoader::listed, this, &ComposePage::libraryListed);
    connect(&m_machine, &models::MachineStatusReader::changed, this,
        [this] { m_load->setCalibrations(m_machine.status().calibrations); });
    connectTrial();
    connect(m_diskNotice, &NoticeBar::closed, &m_document, &models::ScenarioDocument::keepOverDisk);
    connect(&m_document, &models::ScenarioDocument::fileChanged, this, [this] {
        m_diskNotice->clear();
        if (!m_document.file().isEmpty())
            m_settings.addRecentScenario(m_document.file());
    });
    connect(&m_document, &models::ScenarioDocument::changed, this, &ComposePage::updateActions);
    connect(&m_document, &models::ScenarioDocument::fileChanged, this, &ComposePage::updateActions);
    connect(qApp, &QApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive)
            lookAtDisk();
    });
    qApp->installEventFilter(this);
    problemsCounted();
    showPart(QString::fromStdString(m_tree->current()));
    m_across->setStretchFactor(1, 1);
    m_down->setStretchFactor(0, 1);
    m_memory.keep(QStringLiteral("compose/across"), m_across, {260, 900});
    m_memory.keep(QStringLiteral("compose/down"), m_down, {500, 170});
}

ComposePage::~ComposePage()
{
    // The document dies after the widgets, which must not hear of it.
    m_document.disconnect();
}

QWidget* ComposePage::scrolling(QWidget* content, const QString& name)
{
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    // Its fields are what is reached; they scroll into view themselves.
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setAccessibleName(name);
    scroll->setWidget(content);
    m_parts->addWidget(scroll);
    return scroll;
}

void ComposePage::makeLists()
{
    m_watch = new ListsEditor(m_document,
        {{tr("Monitors"), tr("What is measured beside the requests"), models::monitorRecords()},
            {tr("Stop rules"), tr("End the run early"), models::stopRecords()}});
}

void ComposePage::buildBody()
{
    m_sections["/target"] = scrolling(m_target, tr("Scenario and target"));
    m_patternPart = scrolling(m_pattern, tr("User pattern"));
    m_sections["/variables"] = scrolling(m_variables, tr("Variables and data"));
    m_sections["/load"] = scrolling(m_load, tr("Load"));
    m_sections["/monitors"] = scrolling(m_watch, tr("Monitors and stop rules"));
    m_parts->addWidget(m_step);
    auto* hint = new QLabel(tr("Steps that run before the users start, such as a log-in, stand below Setup; "
                               "what the users do over and over stands below their pattern. Insert adds a "
                               "step, Shift+Insert a setup step; steps can be dragged, copied and pasted."));
    hint->setWordWrap(true);
    hint->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    hint->setMargin(Theme::space4);
    m_hint = hint;
    m_parts->addWidget(hint);

    m_bottom->setDocumentMode(true);
    m_bottom->addTab(m_problems, tr("Problems"));
    m_bottom->addTab(m_answer, tr("Sent once"));
    m_bottom->setAccessibleName(tr("Problems and answers"));
    m_down = new QSplitter(Qt::Vertical);
    m_down->addWidget(m_parts);
    // Below the fields of the editors, whose edges these are.
    auto* below = new QWidget;
    auto* inset = new QVBoxLayout(below);
    inset->setContentsMargins(Theme::space4, 0, Theme::space4, 0);
    inset->addWidget(m_bottom);
    m_down->addWidget(below);
    m_down->setChildrenCollapsible(false);
    m_across = new QSplitter(Qt::Horizontal);
    m_across->addWidget(m_tree);
    m_across->addWidget(m_down);
    m_across->setChildrenCollapsible(false);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(Theme::space4, 0, 0, Theme::space4);
    outer->setSpacing(0);
    outer->addWidget(m_diskNotice);
    outer->addWidget(m_across, 1);
}

void ComposePage::buildHeader()
{
    auto* row = new QHBoxLayout(m_header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::space2);
    row->addWidget(m_environment);
    m_environment->setAccessibleName(tr("Environment"));
    m_environment->setToolTip(tr("Environment: values are shown for it, and Send once uses it"));
    m_environment->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_header->hide();
    connect(m_environment, &QComboBox::activated, this,
        [this](int index) { m_values.setEnvironment(m_environment->itemData(index).toString()); });
    connect(&m_values, &models::ScenarioValues::changed, this, &ComposePage::showEnvironments);
    showEnvironments();
}

void ComposePage::showEnvironments()
{
    const auto all = m_values.environments();
    const auto same = m_environment->count() == static_cast<int>(all.size())
        && std::all_of(all.begin(), all.end(), [this, i = 0](const auto& each) mutable {
               const auto at = i++;
               return m_environment->itemData(at).toString() == each.first
                   && m_environment->itemText(at) == each.second;
           });
    if (!same) {
        m_environment->clear();
        for (const auto& [name, text] : all)
            m_environment->addItem(text, name);
    }
    m_environment->setCurrentIndex(m_environment->findData(m_values.environment()));
    if (std::exchange(m_choosable, all.size() > 1) != m_choosable)
        Q_EMIT actionsChanged();
}

QWidget* ComposePage::headerWidget()
{
    // With nothing to choose from it would only take room.
    return m_choosable ? m_header : nullptr;
}

void ComposePage::finishEditing()
{
    // A cell that is being edited is no edit of the document yet.
    auto* focus = QApplication::focusWidget();
    auto* view = focus == nullptr || focus->parentWidget() == nullptr
        ? nullptr
        : qobject_cast<QAbstractItemView*>(focus->parentWidget()->parentWidget());
    if (view != nullptr && focus != view && isAncestorOf(view))
        view->setFocus(Qt::OtherFocusReason);
}

void ComposePage::resetLayout()
{
    m_memory.reset();
}

QString ComposePage::title() const
{
    // The folder says it all where each scenario has one.
    auto name = m_document.name();
    if (name.endsWith(QLatin1String("/scenario.json")))
        name.chop(14);
    return m_document.modified() ? tr("Compose: %1 •", "a file with unsaved changes").arg(name)
                                 : tr("Compose: %1").arg(name);
}

QString ComposePage::navigationText() const
{
    return tr("Compose");
}

QIcon ComposePage::icon() const
{
    return ui::icon(u"compose");
}

QList<QAction*> ComposePage::pageActions() const
{
    return {m_new, m_more, m_save, m_once, m_run};
}

void ComposePage::activated()
{
    m_machine.readNow();
    lookAtDisk();
    if (focusWidget() == nullptr)
        m_tree->view()->setFocus(Qt::OtherFocusReason);
}

void ComposePage::showPart(const QString& path)
{
    const auto pointer = path.toStdString();
    const auto& scenario = m_document.scenario();
    updateActions();
    if (models::stepAt(scenario, pointer) != nullptr) {
        m_step->setStep(pointer);
        m_parts->setCurrentWidget(m_step);
    } else if (models::patternAt(scenario, pointer) != nullptr) {
        m_pattern->setPattern(pointer);
        m_parts->setCurrentWidget(m_patternPart);
    } else {
        const auto section = m_sections.find(pointer);
        m_parts->setCurrentWidget(section == m_sections.end() ? m_hint : section->second);
    }
}

void ComposePage::showProblem(const QString& path)
{
    const auto pointer = path.toStdString();
    // The loads of patterns are edited beside the scenario's.
    const bool ofLoad = pointer.starts_with("/patterns/") && pointer.find("/load") != std::string::npos
        && models::patternAt(m_document.scenario(), pointer.substr(0, pointer.find("/load"))) != nullptr;
    m_tree->select(ofLoad ? std::string("/load") : m_tree->model().ownerOf(pointer));
    const auto owner = m_tree->current();
    const auto shown = m_parts->currentWidget() == m_step ? m_step->showProblem(pointer)
        : m_parts->currentWidget() == m_patternPart       ? m_pattern->showProblem(pointer)
        : owner == "/target"                              ? m_target->showProblem(pointer)
        : owner == "/variables"                           ? m_variables->showProblem(pointer)
        : owner == "/load"                                ? m_load->showProblem(pointer)
        : owner == "/monitors"                            ? m_watch->showProblem(pointer)
                                                          : false;
    if (!shown)
        m_tree->view()->setFocus(Qt::OtherFocusReason);
}

void ComposePage::libraryListed()
{
    std::optional<double> most;
    for (const auto& row : m_library.listing().rows) {
        const auto trusted = row.unreadable.empty() && row.verdict != metric::Verdict::invalid;
        if (trusted && row.rps)
            most = std::max(most.value_or(0.0), *row.rps);
    }
    m_load->setSeenRate(most);
}

void ComposePage::problemsCounted()
{
    const auto errors = m_problems->errors();
    const auto warnings = m_problems->warnings();
    m_bottom->setTabText(0,
        errors > 0         ? tr("%n problem(s)", nullptr, errors)
            : warnings > 0 ? tr("%n warning(s)", nullptr, warnings)
                           : tr("No problems"));
}

bool ComposePage::eventFilter(QObject* watched, QEvent* event)
{
    // Undo is the document's: a field's own history would know only half. A cell being edited keeps its own,
    // for it is no edit of the document yet.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        auto* widget = qobject_cast<QWidget*>(watched);
        if ((key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) && widget != nullptr
            && isAncestorOf(widget)) {
            const auto* view = widget->parentWidget() == nullptr
                ? nullptr
                : qobject_cast<QAbstractItemView*>(widget->parentWidget()->parentWidget());
            if (view == nullptr) {
                event->ignore();
                return true;
            }
        }
    }
    return Page::eventFilter(watched, event);
}

void ComposePage::dragEnterEvent(QDragEnterEvent* event)
{
    const auto urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.first().isLocalFile()
        && urls.first().toLocalFile().endsWith(QLatin1String(".json"), Qt::CaseInsensitive))
        event->acceptProposedAction();
}

void ComposePage::dropEvent(QDropEvent* event)
{
    if (open(event->mimeData()->urls().first().toLocalFile()))
        event->acceptProposedAction();
}

} // namespace plumb::ui
