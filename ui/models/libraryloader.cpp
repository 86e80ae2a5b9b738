// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/libraryloader.h"

#include <QDir>
#include <QThreadPool>

#include <utility>

#include <chrono>

namespace plumb::models {

namespace {

std::shared_ptr<const LibraryListing> listingOf(library::Library& library, int pending)
{
    auto listing = std::make_shared<LibraryListing>();
    listing->folder = library.folder();
    listing->readOnly = library.readOnly();
    if (auto rows = library.reports())
        listing->rows = std::move(*rows);
    listing->entries = libraryEntries(listing->rows);
    listing->scenarios = library.scenarios();
    listing->thresholds = library.thresholds();
    listing->confirmedHosts = library.confirmedHosts();
    listing->pending = pending;
    return listing;
}

/// A failure to recover is told like a recovered run: the journal stays and is tried again at the next start.
QStringList recoverRuns(library::Library& library)
{
    QStringList sentences;
    const auto recovered = library.recover();
    if (!recovered)
        return {QString::fromStdString(recovered.error().text())};
    for (const auto& run : *recovered)
        sentences << QString::fromStdString(run.message);
    return sentences;
}

} // namespace

LibraryLoader::LibraryLoader(QObject* parent)
    : QObject(parent)
    , m_listing(std::make_shared<const LibraryListing>())
    , m_cancelled(std::make_shared<std::atomic_bool>(false))
{
    m_pool.setMaxThreadCount(1);
    m_edits.setMaxThreadCount(1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(std::chrono::milliseconds(300));
    m_retry.setSingleShot(true);
    m_retry.setInterval(std::chrono::seconds(2));
    connect(&m_soon, &QTimer::timeout, this, &LibraryLoader::refresh);
    connect(&m_retry, &QTimer::timeout, this, &LibraryLoader::refresh);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] { m_soon.start(); });
}

LibraryLoader::~LibraryLoader()
{
    cancel();
    m_pool.waitForDone();
    m_edits.waitForDone();
}

void LibraryLoader::open(const std::filesystem::path& folder)
{
    cancel();
    ++m_generation;
    m_folder = folder;
    m_listing = std::make_shared<const LibraryListing>();
    m_first = true;
    m_busy = false;
    m_again = false;
    m_soon.stop();
    m_retry.stop();
    Q_EMIT listed();
    start(Look::refresh);
}

void LibraryLoader::refresh()
{
    if (m_folder.empty())
        return;
    if (m_busy) {
        m_again = true;
        return;
    }
    start(Look::refresh);
}

void LibraryLoader::recover()
{
    m_first = true;
    refresh();
}

void LibraryLoader::rebuild()
{
    if (!m_folder.empty() && !m_busy)
        start(Look::rebuild);
}

void LibraryLoader::cancel()
{
    *m_cancelled = true;
    m_again = false;
}

void LibraryLoader::confirmHost(const QString& host)
{
    change(
        [host = host.toStdString()](library::Library& library) -> std::optional<Error> {
            const auto done = library.confirmHost(host);
            return done ? std::nullopt : std::optional(done.error());
        },
        [this](const std::optional<Error>& error) {
            if (error)
                Q_EMIT failed(*error);
        });
}

void LibraryLoader::change(Job job, std::function<void(const std::optional<Error>& error)> done)
{
    m_edits.start(
        [this, folder = m_folder, generation = m_generation, job = std::move(job), done = std::move(done)] {
            std::optional<Error> error;
            if (auto library = library::Library::open(folder, false)) {
                error = job(**library);
            } else {
                error = library.error();
            }
            QMetaObject::invokeMethod(
                this,
                [this, generation, error, done] {
                    if (generation == m_generation) {
                        done(error);
                        refresh();
                    }
                },
                Qt::QueuedConnection);
        });
}

void LibraryLoader::start(Look job)
{
    m_busy = true;
    Q_EMIT busyChanged(true);
    m_cancelled = std::make_shared<std::atomic_bool>(false);
    // The destructor waits for the pool, so `this` outlives the job; its answers arrive through the event
    // loop.
    m_pool.start([this, job, folder = m_folder, first = m_first, generation = m_generation,
                     cancelled = m_cancelled] {
        const auto answer
            = [this](auto function) { QMetaObject::invokeMethod(this, function, Qt::QueuedConnection); };
        auto library = library::Library::open(folder);
        if (!library) {
            answer([this, generation, error = library.error()] { finished(generation, error); });
            return;
        }
        if (first) {
            answer([this, generation, listing = listingOf(**library, 0)] { arrived(listing, generation); });
            if (const auto sentences = recoverRuns(**library); !sentences.isEmpty()) {
                answer([this, generation, sentences] {
                    if (generation == m_generation)
                        Q_EMIT recovered(sentences);
                });
            }
        }
        const auto report = [this, cancelled, generation, answer](int done, int total) {
            answer([this, generation, done, total] {
                if (generation == m_generation)
                    Q_EMIT progress(done, total);
            });
            return !*cancelled;
        };
        const auto result = job == Look::rebuild ? (*library)->rebuild(report) : (*library)->refresh(report);
        const auto pending = result ? static_cast<int>(result->pending.size()) : 0;
        answer([this, generation, listing = listingOf(**library, pending)] { arrived(listing, generation); });
        std::optional<Error> error;
        if (!result && !*cancelled)
            error = result.error();
        answer([this, generation, error] { finished(generation, error); });
    });
    m_first = false;
}

void LibraryLoader::arrived(std::shared_ptr<const LibraryListing> listing, int generation)
{
    if (generation != m_generation)
        return;
    auto old = std::exchange(m_listing, std::move(listing));
    Q_EMIT listed();
    // Nobody shows it any more. To free 10,000 rows takes longer than a frame: not in the window's thread.
    QThreadPool::globalInstance()->start([old = std::move(old)] {});
}

void LibraryLoader::finished(int generation, const std::optional<Error>& error)
{
    if (generation != m_generation)
        return;
    m_busy = false;
    Q_EMIT busyChanged(false);
    if (error) {
        Q_EMIT failed(*error);
        return;
    }
    watch();
    if (m_listing->pending > 0)
        m_retry.start();
    if (std::exchange(m_again, false))
        start(Look::refresh);
}

void LibraryLoader::watch()
{
    // Folders, not files: a thousand reports would need a thousand watches. The folders of operations are
    // known from the rows, so nothing is scanned here.
    const auto root = QString::fromStdString(m_folder.string());
    QStringList wanted{root, root + QStringLiteral("/reports"), root + QStringLiteral("/scenarios"),
        root + QStringLiteral("/thresholds"), root + QStringLiteral("/annotations"),
        root + QStringLiteral("/.plumbline/journal")};
    for (const auto& row : m_listing->rows)
        wanted << QString::fromStdString(row.file.parent_path().string());
    wanted.removeDuplicates();
    const auto known = m_watcher.directories();
    for (const auto& folder : known)
        wanted.removeAll(folder);
    wanted.removeIf([](const QString& folder) { return !QDir(folder).exists(); });
    QStringList gone;
    for (const auto& folder : known) {
        if (!folder.startsWith(root))
            gone << folder;
    }
    if (!gone.isEmpty())
        m_watcher.removePaths(gone);
    if (!wanted.isEmpty())
        m_watcher.addPaths(wanted);
}

} // namespace plumb::models
