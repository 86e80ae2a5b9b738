// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/verdictbadge.h"

#include "ui/models/roles.h"
#include "ui/models/words.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"
#include "ui/widgets/verdicttext.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace plumb::ui {

namespace {

constexpr int badgeIcon = 14;
constexpr int badgeHeight = 20;

QSize badgeSize(const QString& word, const QFontMetrics& metrics)
{
    const int width
        = Theme::space2 + badgeIcon + Theme::space1 + metrics.horizontalAdvance(word) + Theme::space2;
    return {width, qMax(badgeHeight, metrics.height() + 4)};
}

void paintBadge(QPainter* painter, const QRect& rect, metric::Verdict verdict, const QString& word,
    const Theme& theme, Qt::LayoutDirection direction)
{
    const InkAndTint colors = verdictColors(verdict, theme);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colors.tint);
    painter->drawRoundedRect(rect, rect.height() / 2.0, rect.height() / 2.0);
    const QRect iconBox(
        rect.left() + Theme::space2, rect.top() + (rect.height() - badgeIcon) / 2, badgeIcon, badgeIcon);
    icon(verdictIconName(verdict), colors.ink).paint(painter, QStyle::visualRect(direction, rect, iconBox));
    painter->setPen(colors.ink);
    const QRect textBox = rect.adjusted(Theme::space2 + badgeIcon + Theme::space1, 0, -Theme::space2 + 2, 0);
    painter->drawText(QStyle::visualRect(direction, rect, textBox), Qt::AlignVCenter | Qt::AlignLeading,
        painter->fontMetrics().elidedText(word, Qt::ElideRight, qMax(0, textBox.width() + 2)));
    painter->restore();
}

QString wordAt(const QModelIndex& index, metric::Verdict verdict)
{
    const auto own = index.data(models::BadgeTextRole).toString();
    return own.isEmpty() ? models::verdictWord(verdict) : own;
}

} // namespace

std::optional<metric::Verdict> verdictFromVariant(const QVariant& value)
{
    bool ok = false;
    const int number = value.toInt(&ok);
    if (!ok || number < 0 || number > static_cast<int>(metric::Verdict::skipped)) {
        return std::nullopt;
    }
    return static_cast<metric::Verdict>(number);
}

VerdictBadge::VerdictBadge(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    updateAccess();
}

void VerdictBadge::setVerdict(std::optional<metric::Verdict> verdict, const QString& word)
{
    if (verdict != m_verdict || word != m_word) {
        m_verdict = verdict;
        m_word = word;
        updateAccess();
        updateGeometry();
        update();
    }
}

QString VerdictBadge::text() const
{
    return !m_verdict ? QString() : m_word.isEmpty() ? models::verdictWord(*m_verdict) : m_word;
}

QSize VerdictBadge::sizeHint() const
{
    return m_verdict ? badgeSize(text(), fontMetrics()) : QSize(0, 0);
}

void VerdictBadge::paintEvent(QPaintEvent*)
{
    if (m_verdict) {
        QPainter painter(this);
        paintBadge(&painter, rect(), *m_verdict, text(), Theme::of(this), layoutDirection());
    }
}

void VerdictBadge::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        updateAccess();
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

void VerdictBadge::updateAccess()
{
    setAccessibleName(m_verdict ? tr("Verdict: %1").arg(text()) : tr("No verdict"));
    setToolTip(m_verdict && m_word.isEmpty() ? verdictHelp(*m_verdict) : QString());
}

VerdictDelegate::VerdictDelegate(int role, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_role(role)
{
}

void VerdictDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto verdict = verdictFromVariant(index.data(m_role));
    if (!verdict) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem opt = option;
    initStyleOption(&opt, index);
    opt.text.clear();
    opt.icon = {};
    const QStyle* style = opt.widget != nullptr ? opt.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &opt, painter, opt.widget);

    const QString word = wordAt(index, *verdict);
    const QSize size = badgeSize(word, opt.fontMetrics);
    QRect box(opt.rect.left() + Theme::space2, opt.rect.top() + (opt.rect.height() - size.height()) / 2,
        qMin(size.width(), opt.rect.width() - Theme::space2), size.height());
    box = QStyle::visualRect(opt.direction, opt.rect, box);
    painter->save();
    painter->setFont(opt.font);
    painter->setClipRect(opt.rect);
    paintBadge(painter, box, *verdict, word, Theme::of(opt.palette), opt.direction);
    if (const QString remark = index.data(models::RemarkRole).toString(); !remark.isEmpty()) {
        painter->setPen(Theme::of(opt.palette).muted);
        const QRect rest = opt.rect.adjusted(size.width() + Theme::space2 + Theme::space1, 0, 0, 0);
        painter->drawText(
            QStyle::visualRect(opt.direction, opt.rect, rest), Qt::AlignVCenter | Qt::AlignLeading, remark);
    }
    painter->restore();
}

QSize VerdictDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto verdict = verdictFromVariant(index.data(m_role));
    if (!verdict) {
        return QStyledItemDelegate::sizeHint(option, index);
    }
    const QSize size = badgeSize(wordAt(index, *verdict), option.fontMetrics);
    const QString remark = index.data(models::RemarkRole).toString();
    const int beside = remark.isEmpty() ? 0 : Theme::space1 + option.fontMetrics.horizontalAdvance(remark);
    return {size.width() + beside + 2 * Theme::space2, qMax(Theme::rowHeight, size.height() + Theme::space1)};
}

bool VerdictDelegate::helpEvent(
    QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const auto verdict = verdictFromVariant(index.data(m_role));
    if (event->type() == QEvent::ToolTip && verdict && index.data(Qt::ToolTipRole).toString().isEmpty()) {
        QToolTip::showText(event->globalPos(), verdictHelp(*verdict), view);
        return true;
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

} // namespace plumb::ui
