// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QTranslator>

namespace plumb::test {

/// The translations of translations/plumbline_<language>.ts of the sources, without a compiled file. Plurals
/// give their last form.
class SourceTranslator : public QTranslator
{
public:
    explicit SourceTranslator(const QString& language);
    [[nodiscard]] bool isEmpty() const override { return m_texts.isEmpty(); }
    QString translate(
        const char* context, const char* source, const char* disambiguation, int n) const override;

private:
    QHash<QString, QString> m_texts; ///< by context and source
};

} // namespace plumb::test
