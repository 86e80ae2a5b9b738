// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/accessibility.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QGroupBox>
#include <QKeySequence>
#include <QLabel>
#include <QMap>
#include <QMenuBar>
#include <QSet>
#include <QStringList>
#include <QTabBar>
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

/// What Alt and a letter reaches in the window, with its words.
QStringList mnemonicTexts(const QWidget& window)
{
    QStringList texts;
    const auto widgets = window.findChildren<QWidget*>();
    for (const QWidget* widget : widgets) {
        if (!widget->isVisible() || !widget->isEnabled() || widget->window() != &window)
            continue;
        if (const auto* label = qobject_cast<const QLabel*>(widget)) {
            if (label->buddy() != nullptr && label->buddy()->isEnabled())
                texts << label->text();
        } else if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
            texts << button->text();
        } else if (const auto* group = qobject_cast<const QGroupBox*>(widget)) {
            texts << group->title();
        } else if (const auto* tabs = qobject_cast<const QTabBar*>(widget)) {
            for (int tab = 0; tab < tabs->count(); ++tab)
                texts << tabs->tabText(tab);
        } else if (const auto* bar = qobject_cast<const QMenuBar*>(widget)) {
            const auto menus = bar->actions();
            for (const QAction* menu : menus) {
                if (menu->isVisible() && menu->isEnabled())
                    texts << menu->text();
            }
        }
    }
    return texts;
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

QString mnemonicClashes(const QWidget& root)
{
    QMap<QString, QStringList> byKey;
    const auto texts = mnemonicTexts(*root.window());
    for (const auto& text : texts) {
        const auto key = QKeySequence::mnemonic(text).toString();
        if (!key.isEmpty())
            byKey[key] << QString(text).remove(QLatin1Char('&'));
    }
    QStringList clashes;
    for (auto it = byKey.cbegin(); it != byKey.cend(); ++it) {
        if (it.value().size() > 1)
            clashes << it.key() + QStringLiteral(": ") + it.value().join(QStringLiteral(", "));
    }
    return clashes.join(QLatin1Char('\n'));
}

} // namespace plumb::test
