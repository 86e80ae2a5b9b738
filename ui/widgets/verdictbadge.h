// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metric/verdict.h"

#include <QStyledItemDelegate>
#include <QWidget>

#include <optional>

namespace plumb::ui {

/// A verdict as shape, word and colour; never by colour alone. Without a verdict it takes no room.
class VerdictBadge : public QWidget
{
    Q_OBJECT

public:
    explicit VerdictBadge(QWidget* parent = nullptr);

    /// @p word: on the badge instead of the verdict's own; for states that are no verdict on a run.
    void setVerdict(std::optional<metric::Verdict> verdict, const QString& word = {});
    [[nodiscard]] std::optional<metric::Verdict> verdict() const { return m_verdict; }
    [[nodiscard]] QString text() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void updateAccess();

    std::optional<metric::Verdict> m_verdict;
    QString m_word;
};

/// Paints verdict badges in a column. The role holds a metric::Verdict as int; other contents paint as text.
class VerdictDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit VerdictDelegate(int role, QObject* parent = nullptr);

    void paint(
        QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
        const QModelIndex& index) override;

private:
    int m_role;
};

/// The verdict a model gives as int under @p role, if it is one.
std::optional<metric::Verdict> verdictFromVariant(const QVariant& value);

} // namespace plumb::ui
