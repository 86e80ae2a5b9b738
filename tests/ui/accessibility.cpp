// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/accessibility.h"

#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QSet>
#include <QStringList>
#include <QTest>
#include <QWidget>

namespace plumb::test {

namespace {

/// Visible widgets below @p root, in the same window, that take the focus themselves by Tab or by a click.
QList<QWidget*> controls(const QWidget& root, Qt::FocusPolicy policy)
{
    QList<QWidget*> found;
    const auto widgets = root.findChildren<QWidget*>();
    for (QWidget* widget : widgets) {
        const bool takesFocus = (widget->focusPolicy() & policy) == policy && widget->focusProxy() == nullptr;
        if (takesFocus && widget->isVisible() && widget->window() == root.window())
            found << widget;
    }
    return found;
}

QSet<QWidget*> reachedByTab()
{
    QSet<QWidget*> reached;
    QWidget* focus = QApplication::focusWidget();
    while (focus != nullptr && !reached.contains(focus)) {
        reached << focus;
        QTest::keyClick(focus, Qt::Key_Tab);
        focus = QApplication::focusWidget();
    }
    return reached;
}

} // namespace

QString objectPath(const QWidget& widget)
{
    QString part = QString::fromLatin1(widget.metaObject()->className());
    if (!widget.objectName().isEmpty())
        part += QStringLiteral("(%1)").arg(widget.objectName());
    const auto* parent = widget.parentWidget();
    return parent == nullptr ? part : objectPath(*parent) + QLatin1Char('/') + part;
}

QString spokenName(QWidget& widget)
{
    auto* access = QAccessible::queryAccessibleInterface(&widget);
    return access == nullptr ? QString() : access->text(QAccessible::Name);
}

QString accessProblems(const QWidget& root)
{
    QStringList problems;
    const auto byTab = controls(root, Qt::TabFocus);
    const auto byClick = controls(root, Qt::ClickFocus);
    for (const auto& list : {byTab, byClick}) {
        for (QWidget* widget : list) {
            // A selectable label is what it says; while it says nothing there is nothing to click.
            if (qobject_cast<QLabel*>(widget) == nullptr && spokenName(*widget).trimmed().isEmpty())
                problems << QStringLiteral("no name: ") + objectPath(*widget);
        }
    }
    const auto reached = reachedByTab();
    for (QWidget* widget : byTab) {
        if (widget->isEnabled() && !reached.contains(widget))
            problems << QStringLiteral("not reached by Tab: ") + objectPath(*widget);
    }
    problems.removeDuplicates();
    return problems.join(QLatin1Char('\n'));
}

QString orderProblems(const QWidget& root)
{
    QStringList problems;
    QWidget* const start = QApplication::focusWidget();
    QSet<QWidget*> seen;
    const auto place = [&root](const QWidget* widget) {
        return QRect(widget->mapTo(&root, QPoint(0, 0)), widget->size());
    };
    for (QWidget* from = start; from != nullptr && !seen.contains(from);) {
        seen << from;
        QTest::keyClick(from, Qt::Key_Tab);
        QWidget* const to = QApplication::focusWidget();
        if (to != nullptr && to != start && root.isAncestorOf(from) && root.isAncestorOf(to)
            && place(to).bottom() <= place(from).top() && place(to).left() < place(from).right())
            problems << objectPath(*from) + QStringLiteral(" -> ") + objectPath(*to);
        from = to;
    }
    if (QApplication::focusWidget() != start)
        problems << QStringLiteral("the way round does not come back to ") + objectPath(*start);
    return problems.join(QLatin1Char('\n'));
}

} // namespace plumb::test
