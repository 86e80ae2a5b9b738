// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/scenario/samples.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>

#include <array>
#include <random>

using namespace plumb;
using namespace plumb::scenario;
namespace fs = std::filesystem;

namespace {

/// What is known to be awkward somewhere: numbers at their limits, halves of templates, patterns, control
/// characters.
const std::vector<Json>& awkwardValues()
{
    static const auto values
        = readJsonFile(test::sourceFile("tests/data/scenario/awkward.json")).value().get<std::vector<Json>>();
    return values;
}

/// Always the same ones, however fast the machine is; PLUMB_FUZZ_DOCUMENTS asks for a longer search.
int documentCount()
{
    const int asked = qEnvironmentVariableIntValue("PLUMB_FUZZ_DOCUMENTS");
    return asked > 0 ? asked : 2000;
}

class Mutator
{
public:
    Mutator(std::uint64_t seed, std::vector<Json> sources)
        : m_random(seed)
        , m_sources(std::move(sources))
    {
    }

    Json next()
    {
        Json document = pick(m_sources);
        for (auto rounds = 1 + below(4); rounds > 0; --rounds) {
            mutate(document);
        }
        return document;
    }

    /// The text with some bytes changed, left out or doubled.
    std::string nextText()
    {
        std::string text = dumpJson(pick(m_sources));
        for (auto rounds = 1 + below(4); rounds > 0 && !text.empty(); --rounds) {
            const auto at = below(text.size());
            switch (below(4)) {
            case 0:
                text[at] = static_cast<char>(below(256));
                break;
            case 1:
                text.erase(at, 1 + below(20));
                break;
            case 2:
                text.insert(at, text.substr(below(text.size()), below(40)));
                break;
            default:
                text.resize(at);
            }
        }
        return text;
    }

private:
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(m_random() % count); }

    template <class T>
    const T& pick(const std::vector<T>& values)
    {
        return values[below(values.size())];
    }

    static void collect(Json& json, std::vector<Json*>& nodes)
    {
        nodes.push_back(&json);
        if (json.is_structured()) {
            for (auto& child : json) {
                collect(child, nodes);
            }
        }
    }

    void mutate(Json& document)
    {
        std::vector<Json*> nodes;
        collect(document, nodes);
        Json& node = *pick(nodes);
        switch (below(5)) {
        case 0:
            if (node.is_structured() && !node.empty()) {
                auto child = node.begin();
                std::advance(child, static_cast<std::ptrdiff_t>(below(node.size())));
                node.erase(child);
            }
            break;
        case 1: {
            Json copy = *pick(nodes);
            node = std::move(copy);
            break;
        }
        case 2:
            if (node.is_array()) {
                Json copy = node.empty() ? Json(1) : node[below(node.size())];
                node.push_back(std::move(copy));
            } else if (node.is_object()) {
                node[node.empty() ? std::string("name") : node.begin().key() + "x"] = pick(awkwardValues());
            }
            break;
        default:
            node = pick(awkwardValues());
        }
    }

    std::mt19937_64 m_random;
    std::vector<Json> m_sources;
};

} // namespace

/// Whatever stands in a file, nothing on the road from the file to the request crashes, hangs or throws.
class TestScenarioFuzz : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    fs::path m_folder = m_dir.path().toStdString();
    std::vector<Json> m_sources;
    int m_rendered = 0;

    void drive(const CompiledScenario& compiled)
    {
        const Headers headers{{"Content-Type", "application/json"}};
        VariableScope variables(compiled.variables);
        for (const char* name : {"user.email", "csrf", "job_id", "token", "draft"}) {
            variables.set(name, {"a b/c\r\nd: \"\u00E4", false, false});
        }
        RandomStream random(1, 0);
        std::uint64_t sequence = 0;
        const RenderContext context{&variables, &random, &sequence, 0};
        ResponseView response;
        response.status = 200;
        response.headers = &headers;
        response.body = R"({"id":"x","ok":true,"list":[1,{"a":null}]})";
        for (const auto& pattern : compiled.patterns) {
            QVERIFY(thinkMs(pattern.pattern.think, random) >= 0.0);
            for (const auto& step : pattern.steps) {
                for (std::size_t i = 0; i < step->step().extract.size(); ++i) {
                    if (const auto found = step->extract(i, response); found.found) {
                        variables.set(step->step().extract[i].as, found.value);
                    }
                }
                for (std::size_t i = 0; i < step->checkCount(); ++i) {
                    QVERIFY(!step->checkName(i).empty());
                    step->check(i, response);
                }
                if (const auto request = step->render(context)) {
                    ++m_rendered;
                    for (const auto& [name, value] : request->headers) {
                        QVERIFY(
                            (name + value).find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos);
                    }
                    QVERIFY(request->url.find_first_of(" \r\n") == std::string::npos);
                }
            }
        }
    }

    void drive(const Json& document)
    {
        const auto problems = validateDocument(document, m_folder);
        for (const auto& problem : problems) {
            QVERIFY(!problem.message.empty());
        }
        const auto scenario = scenarioFromJson(document, "s.json");
        const bool wrong
            = std::any_of(problems.begin(), problems.end(), [](const Problem& p) { return !p.warning; });
        QVERIFY(wrong || scenario);
        if (!scenario) {
            return;
        }
        QCOMPARE(
            QString::fromStdString(dumpJson(toJson(*scenario))), QString::fromStdString(dumpJson(document)));
        Masker masker;
        masker.add("hunter22");
        maskedJson(*scenario, masker);
        const auto lookup = [](const std::string& name) {
            return name == "AUTH_PASSWORD" ? std::optional<std::string>("hunter22") : std::nullopt;
        };
        const auto resolved = resolve({*scenario, m_folder / "s.json", {}}, {}, lookup);
        if (!resolved) {
            return;
        }
        if (const auto compiled = compile(*resolved, m_folder, "http://127.0.0.1:1", 1)) {
            drive(*compiled);
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(writeFileAtomic(m_folder / "users.csv", "email,password\na@b.c,pw1secret\n").has_value());
        QVERIFY(writeFileAtomic(m_folder / "pairs.csv", "from,to\na,b\n").has_value());
        m_sources.push_back(readJsonFile(test::productExample()).value());
        for (const char* name : {"minimal", "mixed-workload", "trails-api"}) {
            m_sources.push_back(
                readJsonFile(test::sourceFile("resources/templates") / name / "scenario.json").value());
        }
        const Json rows = readJsonFile(test::sourceFile("tests/data/scenario/roundtrip.json")).value();
        for (const auto& row : rows) {
            m_sources.push_back(row);
        }
    }

    void documents()
    {
        Mutator mutator(20260101, m_sources);
        for (int driven = 0; driven < documentCount(); ++driven) {
            const Json document = mutator.next();
            drive(document);
            if (QTest::currentTestFailed()) {
                QFAIL(qPrintable(QString::number(driven) + QStringLiteral(": ")
                    + QString::fromStdString(dumpJson(document))));
            }
        }
        QVERIFY(m_rendered > 0);
    }

    void texts()
    {
        Mutator mutator(20260102, m_sources);
        int parsed = 0;
        for (int i = 0; i < documentCount(); ++i) {
            const auto json = parseJson(mutator.nextText(), "s.json");
            if (json) {
                ++parsed;
                validateDocument(*json, m_folder);
                scenarioFromJson(*json, "s.json");
            } else {
                QVERIFY(!json.error().what.empty());
            }
        }
        QVERIFY(parsed > 0);
    }
};

PLUMB_TEST_MAIN(TestScenarioFuzz)
#include "tst_scenariofuzz.moc"
