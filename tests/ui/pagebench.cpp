// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pagebench.h"

#include "ui/shell/page.h"
#include "ui/widgets/noticebar.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QTest>

#include <algorithm>

namespace plumb::test {

PageBench::PageBench()
    : store(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat)
    , settings(store)
    , themes(*qApp, ui::ThemeMode::light)
    , window(settings, themes)
{
    window.resize(1280, 900);
}

QString PageBench::write(const QString& path, const std::string& text)
{
    const auto file = folder.filePath(QStringLiteral("lib/") + path);
    QDir().mkpath(QFileInfo(file).path());
    QFile out(file);
    const bool written
        = out.open(QIODevice::WriteOnly) && out.write(text.data(), std::ssize(text)) == std::ssize(text);
    return written ? file : QString();
}

bool PageBench::openLibrary()
{
    library.open(folder.filePath(QStringLiteral("lib")).toStdString());
    return QTest::qWaitFor([this] { return !library.busy(); });
}

bool PageBench::show(ui::Page* page)
{
    window.addPage(page);
    window.show();
    window.activateWindow();
    return QTest::qWaitForWindowActive(&window);
}

QAbstractButton* button(const QWidget& root, const QString& text)
{
    const auto buttons = root.findChildren<QAbstractButton*>();
    for (QAbstractButton* one : buttons) {
        if (one->isVisible() && one->text().remove(QLatin1Char('&')) == text)
            return one;
    }
    return nullptr;
}

QStringList visibleTexts(const QWidget& root)
{
    auto labels = root.findChildren<QLabel*>();
    labels.removeIf([](const QLabel* label) { return !label->isVisible() || label->text().isEmpty(); });
    const auto top = [&root](const QLabel* label) { return label->mapTo(&root, QPoint(0, 0)).y(); };
    std::stable_sort(
        labels.begin(), labels.end(), [&top](const QLabel* a, const QLabel* b) { return top(a) < top(b); });
    QStringList texts;
    for (const QLabel* label : std::as_const(labels))
        texts << label->text();
    return texts;
}

bool says(const QWidget& root, const char* words)
{
    const auto wanted = QString::fromUtf8(words);
    const auto texts = visibleTexts(root);
    return std::any_of(
        texts.begin(), texts.end(), [&wanted](const QString& one) { return one.contains(wanted); });
}

ui::NoticeBar* notice(const QWidget& root)
{
    const auto bars = root.findChildren<ui::NoticeBar*>();
    for (ui::NoticeBar* bar : bars) {
        if (bar->isVisible())
            return bar;
    }
    return nullptr;
}

void key(Qt::Key code, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(QApplication::focusWidget(), code, modifiers);
}

QString text(const char* words)
{
    return QString::fromUtf8(words);
}

} // namespace plumb::test
