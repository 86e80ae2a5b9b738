// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/library.h"

#include <QSortFilterProxyModel>
#include <QString>

#include <vector>

namespace plumb::models {

/// A search of the library, as typed: words that must all occur, `-word` that must not, `tag:nightly`,
/// `verdict:fail` (and `env:`, `op:`, `version:`), `p99>200` (p50, p95, p99 in ms; rps, users, requests,
/// duration in s; errors in percent; operators > >= < <= =).
class LibraryQuery
{
public:
    LibraryQuery() = default;
    explicit LibraryQuery(const QString& text);
    [[nodiscard]] bool matches(const library::ReportRow& row) const;
    [[nodiscard]] bool empty() const { return m_terms.empty(); }

private:
    struct Term
    {
        enum class Kind { word, tag, verdict, environment, operation, version, compare };
        Kind kind = Kind::word;
        bool exclude = false;
        QString text;
        QString op; ///< compare
        double number = 0.0;
        [[nodiscard]] bool matches(const library::ReportRow& row) const;
    };
    static Term parseTerm(QString text);
    std::vector<Term> m_terms;
};

/// Filters a LibraryModel by a query and sorts by SortRole; rows without a value come last in both
/// directions.
class LibraryFilterProxy final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit LibraryFilterProxy(QObject* parent = nullptr);
    void setQuery(const QString& text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    LibraryQuery m_query;
};

} // namespace plumb::models
