// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testfiles.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>

#include <algorithm>
#include <vector>

namespace {

struct Message
{
    QString context;
    QString source;
    bool plural = false;
    bool unfinished = false;
    QStringList forms;

    QString problem() const;
};

/// The placeholders %1 to %99, %L1 and %n, sorted, each as often as it occurs.
QStringList placeholders(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("%(?:L?[0-9]{1,2}|n)"));
    QStringList found;
    for (auto all = pattern.globalMatch(text); all.hasNext();)
        found << all.next().captured();
    std::sort(found.begin(), found.end());
    return found;
}

/// What is wrong with the translation, empty when nothing is.
QString Message::problem() const
{
    if (unfinished)
        return QStringLiteral("unfinished");
    if (plural && forms.size() != 2)
        return QStringLiteral("%1 plural forms instead of 2").arg(forms.size());
    for (const auto& form : forms) {
        if (form.trimmed().isEmpty())
            return QStringLiteral("empty");
        if (placeholders(form) != placeholders(source))
            return QStringLiteral("other placeholders in: %1").arg(form);
    }
    return forms.isEmpty() ? QStringLiteral("no translation") : QString();
}

void readTranslation(QXmlStreamReader& xml, Message& message)
{
    message.unfinished = xml.attributes().hasAttribute(QLatin1String("type"));
    if (!message.plural) {
        message.forms << xml.readElementText();
        return;
    }
    while (xml.readNextStartElement())
        message.forms << xml.readElementText();
}

Message readMessage(QXmlStreamReader& xml, const QString& context)
{
    Message message;
    message.context = context;
    message.plural = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source"))
            message.source = xml.readElementText();
        else if (xml.name() == QLatin1String("translation"))
            readTranslation(xml, message);
        else
            xml.skipCurrentElement();
    }
    return message;
}

std::vector<Message> readMessages(QXmlStreamReader& xml)
{
    std::vector<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("message"))
            messages.push_back(readMessage(xml, context));
    }
    return messages;
}

} // namespace

class TranslationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void complete_data();
    void complete();
    void problemsAreSeen_data();
    void problemsAreSeen();
};

void TranslationsTest::complete_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("onlyPlurals");
    QTest::newRow("German") << "de" << false;
    // English shows the source where there is no translation, which is right for all but plurals.
    QTest::newRow("English") << "en" << true;
}

void TranslationsTest::complete()
{
    QFETCH(const QString, language);
    QFETCH(const bool, onlyPlurals);
    const auto path = plumb::test::sourceFile("translations/plumbline_" + language.toStdString() + ".ts");
    QFile file(QString::fromStdString(path.string()));
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    QXmlStreamReader xml(&file);
    const auto messages = readMessages(xml);
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QVERIFY(messages.size() > 100);
    QStringList problems;
    for (const auto& message : messages) {
        const auto problem = onlyPlurals && !message.plural ? QString() : message.problem();
        if (!problem.isEmpty())
            problems << QStringLiteral("%1: \"%2\": %3").arg(message.context, message.source, problem);
    }
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(QLatin1Char('\n'))));
}

void TranslationsTest::problemsAreSeen_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char* name, const char* attribute, const char* source, const char* translation,
                         const char* problem) {
        QTest::newRow(name) << QStringLiteral("<message%1><source>%2</source>%3</message>")
                                   .arg(QLatin1String(attribute), QLatin1String(source),
                                       QLatin1String(translation))
                            << QString::fromLatin1(problem);
    };
    const char* plural = " numerus=\"yes\"";
    row("good", "", "%1 of %2", "<translation>%2, davon %1</translation>", "");
    row("percent sign", "", "%1 %", "<translation>%1 %</translation>", "");
    row("unfinished", "", "a", "<translation type=\"unfinished\">b</translation>", "unfinished");
    row("empty", "", "a", "<translation></translation>", "empty");
    row("none", "", "a", "", "no translation");
    row("lost", "", "%1 of %2", "<translation>%1</translation>", "other placeholders");
    row("twice", "", "%1 of %2", "<translation>%1 von %1</translation>", "other placeholders");
    row("both forms", plural, "%n run(s)",
        "<translation><numerusform>%n Lauf</numerusform><numerusform>%n Runs</numerusform></translation>",
        "");
    row("one form", plural, "%n run(s)", "<translation><numerusform>%n Lauf</numerusform></translation>",
        "1 plural forms");
    row("form without number", plural, "%n run(s)",
        "<translation><numerusform>ein Lauf</numerusform><numerusform>%n Runs</numerusform></translation>",
        "other placeholders in: ein Lauf");
}

void TranslationsTest::problemsAreSeen()
{
    QFETCH(const QString, message);
    QFETCH(const QString, problem);
    QXmlStreamReader xml(QStringLiteral("<TS><context><name>Page</name>%1</context></TS>").arg(message));
    const auto messages = readMessages(xml);
    QVERIFY(!xml.hasError());
    QCOMPARE(messages.size(), std::size_t(1));
    QCOMPARE(messages.front().context, QStringLiteral("Page"));
    const auto found = messages.front().problem();
    QVERIFY2(problem.isEmpty() ? found.isEmpty() : found.startsWith(problem), qPrintable(found));
}

PLUMB_TEST_MAIN(TranslationsTest)
#include "tst_translations.moc"
