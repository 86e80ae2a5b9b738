// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/prepare.h"

#include <QObject>
#include <QString>
#include <QThreadPool>
#include <QTimer>
#include <QUndoStack>

#include <functional>
#include <map>

namespace plumb::models {

/// A scenario being composed: the value, its file and its history. Whoever shows it changes it through edit()
/// alone, so that every change can be undone.
class ScenarioDocument : public QObject
{
    Q_OBJECT

public:
    using Change = std::function<void(scenario::Scenario&)>;

    explicit ScenarioDocument(QObject* parent = nullptr);
    ~ScenarioDocument() override;

    [[nodiscard]] const scenario::Scenario& scenario() const { return m_scenario; }
    [[nodiscard]] QUndoStack& undoStack() { return m_undo; }
    /// Empty: never saved.
    [[nodiscard]] QString file() const { return m_file; }
    /// The name of the file; "Untitled" before the first save.
    [[nodiscard]] QString name() const;
    [[nodiscard]] bool modified() const { return !m_undo.isClean() || hasDrafts() || m_unsaved; }

    /// Changes the scenario. Edits in a row with the same @p mergeKey are undone as one (typing, drags); an
    /// empty key never merges. A change that changes nothing is not kept.
    void edit(const QString& text, const QString& mergeKey, const Change& change);
    /// The next edit starts a step of its own in the history.
    void endMerge() { ++m_mergeRound; }

    /// A text that cannot be a part of a step yet (JSON being typed), kept while that part is what it is now.
    /// It goes along when its step moves, and comes back when its step or that part does.
    /// @p path: of the part: "/patterns/0/steps/1/request/json", ".../graphql/variables", ".../sql".
    void setDraft(const std::string& path, const QString& text, const QString& problem);
    void clearDraft(const std::string& path);
    [[nodiscard]] QString draft(const std::string& path) const;

    /// An empty scenario: one pattern without steps.
    void clear();
    /// On an error the document stays as it is.
    Result<void> open(const QString& file);
    Result<void> save(const QString& file);
    /// True where the file on disk is not what was read or written last.
    [[nodiscard]] bool changedOnDisk() const;
    /// The file on disk counts as seen; what is in memory counts as not saved.
    void keepOverDisk();

    /// Found some time after the last edit; see problemsChanged().
    [[nodiscard]] const std::vector<scenario::Problem>& problems() const { return m_problems; }
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void changed();
    /// Another scenario is in the document.
    void replaced();
    void modifiedChanged();
    void fileChanged();
    void problemsChanged();

private:
    class Edit;
    void set(const scenario::Scenario& scenario);
    void replace(scenario::Scenario scenario, const QString& file, QByteArray onDisk);
    void validate();
    void takeProblems(std::vector<scenario::Problem> problems);
    /// What the scenario cannot be written with: unfinished texts, names that are there twice.
    [[nodiscard]] std::vector<scenario::Problem> unwritable() const;

    struct Draft
    {
        QString text, problem;
        std::string step, part; ///< name of the step, by which it is found when it moves; "/request/json"
        Json instead_of; ///< a draft of another part than this sleeps
        bool awake = true;
    };
    void moveDrafts(const scenario::Scenario& before);
    [[nodiscard]] bool hasDrafts() const;

    scenario::Scenario m_scenario;
    QUndoStack m_undo;
    QString m_file;
    QByteArray m_onDisk; ///< SHA-256 of the file as last read or written
    bool m_unsaved = false;
    int m_mergeRound = 0;
    int m_asked = 0;
    std::map<std::string, Draft> m_drafts;
    std::vector<scenario::Problem> m_problems;
    QTimer m_validateSoon;
    QThreadPool m_pool;
};

/// A scenario with one pattern and no step, against the built-in sample service.
[[nodiscard]] scenario::Scenario emptyScenario();

} // namespace plumb::models
