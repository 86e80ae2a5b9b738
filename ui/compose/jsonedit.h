// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QPlainTextEdit>

namespace plumb::ui {

/// A text field for JSON (or any other text): fixed pitch, JSON coloured by the theme.
class JsonEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit JsonEdit(const QString& accessibleName, QWidget* parent = nullptr);

    /// Keeps cursor and scroll position where the text is the same.
    void showText(const QString& text);
    /// Colours JSON; off: plain text.
    void setHighlighting(bool on);
    /// Rewrites the text indented, as one change that the field's document can take back. Error: why it is no
    /// JSON.
    Result<void> format();

Q_SIGNALS:
    /// The user changed the text (showText() does not count).
    void edited(const QString& text);

protected:
    void changeEvent(QEvent* event) override;

private:
    class Highlighter;
    void updateFont();

    Highlighter* m_highlighter;
    QString m_last;
    bool m_showing = false;
};

} // namespace plumb::ui
