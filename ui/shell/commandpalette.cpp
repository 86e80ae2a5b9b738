// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/commandpalette.h"

#include "ui/shell/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace plumb::ui {

namespace {

constexpr int paletteWidth = 620;
constexpr int paletteRows = 12;

/// Icon, text with the typed letters in bold, its place muted, the shortcut at the right.
class CommandDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem opt = option;
        initStyleOption(&opt, index);
        opt.text.clear();
        opt.icon = {};
        opt.widget->style()->drawControl(QStyle::CE_ItemViewItem, &opt, painter, opt.widget);
        const Theme& theme = Theme::of(opt.palette);
        const bool enabled = index.flags().testFlag(Qt::ItemIsEnabled);
        painter->save();
        painter->setLayoutDirection(opt.direction);
        QRect rest = opt.rect.adjusted(Theme::space2, 0, -Theme::space2, 0);
        const QRect iconBox(
            rest.left(), rest.center().y() - Theme::iconSize / 2 + 1, Theme::iconSize, Theme::iconSize);
        index.data(Qt::DecorationRole)
            .value<QIcon>()
            .paint(painter, iconBox, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
        rest.setLeft(iconBox.right() + Theme::space2);
        painter->setPen(theme.muted);
        const QString shortcut = index.data(CommandModel::ShortcutRole).toString();
        painter->drawText(rest, Qt::AlignVCenter | Qt::AlignRight, shortcut);
        rest.setRight(rest.right() - opt.fontMetrics.horizontalAdvance(shortcut) - Theme::space3);
        painter->setPen(enabled ? theme.text : theme.muted);
        const int end = paintText(*painter, opt, rest, index);
        painter->setPen(theme.muted);
        painter->setFont(typeFont(TypeSize::caption, opt.font));
        rest.setLeft(end + Theme::space2);
        painter->drawText(rest, Qt::AlignVCenter | Qt::AlignLeft,
            painter->fontMetrics().elidedText(
                index.data(CommandModel::PlaceRole).toString(), Qt::ElideRight, qMax(0, rest.width())));
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {200, Theme::controlHeight};
    }

private:
    /// Returns where the text ends.
    static int paintText(
        QPainter& painter, const QStyleOptionViewItem& opt, const QRect& room, const QModelIndex& index)
    {
        const QString text
            = opt.fontMetrics.elidedText(index.data().toString(), Qt::ElideMiddle, room.width());
        const auto places = index.data(CommandModel::PlacesRole).value<QList<int>>();
        QFont bold = opt.font;
        bold.setBold(true);
        int x = room.left();
        for (int i = 0; i < static_cast<int>(text.size());) {
            const bool hit = places.contains(i);
            int end = i + 1;
            while (end < static_cast<int>(text.size()) && places.contains(end) == hit)
                ++end;
            const QString part = text.mid(i, end - i);
            painter.setFont(hit ? bold : opt.font);
            painter.drawText(QRect(x, room.top(), room.right() - x + 1, room.height()),
                Qt::AlignVCenter | Qt::AlignLeft, part);
            x += painter.fontMetrics().horizontalAdvance(part);
            i = end;
        }
        return x;
    }
};

} // namespace

CommandPalette::CommandPalette(QWidget* window)
    : QFrame(window)
    , m_model(new CommandModel(this))
    , m_line(new QLineEdit(this))
    , m_list(new QListView(this))
{
    setAccessibleName(tr("Command palette"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::space2, Theme::space2, Theme::space2, Theme::space2);
    column->setSpacing(Theme::space2);
    column->addWidget(m_line);
    column->addWidget(m_list);
    m_line->setPlaceholderText(tr("What do you want to do?"));
    m_line->setAccessibleName(tr("Search commands"));
    m_line->installEventFilter(this);
    m_list->setAccessibleName(tr("Commands"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFixedHeight(paletteRows * Theme::controlHeight);
    window->installEventFilter(this);
    connect(m_line, &QLineEdit::textChanged, this, [this](const QString& typed) {
        m_model->setTyped(typed);
        m_list->setCurrentIndex(m_model->index(0));
    });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) {
        m_list->setCurrentIndex(index);
        runCurrent();
    });
    hide();
}

void CommandPalette::open(QList<Command> commands)
{
    if (!isVisible())
        m_focusBefore = QApplication::focusWidget();
    m_model->setCommands(std::move(commands));
    m_line->clear();
    m_list->setCurrentIndex(m_model->index(0));
    place();
    show();
    raise();
    m_line->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::place()
{
    const QWidget* window = parentWidget();
    const int width = qMin(paletteWidth, window->width() - 2 * Theme::space5);
    resize(width, sizeHint().height());
    move((window->width() - width) / 2, Theme::space5 * 2);
}

void CommandPalette::close()
{
    // Hidden first: setting the focus back would close it a second time.
    const bool hadFocus = m_line->hasFocus();
    hide();
    if (hadFocus && m_focusBefore)
        m_focusBefore->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::runCurrent()
{
    const Command* command = m_model->commandAt(m_list->currentIndex());
    if (command == nullptr || !command->enabled)
        return;
    const auto run = command->run;
    close();
    run();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != m_line || !isVisible())
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut) {
        // The list keeps no focus, so it has gone out of the palette; another window may come and go.
        if (static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason)
            close();
    } else if (event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        switch (key->key()) {
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            QApplication::sendEvent(m_list, event);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            runCurrent();
            return true;
        case Qt::Key_Escape:
            close();
            return true;
        case Qt::Key_Tab:
        case Qt::Key_Backtab:
            return true; // there is nowhere else to go in here
        default:
            break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void CommandPalette::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.border);
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::radius, Theme::radius);
}

} // namespace plumb::ui
