// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/library.h"
#include "ui/models/libraryentry.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>

namespace plumb::models {

/// What a library holds, as one value.
struct LibraryListing
{
    std::filesystem::path folder;
    bool readOnly = false;
    std::vector<library::ReportRow> rows; ///< newest first
    std::vector<LibraryEntryPtr> entries; ///< the same rows, as the list of the library shows them
    std::vector<std::filesystem::path> scenarios, thresholds;
    std::vector<std::string> confirmedHosts;
    int pending = 0; ///< files that are still being copied
};

/// Reads a library in a thread of its own, with a Library object that lives there, and keeps watching its
/// folders. The index as it stands comes first, so that a large library shows at once; the refreshed one
/// follows.
class LibraryLoader : public QObject
{
    Q_OBJECT

public:
    explicit LibraryLoader(QObject* parent = nullptr);
    ~LibraryLoader() override;

    /// Forgets the folder before and loads @p folder.
    void open(const std::filesystem::path& folder);
    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }
    [[nodiscard]] const LibraryListing& listing() const { return *m_listing; }
    [[nodiscard]] bool busy() const { return m_busy; }

    /// Looks for changes; asked again while busy, it looks once more afterwards.
    void refresh();
    /// Turns runs whose runner died since the folder was opened into reports, and refreshes.
    void recover();
    /// Throws the index away and reads every file again.
    void rebuild();
    void cancel();
    void confirmHost(const QString& host);

    /// An edit of the library: gives what went wrong, or nothing.
    using Job = std::function<std::optional<Error>(library::Library& library)>;
    /// Does @p job in a thread of its own, edits one after another in their order, then refreshes the listing
    /// and calls @p done here. Both must not use what may be gone by then; @p done is not called once another
    /// library has been opened.
    void change(Job job, std::function<void(const std::optional<Error>& error)> done);

Q_SIGNALS:
    void listed(); ///< listing() is newer
    void progress(int done, int total);
    /// Crashed runs were turned into reports when the folder was opened: a sentence each.
    void recovered(const QStringList& sentences);
    void failed(const plumb::Error& error);
    void busyChanged(bool busy);

private:
    enum class Look { refresh, rebuild };
    void start(Look job);
    void arrived(std::shared_ptr<const LibraryListing> listing, int generation);
    void finished(int generation, const std::optional<Error>& error);
    void watch();

    std::filesystem::path m_folder;
    std::shared_ptr<const LibraryListing> m_listing;
    std::shared_ptr<std::atomic_bool> m_cancelled;
    int m_generation = 0; ///< answers for an earlier folder are dropped
    bool m_busy = false;
    bool m_again = false;
    bool m_first = true;
    QFileSystemWatcher m_watcher;
    QTimer m_soon; ///< gathers bursts of folder changes
    QTimer m_retry; ///< for files that are still being copied
    QThreadPool m_pool;
    QThreadPool m_edits; ///< so that an edit waits for no index that is being built
};

} // namespace plumb::models
