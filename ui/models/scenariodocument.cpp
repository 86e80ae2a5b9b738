// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/scenariodocument.h"

#include "base/files.h"
#include "scenario/partsjson.h"
#include "scenario/visit.h"
#include "ui/models/scenarionodes.h"

#include <QCryptographicHash>
#include <QDir>
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

/// "/patterns/0/steps/1" and "/request/json" for a path with both.
std::pair<std::string, std::string> stepAndPart(const scenario::Scenario& scenario, const std::string& path)
{
    for (auto end = path.size(); end > 0 && end != std::string::npos; end = path.rfind('/', end - 1)) {
        if (stepAt(scenario, path.substr(0, end)) != nullptr)
            return {path.substr(0, end), path.substr(end)};
    }
    return {};
}

/// What a draft of a body stands in place of.
Json bodyOf(const scenario::Step& step)
{
    const auto& body = step.request.body;
    return Json::array({static_cast<int>(body.kind), body.json, body.text});
}

/// Names that stand twice in a JSON object of the file, where the second would take the place of the first.
template <class Named>
void addDoubles(const std::string& list, const std::vector<Named>& rows, std::vector<scenario::Problem>& out)
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& name = rows[i].first;
        const auto before = std::any_of(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(i),
            [&name](const Named& each) { return each.first == name; });
        if (before || name.empty()) {
            out.push_back({scenario::childPath(list, name),
                name.empty() ? "there is one without a name" : "the name \"" + name + "\" is there twice",
                "give it a name of its own"});
        }
    }
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
    if (m_file.isEmpty())
        return tr("Untitled");
    // Where each scenario has a folder of its own, only the folder tells one from another.
    const QFileInfo file(m_file);
    return file.fileName() == QLatin1String("scenario.json")
        ? file.dir().dirName() + QLatin1Char('/') + file.fileName()
        : file.fileName();
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
    const auto hadDrafts = hasDrafts();
    const auto before = m_drafts.empty() ? scenario::Scenario() : m_scenario;
    m_scenario = scenario;
    moveDrafts(before);
    m_validateSoon.start();
    Q_EMIT changed();
    if (hadDrafts != hasDrafts())
        Q_EMIT modifiedChanged();
}

bool ScenarioDocument::hasDrafts() const
{
    return std::any_of(
        m_drafts.begin(), m_drafts.end(), [](const auto& entry) { return entry.second.awake; });
}

void ScenarioDocument::moveDrafts(const scenario::Scenario& before)
{
    std::map<std::string, Draft> moved;
    for (auto& [path, draft] : m_drafts) {
        const auto place = path.substr(0, path.size() - draft.part.size());
        const auto* was = stepAt(before, place);
        const auto* is = stepAt(m_scenario, place);
        if (draft.awake && was != nullptr && is != nullptr && was->name != is->name) {
            auto renamed = *was;
            renamed.name = is->name;
            if (renamed == *is)
                draft.step = is->name;
        }
        auto stands = path;
        draft.awake = false;
        scenario::forEachStep(m_scenario, [&](const std::string& at, const scenario::Step& step) {
            if (step.name == draft.step && bodyOf(step) == draft.instead_of
                && (!draft.awake || at == place)) {
                draft.awake = true;
                stands = at + draft.part;
            }
        });
        moved.insert_or_assign(stands, std::move(draft));
    }
    m_drafts = std::move(moved);
}

void ScenarioDocument::setDraft(const std::string& path, const QString& text, const QString& problem)
{
    const auto [place, part] = stepAndPart(m_scenario, path);
    const auto* step = stepAt(m_scenario, place);
    if (step == nullptr)
        return;
    m_drafts[path] = {text, problem, step->name, part, bodyOf(*step), true};
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
    return found == m_drafts.end() || !found->second.awake ? QString() : found->second.text;
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
    if (const auto wrong = unwritable(); !wrong.empty()) {
        return Error{ErrorKind::input, wrong[0].message, wrong[0].path,
            wrong[0].remedy.empty() ? "finish it, then save again" : wrong[0].remedy + ", then save again"};
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

std::vector<scenario::Problem> ScenarioDocument::unwritable() const
{
    std::vector<scenario::Problem> problems;
    for (const auto& [path, draft] : m_drafts) {
        if (draft.awake)
            problems.push_back({path, draft.problem.toStdString(), {}, false});
    }
    addDoubles("/variables", m_scenario.variables, problems);
    addDoubles("/environments", m_scenario.environments, problems);
    for (const auto& [name, environment] : m_scenario.environments)
        addDoubles(
            scenario::childPath("/environments", name) + "/variables", environment.variables, problems);
    return problems;
}

void ScenarioDocument::takeProblems(std::vector<scenario::Problem> problems)
{
    const auto wrong = unwritable();
    problems.insert(problems.end(), wrong.begin(), wrong.end());
    std::stable_sort(problems.begin(), problems.end(),
        [](const auto& a, const auto& b) { return !a.warning && b.warning; });
    m_problems = std::move(problems);
    Q_EMIT problemsChanged();
}

} // namespace plumb::models
