// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

namespace plumb::desktop {

/// `plumb demo` under way: it fills a library with scenarios and a few real runs, in processes of their own,
/// so that closing the window harms none of them.
class Demo : public QObject
{
    Q_OBJECT

public:
    explicit Demo(QString plumbProgram, QObject* parent = nullptr);

    /// False: it cannot be started.
    bool start(const QString& library);
    [[nodiscard]] bool running() const { return m_poll.isActive(); }

Q_SIGNALS:
    /// Every second while it lives.
    void tick();
    void ended();

private:
    void look();

    QString m_plumb;
    QTimer m_poll;
    qint64 m_processId = 0;
};

} // namespace plumb::desktop
