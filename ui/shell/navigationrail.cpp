// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/navigationrail.h"

#include "ui/shell/theme.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QKeyEvent>
#include <QKeySequence>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace plumb::ui {

namespace {

constexpr int entryHeight = 36;
constexpr int openWidth = 156;
constexpr int foldedWidth = 52;

/// One place: painted here, because no style draws a rail entry.
class Entry : public QAbstractButton
{
public:
    Entry(const QString& id, QWidget* parent)
        : QAbstractButton(parent)
    {
        setObjectName(id);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setFixedHeight(entryHeight);
    }

    void setFolded(bool folded)
    {
        m_folded = folded;
        update();
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        return {m_folded ? foldedWidth : openWidth, entryHeight};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme& theme = Theme::of(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF body = QRectF(rect()).adjusted(Theme::space2, 2, -Theme::space2, -2);
        if (isChecked() || underMouse()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(isChecked() ? theme.border : theme.grid);
            painter.drawRoundedRect(body, Theme::radius, Theme::radius);
        }
        if (isChecked()) {
            // A bar as well as a tint: the current place is not told by a shade alone.
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.accent);
            const QRectF bar(0, body.top() + 4, 3, body.height() - 8);
            painter.drawRoundedRect(isRightToLeft() ? bar.translated(width() - 3, 0) : bar, 1.5, 1.5);
        }
        constexpr int size = Theme::navigationIconSize;
        QRect iconBox(m_folded ? (width() - size) / 2 : Theme::space4, (height() - size) / 2, size, size);
        iconBox = QStyle::visualRect(layoutDirection(), rect(), iconBox);
        icon().paint(&painter, iconBox, Qt::AlignCenter, QIcon::Normal, isChecked() ? QIcon::On : QIcon::Off);
        if (!m_folded) {
            QFont words = font();
            words.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
            painter.setFont(words);
            painter.setPen(theme.text);
            const QRect textBox = rect().adjusted(Theme::space4 + size + Theme::space3, 0, -Theme::space3, 0);
            painter.drawText(QStyle::visualRect(layoutDirection(), rect(), textBox),
                Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine, text());
        }
        if (hasFocus()) {
            painter.setPen(QPen(theme.accent, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(body, Theme::radius, Theme::radius);
        }
    }

private:
    bool m_folded = false;
};

Entry* entryOf(QAbstractButton* button)
{
    return static_cast<Entry*>(button);
}

} // namespace

NavigationRail::NavigationRail(QWidget* parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, Theme::space2, 0, Theme::space2);
    m_layout->setSpacing(0);
    m_layout->addStretch();
    setAccessibleName(tr("Navigation"));
    setFolded(false);
    connect(m_group, &QButtonGroup::buttonClicked, this,
        [this](QAbstractButton* button) { Q_EMIT chosen(button->objectName()); });
}

void NavigationRail::addEntry(const QString& id, const QString& text, const QIcon& icon)
{
    auto* entry = new Entry(id, this);
    entry->setIcon(icon);
    entry->setFolded(m_folded);
    entry->installEventFilter(this);
    m_group->addButton(entry, int(m_group->buttons().size()));
    m_layout->insertWidget(m_layout->count() - 1, entry);
    setEntryText(id, text);
}

void NavigationRail::setEntryText(const QString& id, const QString& text)
{
    for (QAbstractButton* button : m_group->buttons()) {
        if (button->objectName() == id) {
            button->setText(text);
            button->setAccessibleName(text);
            const QString keys = QKeySequence(int(Qt::ALT) | (Qt::Key_1 + m_group->id(button)))
                                     .toString(QKeySequence::NativeText);
            button->setToolTip(QStringLiteral("%1 (%2)").arg(text, keys));
        }
    }
}

void NavigationRail::setCurrent(const QString& id)
{
    for (QAbstractButton* button : m_group->buttons()) {
        if (button->objectName() == id) {
            button->setChecked(true);
        }
    }
}

QString NavigationRail::current() const
{
    return m_group->checkedButton() != nullptr ? m_group->checkedButton()->objectName() : QString();
}

QStringList NavigationRail::entries() const
{
    QStringList ids;
    for (const QAbstractButton* button : m_group->buttons()) {
        ids << button->objectName();
    }
    return ids;
}

void NavigationRail::setFolded(bool folded)
{
    m_folded = folded;
    setFixedWidth(folded ? foldedWidth : openWidth);
    for (QAbstractButton* button : m_group->buttons()) {
        entryOf(button)->setFolded(folded);
    }
}

void NavigationRail::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(Theme::of(this).border);
    const int x = isRightToLeft() ? 0 : width() - 1;
    painter.drawLine(x, 0, x, height());
}

bool NavigationRail::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        if (step != 0) {
            const int next = m_group->id(qobject_cast<QAbstractButton*>(watched)) + step;
            if (QAbstractButton* button = m_group->button(next)) {
                button->setFocus(Qt::TabFocusReason);
                button->click();
            }
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace plumb::ui
