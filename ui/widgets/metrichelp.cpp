// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/metrichelp.h"

#include "ui/models/metrichelp.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QEvent>
#include <QToolButton>
#include <QWhatsThis>

namespace plumb::ui {

namespace {

constexpr int markSize = 20;

/// The question mark in the corner of a widget. It comes with the pointer, so that tiles stay quiet; by
/// keyboard the same text is had with Shift+F1 and in the list of all figures.
class HelpMark : public QToolButton
{
    Q_DECLARE_TR_FUNCTIONS(HelpMark)

public:
    explicit HelpMark(QWidget* parent)
        : QToolButton(parent)
    {
        setObjectName(QStringLiteral("metricHelp"));
        setAutoRaise(true);
        setFocusPolicy(Qt::NoFocus);
        setFixedSize(markSize, markSize);
        setIconSize(QSize(14, 14));
        hide();
        recolor();
        parent->installEventFilter(this);
        connect(this, &QToolButton::clicked, this, [this] {
            QWhatsThis::showText(
                mapToGlobal(rect().bottomLeft()), parentWidget()->whatsThis(), parentWidget());
        });
    }

    void setMetric(const QString& metric)
    {
        const QString words = tr("What is this figure? %1").arg(models::metricTitle(metric));
        setAccessibleName(words);
        setToolTip(words);
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        switch (event->type()) {
        case QEvent::Enter:
            place();
            show();
            raise();
            break;
        case QEvent::Leave:
            hide();
            break;
        case QEvent::Resize:
            place();
            break;
        case QEvent::PaletteChange:
            recolor();
            break;
        default:
            break;
        }
        return QToolButton::eventFilter(watched, event);
    }

private:
    void place()
    {
        const int x = isRightToLeft() ? Theme::space1 : parentWidget()->width() - markSize - Theme::space1;
        move(x, Theme::space1);
    }
    void recolor() { setIcon(ui::icon(u"help", Theme::of(parentWidget()).muted)); }
};

} // namespace

void setMetricHelp(QWidget* widget, const QString& metric)
{
    const QString help = models::metricHelp(metric);
    if (widget->toolTip().isEmpty() || widget->toolTip() == widget->whatsThis())
        widget->setToolTip(help);
    widget->setWhatsThis(help);
    // A label of one line has no corner to spare.
    auto* mark = static_cast<HelpMark*>(
        widget->findChild<QToolButton*>(QStringLiteral("metricHelp"), Qt::FindDirectChildrenOnly));
    if (help.isEmpty()) {
        delete mark;
        return;
    }
    if (mark == nullptr && widget->sizeHint().height() >= 2 * markSize)
        mark = new HelpMark(widget);
    if (mark != nullptr)
        mark->setMetric(metric);
}

bool showContextHelp(QWidget* widget)
{
    if (const auto* view = qobject_cast<const QAbstractItemView*>(widget)) {
        const QModelIndex index = view->currentIndex();
        const QString text = index.data(Qt::WhatsThisRole).toString();
        if (!text.isEmpty()) {
            const QPoint place = view->visualRect(index).bottomLeft();
            QWhatsThis::showText(view->viewport()->mapToGlobal(place), text, widget);
            return true;
        }
    }
    for (; widget != nullptr; widget = widget->parentWidget()) {
        if (!widget->whatsThis().isEmpty()) {
            QWhatsThis::showText(
                widget->mapToGlobal(widget->rect().bottomLeft()), widget->whatsThis(), widget);
            return true;
        }
    }
    return false;
}

} // namespace plumb::ui
