// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/queuecontroller.h"

#include "base/timestamp.h"
#include "ui/models/words.h"

#include <QUndoCommand>

#include <utility>

namespace plumb::ui {

namespace {

using State = workflow::QueueEntry::State;

class QueueEdit : public QUndoCommand
{
public:
    QueueEdit(const QString& text, std::function<void()> redo, std::function<void()> undo)
        : QUndoCommand(text)
        , m_redo(std::move(redo))
        , m_undo(std::move(undo))
    {
    }
    void redo() override { m_redo(); }
    void undo() override { m_undo(); }

private:
    std::function<void()> m_redo, m_undo;
};

} // namespace

QueueController::QueueController(QObject* parent)
    : QObject(parent)
{
}

QueueController::~QueueController() = default;

void QueueController::open(const std::filesystem::path& library)
{
    m_undo.clear();
    m_secrets.clear();
    m_lock.reset();
    m_queue = {};
    m_file = workflow::queueFile(library);
    std::error_code code;
    std::filesystem::create_directories(m_file.parent_path(), code);
    auto lock
        = std::make_unique<QLockFile>(QString::fromStdString(m_file.string()) + QStringLiteral(".lock"));
    // Only a window that is gone gives it up, however long one works.
    lock->setStaleLockTime(0);
    if (lock->tryLock())
        m_lock = std::move(lock);
    if (auto read = workflow::readQueue(m_file)) {
        m_queue = std::move(*read);
        // Load does not begin because a window was opened.
        if (!readOnly() && m_queue.waiting() > 0 && m_queue.running() == nullptr)
            m_queue.setPaused(true);
    } else {
        Q_EMIT troubled(models::errorText(read.error()));
        m_lock.reset(); // what cannot be read is not written over
    }
    Q_EMIT changed();
}

void QueueController::edit(const QString& text, std::function<void()> redo, std::function<void()> undo)
{
    if (!readOnly())
        m_undo.push(new QueueEdit(text, std::move(redo), std::move(undo)));
}

void QueueController::put(const workflow::QueueEntry& entry, std::size_t place)
{
    if (m_queue.find(entry.id) == nullptr)
        m_queue.add(entry, place);
    keep();
}

void QueueController::add(workflow::QueueEntry entry)
{
    entry.id = newUuid();
    m_secrets[entry.id] = std::exchange(entry.request.overrides.secrets, {});
    const auto id = entry.id;
    const auto place = m_queue.entries().size();
    edit(
        tr("queue a run"), [this, entry = std::move(entry), place] { put(entry, place); },
        [this, id] {
            m_queue.remove(id);
            keep();
        });
}

void QueueController::remove(const std::string& id)
{
    const auto* known = m_queue.find(id);
    if (known == nullptr || known->state == State::running)
        return;
    const auto place = static_cast<std::size_t>(known - m_queue.entries().data());
    edit(
        tr("remove a run from the queue"),
        [this, id] {
            m_queue.remove(id);
            keep();
        },
        [this, entry = *known, place] { put(entry, place); });
}

void QueueController::move(const std::string& id, int direction)
{
    const auto* known = m_queue.find(id);
    if (known == nullptr)
        return;
    const auto from = known - m_queue.entries().data();
    const auto to = from + direction;
    if (to < 0 || to >= std::ssize(m_queue.entries()))
        return;
    const auto go = [this, id](std::ptrdiff_t place) {
        m_queue.move(id, static_cast<std::size_t>(place));
        keep();
    };
    edit(
        tr("move a run in the queue"), [go, to] { go(to); }, [go, from] { go(from); });
}

void QueueController::clearEnded()
{
    std::vector<std::pair<workflow::QueueEntry, std::size_t>> ended;
    for (std::size_t i = 0; i < m_queue.entries().size(); ++i) {
        const auto& entry = m_queue.entries()[i];
        if (entry.state == State::done || entry.state == State::failed)
            ended.emplace_back(entry, i);
    }
    if (ended.empty())
        return;
    edit(
        tr("clear what has ended"),
        [this, ended] {
            for (const auto& [entry, place] : ended)
                m_queue.remove(entry.id);
            keep();
        },
        [this, ended] {
            for (const auto& [entry, place] : ended)
                put(entry, place);
        });
}

void QueueController::setPaused(bool paused)
{
    if (readOnly() || m_queue.paused() == paused)
        return;
    m_queue.setPaused(paused);
    keep();
}

void QueueController::setStopsOnFailure(bool stops)
{
    if (readOnly() || m_queue.stopsOnFailure() == stops)
        return;
    m_queue.setStopsOnFailure(stops);
    keep();
}

std::vector<std::string> QueueController::missingSecrets(const std::string& id) const
{
    const auto* entry = m_queue.find(id);
    const bool comes = entry != nullptr
        && (entry->state == State::waiting || (entry->state == State::failed && entry->run_id.empty()));
    if (!comes)
        return {};
    const auto known = m_secrets.find(id);
    std::vector<std::string> missing;
    for (const auto& name : entry->secrets) {
        if (known == m_secrets.end() || !known->second.contains(name))
            missing.push_back(name);
    }
    return missing;
}

void QueueController::giveSecrets(const std::string& id, std::map<std::string, std::string> secrets)
{
    const auto* entry = m_queue.find(id);
    if (readOnly() || entry == nullptr)
        return;
    m_secrets[id].merge(secrets);
    if (entry->state == State::failed)
        m_queue.waitAgain(id);
    keep();
}

std::optional<workflow::QueueEntry> QueueController::takeNext()
{
    while (!readOnly()) {
        const auto* next = m_queue.next();
        if (next == nullptr)
            break;
        auto entry = *next;
        if (!missingSecrets(entry.id).empty()) {
            failed(entry.id, tr("Its secrets were not kept: enter them again.").toStdString());
            continue;
        }
        entry.request.overrides.secrets = m_secrets[entry.id];
        started(entry.id, {});
        return entry;
    }
    return std::nullopt;
}

void QueueController::settle(const std::function<bool(const std::string&)>& alive,
    const std::function<std::optional<Known>(const std::string&)>& reportOf)
{
    const auto* running = m_queue.running();
    if (readOnly() || running == nullptr || (!running->run_id.empty() && alive(running->run_id)))
        return;
    const auto id = running->id;
    if (running->run_id.empty()) {
        // The window went before the runner had said who it is.
        m_queue.waitAgain(id);
        m_queue.setPaused(true);
        keep();
    } else if (const auto known = reportOf(running->run_id)) {
        done(id, known->verdict, known->file);
    } else {
        failed(id, tr("The runner left no report.").toStdString());
    }
}

void QueueController::started(const std::string& id, const std::string& runId)
{
    m_queue.started(id, runId);
    keep();
}

void QueueController::done(const std::string& id, metric::Verdict verdict, const std::string& report)
{
    m_queue.done(id, verdict, report);
    m_secrets.erase(id);
    keep();
}

void QueueController::failed(const std::string& id, const std::string& message)
{
    m_queue.failed(id, message);
    m_secrets.erase(id);
    keep();
}

void QueueController::keep()
{
    if (const auto written = workflow::writeQueue(m_file, m_queue); !written)
        Q_EMIT troubled(models::errorText(written.error()));
    Q_EMIT changed();
}

} // namespace plumb::ui
