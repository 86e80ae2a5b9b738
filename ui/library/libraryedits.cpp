// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/libraryedits.h"

#include "base/timestamp.h"

#include <QPointer>

#include <algorithm>
#include <chrono>

namespace fs = std::filesystem;

namespace plumb::ui {

using library::AnnotationLine;
using models::LibraryEntryPtr;

/// An edit that has been done already when it comes onto the stack.
class EditCommand : public QUndoCommand
{
public:
    EditCommand(LibraryEdits& edits, const QString& text, LibraryEdits::Job redo, LibraryEdits::Job undo)
        : QUndoCommand(text)
        , m_edits(edits)
        , m_redo(std::move(redo))
        , m_undo(std::move(undo))
    {
    }
    void redo() override
    {
        if (!std::exchange(m_isNew, false))
            m_edits.run(m_redo);
    }
    void undo() override { m_edits.run(m_undo); }

private:
    LibraryEdits& m_edits;
    LibraryEdits::Job m_redo, m_undo;
    bool m_isNew = true;
};

namespace {

/// Files and where they are now; only the thread of edits looks at it once it is made.
struct Move
{
    fs::path file; ///< in the library
    fs::path trashed; ///< empty: it is not in the trash
};
using Moves = std::shared_ptr<std::vector<Move>>;

/// Counts the files of an edit; false: it was cancelled.
class Count
{
public:
    Count(EditProgress& progress, std::size_t total)
        : m_progress(progress)
    {
        m_progress.done = 0;
        m_progress.total = static_cast<int>(total);
        m_progress.cancelled = false;
    }
    ~Count() { m_progress.total = 0; }
    Count(const Count&) = delete;
    Count& operator=(const Count&) = delete;
    [[nodiscard]] bool next()
    {
        ++m_progress.done;
        return !m_progress.cancelled;
    }

private:
    EditProgress& m_progress;
};

std::optional<Error> trashAll(library::Library& library, std::vector<Move>& moves, EditProgress& progress)
{
    std::optional<Error> error;
    Count count(progress, moves.size());
    for (auto& move : moves) {
        if (!count.next())
            break;
        if (!move.trashed.empty())
            continue;
        if (auto place = library.moveToTrash(move.file))
            move.trashed = *place;
        else
            error = place.error();
    }
    return error;
}

std::optional<Error> restoreAll(library::Library& library, std::vector<Move>& moves, EditProgress& progress)
{
    std::optional<Error> error;
    Count count(progress, moves.size());
    for (auto& move : moves) {
        if (!count.next())
            break;
        if (move.trashed.empty())
            continue;
        if (auto back = library.restore(move.trashed, move.file))
            move.trashed.clear();
        else
            error = back.error();
    }
    return error;
}

std::optional<Error> takeAllBack(library::Library& library, std::vector<Move>& moves, EditProgress& progress)
{
    std::optional<Error> error;
    Count count(progress, moves.size());
    for (auto& move : moves) {
        if (!count.next())
            break;
        if (move.trashed.empty())
            continue;
        if (auto back = library.takeBack(move.trashed)) {
            move.file = *back;
            move.trashed.clear();
        } else {
            error = back.error();
        }
    }
    return error;
}

/// Writes the lines with the time at which they are written, so that undoing comes after what it undoes.
std::optional<Error> writeLines(library::Library& library, std::vector<AnnotationLine> lines)
{
    for (auto& line : lines) {
        line.note.writer = library::annotationWriter();
        line.note.at = isoTimestamp(wallClockMs());
        if (auto written = library.annotate(line); !written)
            return written.error();
    }
    return std::nullopt;
}

std::vector<AnnotationLine> tagLines(
    const std::vector<LibraryEntryPtr>& reports, const QStringList& tags, bool add)
{
    std::vector<AnnotationLine> lines;
    for (const auto& report : reports) {
        const auto& own = report->report.tags;
        for (const auto& tag : tags) {
            const auto word = tag.toStdString();
            const bool has = std::find(own.begin(), own.end(), word) != own.end();
            if (has == add || report->report.id.empty())
                continue;
            AnnotationLine line;
            line.kind = add ? AnnotationLine::Kind::tag : AnnotationLine::Kind::untag;
            line.note.report = report->report.id;
            line.tag = word;
            lines.push_back(std::move(line));
        }
    }
    return lines;
}

std::vector<AnnotationLine> reversed(std::vector<AnnotationLine> lines)
{
    using Kind = AnnotationLine::Kind;
    for (auto& line : lines)
        line.kind = line.kind == Kind::tag ? Kind::untag : Kind::tag;
    return lines;
}

AnnotationLine noteLine(const library::Annotation& note, AnnotationLine::Kind kind)
{
    AnnotationLine line;
    line.kind = kind;
    line.note = note;
    return line;
}

} // namespace

LibraryEdits::LibraryEdits(models::LibraryLoader& loader, QObject* parent)
    : QObject(parent)
    , m_loader(loader)
    , m_folder(loader.folder())
    , m_progress(std::make_shared<EditProgress>())
{
    m_look.setInterval(std::chrono::milliseconds(200));
    connect(&m_look, &QTimer::timeout, this, [this] {
        if (const int total = m_progress->total; total > 0)
            Q_EMIT progress(m_progress->done, total);
    });
    connect(&loader, &models::LibraryLoader::listed, this, [this] {
        if (m_loader.folder() != m_folder) {
            m_folder = m_loader.folder();
            m_stack.clear();
            // Edits of the folder before are finished, but nobody is told any more.
            m_running = std::min(m_running, 1);
            end();
        }
    });
}

void LibraryEdits::apply(
    const QString& text, Job redo, Job undo, std::function<QString()> after, bool isPartial)
{
    const QPointer<LibraryEdits> self(this);
    begin();
    m_loader.change(redo,
        [self, text, redo, isPartial, undo = std::move(undo), after = std::move(after)](const auto& error) {
            if (!self)
                return;
            self->end();
            // Of several files some may be done although another failed; they can be undone.
            const QString sentence = error && !isPartial ? QString() : after();
            if (!sentence.isEmpty())
                self->m_stack.push(new EditCommand(*self, text, redo, undo));
            if (error)
                Q_EMIT self->failed(*error);
            else if (!sentence.isEmpty())
                Q_EMIT self->done(sentence, true);
        });
}

void LibraryEdits::run(const Job& job)
{
    begin();
    m_loader.change(job, [self = QPointer<LibraryEdits>(this)](const std::optional<Error>& error) {
        if (!self)
            return;
        self->end();
        if (error)
            Q_EMIT self->failed(*error);
    });
}

void LibraryEdits::begin()
{
    if (m_running++ == 0) {
        m_look.start();
        Q_EMIT busyChanged(true);
    }
}

void LibraryEdits::end()
{
    if (m_running > 0 && --m_running == 0) {
        m_look.stop();
        Q_EMIT busyChanged(false);
    }
}

void LibraryEdits::cancel()
{
    m_progress->cancelled = true;
}

void LibraryEdits::tag(
    const std::vector<LibraryEntryPtr>& reports, const QStringList& add, const QStringList& remove)
{
    auto lines = tagLines(reports, add, true);
    for (auto& line : tagLines(reports, remove, false))
        lines.push_back(std::move(line));
    if (lines.empty())
        return;
    const auto count = static_cast<int>(reports.size());
    apply(
        tr("tags"), [lines](library::Library& library) { return writeLines(library, lines); },
        [lines](library::Library& library) { return writeLines(library, reversed(lines)); },
        [count] { return tr("Tags of %n report(s) changed.", nullptr, count); });
}

void LibraryEdits::note(const NoteEdit& edit, const std::optional<library::Annotation>& before)
{
    library::Annotation note = before.value_or(library::Annotation());
    note.report = edit.report;
    note.id = edit.id.empty() ? newUuid() : edit.id;
    note.state = edit.state;
    note.text = edit.text;
    const auto now = noteLine(note, AnnotationLine::Kind::note);
    const auto back = before ? noteLine(*before, AnnotationLine::Kind::note)
                             : noteLine(note, AnnotationLine::Kind::withdraw);
    apply(
        tr("note"), [now](library::Library& library) { return writeLines(library, {now}); },
        [back](library::Library& library) { return writeLines(library, {back}); },
        [] { return tr("The note is kept beside the report."); });
}

void LibraryEdits::withdraw(const library::Annotation& note)
{
    apply(
        tr("removal of a note"),
        [note](library::Library& library) {
            return writeLines(library, {noteLine(note, AnnotationLine::Kind::withdraw)});
        },
        [note](library::Library& library) {
            return writeLines(library, {noteLine(note, AnnotationLine::Kind::note)});
        },
        [] { return tr("The note is withdrawn."); });
}

void LibraryEdits::moveToTrash(const std::vector<LibraryEntryPtr>& reports)
{
    const auto moves = std::make_shared<std::vector<Move>>();
    for (const auto& report : reports)
        moves->push_back({report->report.file, {}});
    if (moves->empty())
        return;
    apply(
        tr("deletion"),
        [moves, way = m_progress](library::Library& library) { return trashAll(library, *moves, *way); },
        [moves, way = m_progress](library::Library& library) { return restoreAll(library, *moves, *way); },
        [moves] {
            // Some may have failed, or the rest was cancelled.
            const auto gone = std::count_if(
                moves->begin(), moves->end(), [](const Move& move) { return !move.trashed.empty(); });
            return gone == 0
                ? QString()
                : tr("%n report(s) moved to the trash of the library.", nullptr, static_cast<int>(gone));
        },
        true);
}

void LibraryEdits::takeBack(const std::vector<std::filesystem::path>& trashed)
{
    const auto moves = std::make_shared<std::vector<Move>>();
    for (const auto& file : trashed)
        moves->push_back({{}, file});
    if (moves->empty())
        return;
    apply(
        tr("putting back"),
        [moves, way = m_progress](library::Library& library) { return takeAllBack(library, *moves, *way); },
        [moves, way = m_progress](library::Library& library) { return trashAll(library, *moves, *way); },
        [moves] {
            const auto back = std::count_if(
                moves->begin(), moves->end(), [](const Move& move) { return move.trashed.empty(); });
            return back == 0 ? QString() : tr("%n report(s) put back.", nullptr, static_cast<int>(back));
        },
        true);
}

void LibraryEdits::prune(const std::vector<std::filesystem::path>& trashed)
{
    begin();
    const auto pruned = std::make_shared<library::Pruned>();
    m_loader.change(
        [pruned, trashed](library::Library& library) -> std::optional<Error> {
            const auto done = library.prune(trashed);
            if (!done)
                return done.error();
            *pruned = *done;
            return std::nullopt;
        },
        [self = QPointer<LibraryEdits>(this), pruned](const std::optional<Error>& error) {
            if (!self)
                return;
            self->end();
            self->m_stack.clear();
            if (error)
                Q_EMIT self->failed(*error);
            else
                Q_EMIT self->done(tr("%n report(s) deleted for good.", nullptr, pruned->reports), false);
        });
}

namespace {

/// What became of files that were dropped.
struct Adoption
{
    QStringList files, others;
    std::vector<Move> moves; ///< those that were copied
    int duplicates = 0;
    bool isDone = false;
};

std::optional<Error> adoptAll(library::Library& library, Adoption& adoption, EditProgress& progress)
{
    Count count(progress, static_cast<std::size_t>(adoption.files.size()));
    for (const auto& file : std::as_const(adoption.files)) {
        if (!count.next())
            break;
        const auto adopted = library.adopt(file.toStdString());
        if (!adopted && library.readOnly())
            return adopted.error();
        if (!adopted)
            adoption.others << file;
        else if (adopted->duplicate)
            ++adoption.duplicates;
        else
            adoption.moves.push_back({adopted->file, {}});
    }
    return std::nullopt;
}

} // namespace

void LibraryEdits::adopt(const QStringList& files)
{
    const auto adoption = std::make_shared<Adoption>();
    adoption->files = files;
    apply(
        tr("copying into the library"),
        [adoption, way = m_progress](library::Library& library) {
            return std::exchange(adoption->isDone, true) ? restoreAll(library, adoption->moves, *way)
                                                         : adoptAll(library, *adoption, *way);
        },
        [adoption, way = m_progress](
            library::Library& library) { return trashAll(library, adoption->moves, *way); },
        [self = QPointer<LibraryEdits>(this), adoption]() -> QString {
            if (self && !adoption->others.isEmpty())
                Q_EMIT self->notReports(adoption->others);
            const auto copied = static_cast<int>(adoption->moves.size());
            QStringList parts;
            if (copied > 0)
                parts << tr("%n report(s) copied into the library.", nullptr, copied);
            if (adoption->duplicates > 0)
                parts << tr("%n report(s) there already.", nullptr, adoption->duplicates);
            if (copied == 0 && !parts.isEmpty() && self)
                Q_EMIT self->done(parts.join(QLatin1Char(' ')), false);
            return copied > 0 ? parts.join(QLatin1Char(' ')) : QString();
        });
}

} // namespace plumb::ui
