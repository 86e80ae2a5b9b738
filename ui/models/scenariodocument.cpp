// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/scenariodocument.h"

#include "base/files.h"
#include "scenario/partsjson.h"
#include "ui/models/scenarionodes.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QUndoCommand>

#include <algorithm>

namespace plumb::models {

namespace {

constexpr int validateAfterMs = 120;
constexpr std::uintmax_t largestScenario = 16ULL << 20;

QByteArray hashOf(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QByteArray hashOfFile(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? hashOf(file.readAll()) : QByteArray();
}

/// The body that @p path ("/patterns/0/steps/1/request/json") is part of; null if it is gone.
const scenario::Body* bodyAt(const scenario::Scenario& scenario, const std::string& path)
{
    const auto* step = stepAt(scenario, path.substr(0, path.find("/request")));
    return step == nullptr ? nullptr : &step->request.body;
}

/// Reads a scenario that may have problems still, as long as writing it again loses nothing.
Result<scenario::Scenario> readLeniently(const QString& path)
{
    const std::filesystem::path file = path.toStdString();
    const auto json = readJsonFile(file, largestScenario);
    if (!json)
        return json.error();
    const auto schema = checkSchema(*json, "plumbline.scenario", 1, file.filename().string());
    if (!schema)
        return schema.error();
    std::vector<scenario::Problem> problems;
    auto scenario = scenario::readScenario(*json, problems);
    const auto wrong = std::find_if(
        problems.begin(), problems.end(), [](const scenario::Problem& problem) { return !problem.warning; });
    if (wrong != problems.end() && toJson(scenario) != *json) {
        return Error{
            ErrorKind::input, wrong->message, file.filename().string() + " " + wrong->path, wrong->remedy};
    }
    return scenario;
}

} // namespace

class ScenarioDocument::Edit : public QUndoCommand
{
public:
    Edit(ScenarioDocument& document, const QString& text, QString key, scenario::Scenario after)
        : QUndoCommand(text)
        , m_document(document)
        , m_key(std::move(key))
        , m_before(document.m_scenario)
        , m_after(std::move(after))
    {
    }
    void redo() override { m_document.set(m_after); }
    void undo() override { m_document.set(m_before); }
    [[nodiscard]] int id() const override { return m_key.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand* later) override
    {
        const auto* edit = static_cast<const Edit*>(later);
        if (edit->m_key != m_key)
            return false;
        m_after = edit->m_after;
        setObsolete(m_after == m_before);
        return true;
    }

private:
    ScenarioDocument& m_document;
    QString m_key;
    scenario::Scenario m_before, m_after;
};

scenario::Scenario emptyScenario()
{
    scenario::Scenario scenario;
    scenario.operation = "untitled";
    scenario.environment = "local";
    scenario.target.base_url = "builtin:";
    scenario::Pattern pattern;
    pattern.name = "User";
    scenario.patterns.push_back(std::move(pattern));
    scenario.load.vus = 1;
    scenario.load.duration_s = 30.0;
    return scenario;
}

ScenarioDocument::ScenarioDocument(QObject* parent)
    : QObject(parent)
    , m_scenario(emptyScenario())
{
    m_pool.setMaxThreadCount(1);
    m_validateSoon.setSingleShot(true);
    m_validateSoon.setInterval(validateAfterMs);
    connect(&m_validateSoon, &QTimer::timeout, this, &ScenarioDocument::validate);
    connect(&m_undo, &QUndoStack::cleanChanged, this, &ScenarioDocument::modifiedChanged);
    m_validateSoon.start();
}

ScenarioDocument::~ScenarioDocument()
{
    m_undo.disconnect(this);
    m_pool.clear();
    m_pool.waitForDone();
}

QString ScenarioDocument::name() const
{
    return m_file.isEmpty() ? tr("Untitled") : QFileInfo(m_file).fileName();
}

void ScenarioDocument::edit(const QString& text, const QString& mergeKey, const Change& change)
{
    auto after = m_scenario;
    change(after);
    if (after == m_scenario)
        return;
    const auto key = mergeKey.isEmpty() ? QString() : QStringLiteral("%1 %2").arg(m_mergeRound).arg(mergeKey);
    m_undo.push(new Edit(*this, text, key, std::move(after)));
}

void ScenarioDocument::set(const scenario::Scenario& scenario)
{
    m_scenario = scenario;
    const auto hadDrafts = !m_drafts.empty();
    std::erase_if(m_drafts, [this](const auto& entry) {
        const auto* body = bodyAt(m_scenario, entry.first);
        return body == nullptr || *body != entry.second.instead_of;
    });
    m_validateSoon.start();
    Q_EMIT changed();
    if (hadDrafts && m_drafts.empty())
        Q_EMIT modifiedChanged();
}

void ScenarioDocument::setDraft(const std::string& path, const QString& text, const QString& problem)
{
    const auto* body = bodyAt(m_scenario, path);
    if (body == nullptr)
        return;
    m_drafts[path] = {text, problem, *body};
    m_validateSoon.start();
    Q_EMIT modifiedChanged();
}

void ScenarioDocument::clearDraft(const std::string& path)
{
    if (m_drafts.erase(path) > 0) {
        m_validateSoon.start();
        Q_EMIT modifiedChanged();
    }
}

QString ScenarioDocument::draft(const std::string& path) const
{
    const auto found = m_drafts.find(path);
    return found == m_drafts.end() ? QString() : found->second.text;
}

void ScenarioDocument::replace(scenario::Scenario scenario, const QString& file, QByteArray onDisk)
{
    m_drafts.clear();
    m_scenario = std::move(scenario);
    m_file = file;
    m_onDisk = std::move(onDisk);
    m_unsaved = false;
    m_undo.clear();
    m_problems.clear();
    m_validateSoon.start();
    Q_EMIT replaced();
    Q_EMIT changed();
    Q_EMIT fileChanged();
    Q_EMIT modifiedChanged();
    Q_EMIT problemsChanged();
}

void ScenarioDocument::clear()
{
    replace(emptyScenario(), {}, {});
}

Result<void> ScenarioDocument::open(const QString& file)
{
    const auto path = QFileInfo(file).absoluteFilePath();
    const auto onDisk = hashOfFile(path);
    auto scenario = readLeniently(path);
    if (!scenario)
        return scenario.error();
    replace(std::move(*scenario), path, onDisk);
    return {};
}

Result<void> ScenarioDocument::save(const QString& file)
{
    if (!m_drafts.empty()) {
        const auto& [path, draft] = *m_drafts.begin();
        return Error{ErrorKind::input, draft.problem.toStdString(), path, "finish it, then save again"};
    }
    const auto path = QFileInfo(file).absoluteFilePath();
    const auto bytes = text().toUtf8();
    const auto written = writeFileAtomic(path.toStdString(), bytes.toStdString());
    if (!written)
        return written.error();
    m_file = path;
    m_onDisk = hashOf(bytes);
    m_unsaved = false;
    m_undo.setClean();
    m_validateSoon.start();
    Q_EMIT fileChanged();
    Q_EMIT modifiedChanged();
    return {};
}

bool ScenarioDocument::changedOnDisk() const
{
    return !m_file.isEmpty() && hashOfFile(m_file) != m_onDisk;
}

void ScenarioDocument::keepOverDisk()
{
    m_onDisk = hashOfFile(m_file);
    m_unsaved = true;
    Q_EMIT modifiedChanged();
}

QString ScenarioDocument::text() const
{
    return QString::fromStdString(dumpJson(toJson(m_scenario), 2)) + QLatin1Char('\n');
}

void ScenarioDocument::validate()
{
    const auto asked = ++m_asked;
    const auto folder = m_file.isEmpty() ? std::filesystem::path()
                                         : std::filesystem::path(m_file.toStdString()).parent_path();
    m_pool.clear();
    // The destructor waits for the pool, so `this` outlives the job.
    m_pool.start([this, asked, folder, scenario = m_scenario] {
        QMetaObject::invokeMethod(
            this,
            [this, asked, problems = scenario::validateDocument(toJson(scenario), folder)] {
                if (asked == m_asked)
                    takeProblems(problems);
            },
            Qt::QueuedConnection);
    });
}

void ScenarioDocument::takeProblems(std::vector<scenario::Problem> problems)
{
    for (const auto& [path, draft] : m_drafts)
        problems.push_back({path, draft.problem.toStdString(), {}, false});
    std::stable_sort(problems.begin(), problems.end(),
        [](const auto& a, const auto& b) { return !a.warning && b.warning; });
    m_problems = std::move(problems);
    Q_EMIT problemsChanged();
}

} // namespace plumb::models
