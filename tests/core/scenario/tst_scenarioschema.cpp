// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/loadfields.h"
#include "scenario/partsjson.h"
#include "tests/core/scenario/samples.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>

#include <functional>
#include <set>

using namespace plumb;
using namespace plumb::scenario;
namespace fs = std::filesystem;

namespace {

/// Puts a value where it belongs in a whole scenario.
using Place = std::function<Json(const Json&)>;

fs::path schemaFile()
{
    return test::sourceFile("resources/schemas/scenario-1.schema.json");
}

} // namespace

class TestScenarioSchema : public QObject
{
    Q_OBJECT

private:
    Json m_schema;
    std::set<std::string> m_fields; ///< all names of properties
    int m_objects = 0;

    const Json& resolved(const Json& node) const
    {
        if (!node.is_object() || !node.contains("$ref")) {
            return node;
        }
        return m_schema.at(Json::json_pointer(node.at("$ref").get<std::string>().substr(1)));
    }

    /// An object with all its properties, at its place in a scenario, gives no warning of an unknown field.
    void knowsAll(const Json& properties, const Place& place)
    {
        ++m_objects;
        Json object = Json::object();
        for (const auto& [name, property] : properties.items()) {
            m_fields.insert(name);
            object[name] = property.is_object() && property.contains("const") ? property.at("const") : Json();
        }
        Json document = place(object);
        document["schema"] = "plumbline.scenario/1";
        for (const auto& problem : validateDocument(document, {})) {
            QVERIFY2(problem.message.find("unknown field") == std::string::npos,
                (problem.path + ": " + problem.message).c_str());
        }
    }

    void visit(const Json& reference, const Place& place)
    {
        const Json& node = resolved(reference);
        if (!node.is_object()) {
            return;
        }
        if (node.contains("properties")) {
            const Json& properties = node.at("properties");
            knowsAll(properties, place);
            for (const auto& [name, property] : properties.items()) {
                visit(property, [&place, &name = name](const Json& value) {
                    Json object = Json::object();
                    object[name] = value;
                    return place(object);
                });
            }
        }
        if (node.contains("items")) {
            visit(node.at("items"), [&place](const Json& value) {
                Json list = Json::array();
                list.push_back(value);
                return place(list);
            });
        }
        if (node.contains("additionalProperties")) {
            visit(node.at("additionalProperties"), [&place](const Json& value) {
                Json object = Json::object();
                object["name"] = value;
                return place(object);
            });
        }
        if (node.contains("anyOf")) {
            for (const auto& choice : node.at("anyOf")) {
                visit(choice, place);
            }
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_schema = readJsonFile(schemaFile()).value();
        visit(m_schema, [](const Json& value) { return value; });
        QVERIFY(m_objects > 30);
    }

    void schemaIsEmbedded()
    {
        QFile embedded(QStringLiteral(":/plumbline/schemas/scenario-1.schema.json"));
        QVERIFY(embedded.open(QIODevice::ReadOnly));
        QCOMPARE(embedded.readAll().toStdString(), readFile(schemaFile()).value());
        QVERIFY(m_schema.at("$id") == "plumbline.scenario/1");
    }

    void everyFieldOfTheReaderIsThere()
    {
        // The readers name their fields as literals: reader.text("note", ...), {"body_file", Kind::file}.
        static const QRegularExpression field(QStringLiteral(
            R"re((?:(?:reader|details)(?:\.\w+\(|,)\s*|\{)"([a-z][a-z0-9_]*)"(?:, (?:Kind|From)::|[,)]))re"));
        std::set<std::string> read;
        for (const auto& entry : fs::directory_iterator(test::sourceFile("core/scenario"))) {
            const auto name = entry.path().filename().string();
            if (name.ends_with("json.cpp") && name != "maskedjson.cpp") {
                const auto text = QString::fromStdString(readFile(entry.path()).value());
                for (auto found = field.globalMatch(text); found.hasNext();) {
                    read.insert(found.next().captured(1).toStdString());
                }
            }
        }
        Load load;
        forEachLoadField(
            load, [&](std::string_view name, const auto&, const LoadField&) { read.emplace(name); });
        // Values of choices stand in the same braces.
        for (const char* word : {"together", "sequential", "random", "recycle", "stop", "unique", "continue",
                 "sequence", "weighted", "user", "run", "uniform", "poisson", "full", "ramp", "exponential",
                 "normal", "lognormal"}) {
            read.erase(word);
        }
        QVERIFY2(read.size() > 90, std::to_string(read.size()).c_str());
        for (const auto& name : read) {
            QVERIFY2(m_fields.contains(name), name.c_str());
        }
    }

    void executorsAreThoseOfTheProgram()
    {
        const auto& names = m_schema.at("$defs").at("load").at("properties").at("executor").at("enum");
        QVERIFY(names.get<std::vector<std::string>>() == executorNames());
    }

    void shippedScenariosAreValid()
    {
        QStringList files;
        for (const auto& entry : fs::recursive_directory_iterator(test::sourceFile("resources/templates"))) {
            if (entry.path().filename().string().starts_with("scenario")) {
                files += QString::fromStdString(entry.path().string());
            }
        }
        files += QString::fromStdString(test::productExample().string());
        QVERIFY(files.size() > 8);
        QProcess python;
        const QString script
            = QStringLiteral("import sys\n"
                             "try:\n"
                             "    from jsonschema import Draft202012Validator as Validator\n"
                             "except ImportError:\n"
                             "    sys.exit(77)\n"
                             "import json\n"
                             "schema = json.load(open(sys.argv[1]))\n"
                             "Validator.check_schema(schema)\n"
                             "for name in sys.argv[2:]:\n"
                             "    for error in Validator(schema).iter_errors(json.load(open(name))):\n"
                             "        print(name, list(error.absolute_path), error.message)\n");
        python.start(QStringLiteral("python3"),
            QStringList{QStringLiteral("-c"), script, QString::fromStdString(schemaFile().string())} + files);
        if (!python.waitForStarted()) {
            QSKIP("python3 is not there");
        }
        QVERIFY(python.waitForFinished(60'000));
        if (python.exitCode() == 77) {
            QSKIP("python3-jsonschema is not there");
        }
        const QByteArray said = python.readAllStandardOutput() + python.readAllStandardError();
        QVERIFY2(said.isEmpty() && python.exitCode() == 0, said.constData());
    }
};

PLUMB_TEST_MAIN(TestScenarioSchema)
#include "tst_scenarioschema.moc"
