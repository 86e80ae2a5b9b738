// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/jsonedit.h"

#include "base/json.h"
#include "ui/shell/theme.h"

#include <QEvent>
#include <QFontDatabase>
#include <QRegularExpression>
#include <QSyntaxHighlighter>

#include <nlohmann/json.hpp>

#include <utility>

namespace plumb::ui {

/// Keys, texts, numbers, words and {{templates}}, each in a colour of the series.
class JsonEdit::Highlighter : public QSyntaxHighlighter
{
public:
    explicit Highlighter(JsonEdit& edit)
        : QSyntaxHighlighter(edit.document())
        , m_edit(edit)
    {
    }
    void setOn(bool on)
    {
        m_on = on;
        rehighlight();
    }

protected:
    void highlightBlock(const QString& text) override
    {
        if (!m_on)
            return;
        static const QRegularExpression tokens(
            QStringLiteral("(\"(?:[^\"\\\\]|\\\\.)*\")(\\s*:)?|(-?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?)"
                           "|(true|false|null)"));
        static const QRegularExpression templates(QStringLiteral("\\{\\{[^}]*\\}\\}"));
        const auto& theme = Theme::of(&m_edit);
        for (auto it = tokens.globalMatch(text); it.hasNext();) {
            const auto match = it.next();
            if (match.capturedLength(1) > 0)
                setFormat(match.capturedStart(1), match.capturedLength(1),
                    match.capturedLength(2) > 0 ? theme.accent : theme.series[2].color);
            else if (match.capturedLength(3) > 0)
                setFormat(match.capturedStart(3), match.capturedLength(3), theme.series[1].color);
            else
                setFormat(match.capturedStart(4), match.capturedLength(4), theme.series[3].color);
        }
        for (auto it = templates.globalMatch(text); it.hasNext();) {
            const auto match = it.next();
            QTextCharFormat format;
            format.setForeground(theme.series[1].color);
            format.setFontWeight(QFont::DemiBold);
            setFormat(match.capturedStart(), match.capturedLength(), format);
        }
    }

private:
    void setFormat(qsizetype start, qsizetype length, const QColor& color)
    {
        QSyntaxHighlighter::setFormat(static_cast<int>(start), static_cast<int>(length), color);
    }
    void setFormat(qsizetype start, qsizetype length, const QTextCharFormat& format)
    {
        QSyntaxHighlighter::setFormat(static_cast<int>(start), static_cast<int>(length), format);
    }

    JsonEdit& m_edit;
    bool m_on = true;
};

JsonEdit::JsonEdit(const QString& accessibleName, QWidget* parent)
    : QPlainTextEdit(parent)
    , m_highlighter(new Highlighter(*this))
{
    setAccessibleName(accessibleName);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTabChangesFocus(true);
    updateFont();
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        // Colours count as a change too.
        const auto text = toPlainText();
        if (std::exchange(m_last, text) != text && !m_showing)
            Q_EMIT edited(text);
    });
}

void JsonEdit::updateFont()
{
    auto font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(typeFont(TypeSize::body, QPlainTextEdit::font()).pointSizeF());
    document()->setDefaultFont(font);
}

void JsonEdit::showText(const QString& text)
{
    if (toPlainText() == text)
        return;
    m_showing = true;
    setPlainText(text);
    m_showing = false;
}

void JsonEdit::setHighlighting(bool on)
{
    m_highlighter->setOn(on);
}

Result<void> JsonEdit::format()
{
    const auto json = parseJson(toPlainText().toStdString(), tr("text").toStdString());
    if (!json)
        return json.error();
    auto cursor = textCursor();
    cursor.select(QTextCursor::Document);
    cursor.insertText(QString::fromStdString(dumpJson(*json, 2)));
    return {};
}

void JsonEdit::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_highlighter->rehighlight();
}

} // namespace plumb::ui
