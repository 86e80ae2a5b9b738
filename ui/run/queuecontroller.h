// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/runqueue.h"

#include <QLockFile>
#include <QObject>
#include <QUndoStack>

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>

namespace plumb::ui {

/// The queue of a library as one window drives it: kept on disk with every change, edits can be undone. It
/// starts nothing itself: whoever runs asks for takeNext(). Of several windows over a library the first one
/// drives the queue.
class QueueController : public QObject
{
    Q_OBJECT

public:
    explicit QueueController(QObject* parent = nullptr);
    ~QueueController() override;

    /// Takes over the queue of @p library. What waits there from before waits until the queue is resumed.
    void open(const std::filesystem::path& library);
    [[nodiscard]] const workflow::RunQueue& queue() const { return m_queue; }
    /// Another window drives it: nothing here may change it.
    [[nodiscard]] bool readOnly() const { return m_lock == nullptr; }
    [[nodiscard]] QUndoStack& undoStack() { return m_undo; }

    void add(workflow::QueueEntry entry);
    void remove(const std::string& id);
    /// One place up (-1) or down (1).
    void move(const std::string& id, int direction);
    /// Takes away what has had its turn.
    void clearEnded();
    void setPaused(bool paused);
    void setStopsOnFailure(bool stops);

    /// Names of the secrets that an entry needs before it can run and that are gone: they are kept in memory
    /// alone.
    [[nodiscard]] std::vector<std::string> missingSecrets(const std::string& id) const;
    /// Takes them; an entry that could not run for want of them waits again.
    void giveSecrets(const std::string& id, std::map<std::string, std::string> secrets);

    /// The entry that is to run now, with its secrets, marked as running; nothing: none is to run. One whose
    /// secrets are gone fails.
    std::optional<workflow::QueueEntry> takeNext();
    /// An entry that is marked as running and is not (@p alive) became a report, or waits, or failed.
    /// @p reportOf gives the stored report of a run.
    struct Known
    {
        metric::Verdict verdict = metric::Verdict::pass;
        std::string file;
    };
    void settle(const std::function<bool(const std::string&)>& alive,
        const std::function<std::optional<Known>(const std::string&)>& reportOf);

    void started(const std::string& id, const std::string& runId);
    void done(const std::string& id, metric::Verdict verdict, const std::string& report);
    void failed(const std::string& id, const std::string& message);

Q_SIGNALS:
    void changed();
    /// The file cannot be read or written.
    void troubled(const QString& message);

private:
    void edit(const QString& text, std::function<void()> redo, std::function<void()> undo);
    void put(const workflow::QueueEntry& entry, std::size_t place);
    void keep();

    std::filesystem::path m_file;
    workflow::RunQueue m_queue;
    std::unique_ptr<QLockFile> m_lock;
    QUndoStack m_undo;
    std::map<std::string, std::map<std::string, std::string>> m_secrets; ///< by entry; in memory alone
};

} // namespace plumb::ui
