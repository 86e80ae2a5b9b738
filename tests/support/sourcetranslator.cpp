// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sourcetranslator.h"

#include "tests/support/testfiles.h"

#include <QFile>
#include <QXmlStreamReader>

namespace plumb::test {

namespace {

QString keyOf(const QString& context, const QString& source)
{
    return context + QChar(0x1f) + source;
}

QString readTranslation(QXmlStreamReader& xml)
{
    QString text;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::Characters)
            text += xml.text();
        else if (token == QXmlStreamReader::StartElement)
            text.clear(); // another form of a plural
        else if (token == QXmlStreamReader::EndElement && xml.name() == QLatin1String("translation"))
            break;
    }
    return text.trimmed();
}

} // namespace

SourceTranslator::SourceTranslator(const QString& language)
{
    const auto path = sourceFile("translations/plumbline_" + language.toStdString() + ".ts");
    QFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::ReadOnly))
        return;
    QXmlStreamReader xml(&file);
    QString context, source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("source"))
            source = xml.readElementText();
        else if (xml.name() == QLatin1String("translation")) {
            const auto text = readTranslation(xml);
            if (!text.isEmpty()) // what is not translated stays as it is
                m_texts.insert(keyOf(context, source), text);
        }
    }
}

QString SourceTranslator::translate(const char* context, const char* source, const char*, int) const
{
    return m_texts.value(keyOf(QString::fromUtf8(context), QString::fromUtf8(source)));
}

} // namespace plumb::test
