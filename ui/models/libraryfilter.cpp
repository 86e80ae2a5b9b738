// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/libraryfilter.h"

#include "ui/models/librarymodel.h"
#include "ui/models/words.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace plumb::models {

namespace {

bool contains(const std::string& text, const QString& word)
{
    return QString::fromStdString(text).contains(word, Qt::CaseInsensitive);
}

QString verdictCode(const library::ReportRow& row)
{
    if (!row.unreadable.empty())
        return QStringLiteral("unreadable");
    const auto code = metric::toString(row.verdict);
    return QString::fromUtf8(code.data(), static_cast<qsizetype>(code.size()));
}

std::optional<double> valueOf(const library::ReportRow& row, const QString& name)
{
    if (!row.unreadable.empty())
        return std::nullopt;
    if (name == QLatin1String("p50"))
        return row.p50_ms;
    if (name == QLatin1String("p95"))
        return row.p95_ms;
    if (name == QLatin1String("p99"))
        return row.p99_ms;
    if (name == QLatin1String("rps"))
        return row.rps;
    if (name == QLatin1String("errors"))
        return row.error_rate ? std::optional(*row.error_rate * 100.0) : std::nullopt;
    if (name == QLatin1String("users"))
        return row.users_max;
    if (name == QLatin1String("requests"))
        return static_cast<double>(row.requests);
    return row.duration_s;
}

bool compare(double value, const QString& op, double number)
{
    if (op == QLatin1String(">"))
        return value > number;
    if (op == QLatin1String(">="))
        return value >= number;
    if (op == QLatin1String("<"))
        return value < number;
    if (op == QLatin1String("<="))
        return value <= number;
    return qFuzzyCompare(value + 1.0, number + 1.0);
}

} // namespace

LibraryQuery::LibraryQuery(const QString& text)
{
    static const QRegularExpression space(QStringLiteral("\\s+"));
    const auto words = text.split(space, Qt::SkipEmptyParts);
    for (const auto& word : words)
        m_terms.push_back(parseTerm(word));
}

LibraryQuery::Term LibraryQuery::parseTerm(QString text)
{
    Term term;
    if (text.size() > 1 && text.startsWith(QLatin1Char('-'))) {
        term.exclude = true;
        text.remove(0, 1);
    }
    static const QRegularExpression comparison(
        QStringLiteral(
            "^(p50|p95|p99|rps|errors|users|requests|duration)(>=|<=|>|<|=)([0-9]+(?:\\.[0-9]+)?)$"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = comparison.match(text);
    if (match.hasMatch()) {
        term.kind = Term::Kind::compare;
        term.text = match.captured(1).toLower();
        term.op = match.captured(2);
        term.number = match.captured(3).toDouble();
        return term;
    }
    static const std::pair<QLatin1String, Term::Kind> prefixes[] = {{QLatin1String("tag:"), Term::Kind::tag},
        {QLatin1String("verdict:"), Term::Kind::verdict}, {QLatin1String("env:"), Term::Kind::environment},
        {QLatin1String("op:"), Term::Kind::operation}, {QLatin1String("version:"), Term::Kind::version}};
    for (const auto& [prefix, kind] : prefixes) {
        if (!text.startsWith(prefix, Qt::CaseInsensitive))
            continue;
        term.kind = kind;
        term.text = text.mid(prefix.size());
        return term;
    }
    term.text = text;
    return term;
}

bool LibraryQuery::Term::matches(const library::ReportRow& row) const
{
    switch (kind) {
    case Kind::word:
        return contains(row.operation, text) || contains(row.environment, text)
            || contains(row.target_version, text) || contains(row.note, text)
            || contains(row.file.filename().string(), text) || contains(row.unreadable, text)
            || verdictCode(row).contains(text, Qt::CaseInsensitive)
            || verdictWord(row.verdict).contains(text, Qt::CaseInsensitive)
            || std::any_of(
                row.tags.begin(), row.tags.end(), [this](const auto& tag) { return contains(tag, text); });
    case Kind::tag:
        return std::any_of(row.tags.begin(), row.tags.end(), [this](const auto& tag) {
            return QString::fromStdString(tag).compare(text, Qt::CaseInsensitive) == 0;
        });
    case Kind::verdict:
        return verdictCode(row).compare(text, Qt::CaseInsensitive) == 0;
    case Kind::environment:
        return contains(row.environment, text);
    case Kind::operation:
        return contains(row.operation, text);
    case Kind::version:
        return contains(row.target_version, text);
    case Kind::compare: {
        const auto value = valueOf(row, text);
        return value && compare(*value, op, number);
    }
    }
    return false;
}

bool LibraryQuery::matches(const library::ReportRow& row) const
{
    return std::all_of(m_terms.begin(), m_terms.end(),
        [&row](const Term& term) { return term.matches(row) != term.exclude; });
}

LibraryFilterProxy::LibraryFilterProxy(QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

void LibraryFilterProxy::setQuery(const QString& text)
{
    m_query = LibraryQuery(text);
    invalidateFilter();
}

bool LibraryFilterProxy::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const auto* model = qobject_cast<const LibraryModel*>(sourceModel());
    const auto* value = model ? model->rowAt(model->index(row, 0, parent)) : nullptr;
    return value && m_query.matches(*value);
}

bool LibraryFilterProxy::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const auto a = left.data(SortRole);
    const auto b = right.data(SortRole);
    if (a.isValid() != b.isValid())
        return sortOrder() == Qt::AscendingOrder ? a.isValid() : b.isValid();
    return QSortFilterProxyModel::lessThan(left, right);
}

} // namespace plumb::models
