// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/libraryquery.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace plumb::models {

namespace {

struct Queries
{
    Q_DECLARE_TR_FUNCTIONS(LibraryQuery)
};

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

QString stateCode(library::AnnotationState state)
{
    const auto code = library::toString(state);
    return QString::fromUtf8(code.data(), static_cast<qsizetype>(code.size()));
}

std::optional<double> valueOf(const LibraryEntry& entry, const QString& name)
{
    const auto& row = entry.report;
    if (!entry.readable())
        return std::nullopt;
    if (name == QLatin1String("delta"))
        return entry.delta ? std::optional(entry.delta->change * 100.0) : std::nullopt;
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

QStringList verdictCodes()
{
    QStringList codes{QStringLiteral("unreadable")};
    for (int verdict = 0; verdict <= static_cast<int>(metric::Verdict::skipped); ++verdict) {
        const auto code = metric::toString(static_cast<metric::Verdict>(verdict));
        codes << QString::fromUtf8(code.data(), static_cast<qsizetype>(code.size()));
    }
    return codes;
}

QStringList stateCodes()
{
    QStringList codes;
    for (int state = 0; state <= static_cast<int>(library::AnnotationState::investigating); ++state)
        codes << stateCode(static_cast<library::AnnotationState>(state));
    return codes;
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
            "^(p50|p95|p99|rps|errors|users|requests|duration|delta)(>=|<=|>|<|=)(-?[0-9]+(?:\\.[0-9]+)?)$"),
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
        {QLatin1String("verdict:"), Term::Kind::verdict}, {QLatin1String("state:"), Term::Kind::state},
        {QLatin1String("note:"), Term::Kind::note}, {QLatin1String("env:"), Term::Kind::environment},
        {QLatin1String("op:"), Term::Kind::operation}, {QLatin1String("version:"), Term::Kind::version}};
    for (const auto& [prefix, kind] : prefixes) {
        if (!text.startsWith(prefix, Qt::CaseInsensitive))
            continue;
        term.kind = kind;
        term.text = text.mid(prefix.size()).toLower();
        term.begun = term.text.isEmpty();
        return term;
    }
    static const QRegularExpression comparisonBegun(
        QStringLiteral("^(p50|p95|p99|rps|errors|users|requests|duration|delta)(>=|<=|>|<|=)-?$"),
        QRegularExpression::CaseInsensitiveOption);
    term.text = text.toLower();
    term.begun = comparisonBegun.match(text).hasMatch();
    return term;
}

bool LibraryQuery::Term::matches(const LibraryEntry& entry) const
{
    const auto& row = entry.report;
    switch (kind) {
    case Kind::word:
        return entry.words.contains(text);
    case Kind::tag:
        return std::any_of(row.tags.begin(), row.tags.end(), [this](const auto& tag) {
            return QString::fromStdString(tag).compare(text, Qt::CaseInsensitive) == 0;
        });
    case Kind::verdict:
        return verdictCode(row).startsWith(text, Qt::CaseInsensitive);
    case Kind::state:
        return row.notes > 0 && stateCode(row.note_state).startsWith(text);
    case Kind::environment:
        return contains(row.environment, text);
    case Kind::operation:
        return contains(row.operation, text);
    case Kind::version:
        return contains(row.target_version, text);
    case Kind::note:
        return contains(row.last_note, text);
    case Kind::compare: {
        const auto value = valueOf(entry, text);
        return value && compare(*value, op, number);
    }
    }
    return false;
}

bool LibraryQuery::matches(const LibraryEntry& entry) const
{
    return std::all_of(m_terms.begin(), m_terms.end(),
        [&entry](const Term& term) { return term.begun || term.matches(entry) != term.exclude; });
}

QString LibraryQuery::problemOf(const Term& term)
{
    const auto isOneOf = [&term](const QStringList& codes) {
        return std::any_of(
            codes.begin(), codes.end(), [&term](const QString& code) { return code.startsWith(term.text); });
    };
    if (term.begun && (term.kind == Term::Kind::verdict || term.kind == Term::Kind::state)) {
        const auto words = term.kind == Term::Kind::verdict ? verdictCodes() : stateCodes();
        return Queries::tr("After the colon stands one of %1.").arg(words.join(QStringLiteral(", ")));
    }
    if (term.kind == Term::Kind::verdict) {
        const auto codes = verdictCodes();
        return isOneOf(codes) ? QString()
                              : Queries::tr("\"%1\" is no verdict; there are %2.")
                                    .arg(term.text, codes.join(QStringLiteral(", ")));
    }
    if (term.kind == Term::Kind::state) {
        const auto codes = stateCodes();
        return isOneOf(codes) ? QString()
                              : Queries::tr("\"%1\" is no state of a note; there are %2.")
                                    .arg(term.text, codes.join(QStringLiteral(", ")));
    }
    if (term.kind != Term::Kind::word)
        return term.kind != Term::Kind::compare && term.text.isEmpty()
            ? Queries::tr("After the colon stands what to look for: tag:nightly.")
            : QString();
    static const QRegularExpression comparison(QStringLiteral("^([a-z0-9_.]+)(>=|<=|>|<|=)(.*)$"));
    const auto match = comparison.match(term.text);
    if (!match.hasMatch())
        return {};
    static const QStringList names{QStringLiteral("p50"), QStringLiteral("p95"), QStringLiteral("p99"),
        QStringLiteral("rps"), QStringLiteral("errors"), QStringLiteral("users"), QStringLiteral("requests"),
        QStringLiteral("duration"), QStringLiteral("delta")};
    const QString name = match.captured(1);
    if (!names.contains(name))
        return Queries::tr("\"%1\" cannot be compared; there are %2.")
            .arg(name, names.join(QStringLiteral(", ")));
    const QString begun = name + match.captured(2);
    const QString whole = begun + QStringLiteral("200");
    return Queries::tr("After %1 stands a number: %2.").arg(begun, whole);
}

QString LibraryQuery::problem() const
{
    for (const auto& term : m_terms) {
        if (const auto problem = problemOf(term); !problem.isEmpty())
            return problem;
    }
    return {};
}

} // namespace plumb::models
