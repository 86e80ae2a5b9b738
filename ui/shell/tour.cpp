// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tour.h"

#include "ui/shell/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace plumb::ui {

namespace {

constexpr int cardWidth = 400;
constexpr int ringRoom = 4;

/// A frame round what the step speaks of, which lets every click through.
class Ring : public QWidget
{
public:
    explicit Ring(QWidget* parent)
        : QWidget(parent)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
        hide();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(Theme::of(this).accent, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), Theme::radius, Theme::radius);
    }
};

} // namespace

Tour::Tour(QWidget* window)
    : QFrame(window)
    , m_ring(new Ring(window))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_count(new QLabel(this))
    , m_back(new QPushButton(tr("Back"), this))
    , m_next(new QPushButton(this))
    , m_skip(new QPushButton(tr("Skip the tour"), this))
{
    setFixedWidth(cardWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::space4, Theme::space3, Theme::space4, Theme::space4);
    column->setSpacing(Theme::space2);
    m_title->setFont(typeFont(TypeSize::pageTitle, font()));
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(m_count);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addSpacing(Theme::space1);
    auto* row = new QHBoxLayout;
    row->addWidget(m_skip);
    row->addStretch();
    row->addWidget(m_back);
    row->addWidget(m_next);
    column->addLayout(row);
    m_next->setDefault(true);
    connect(m_back, &QPushButton::clicked, this, [this] { show(m_step - 1); });
    connect(m_next, &QPushButton::clicked, this,
        [this] { m_step + 1 < m_steps.size() ? show(m_step + 1) : end(); });
    connect(m_skip, &QPushButton::clicked, this, &Tour::end);
    window->installEventFilter(this);
    hide();
}

void Tour::start(QList<TourStep> steps)
{
    m_steps = std::move(steps);
    if (!m_steps.isEmpty()) {
        show(0);
    }
}

void Tour::show(int step)
{
    m_step = step;
    const TourStep& now = m_steps[step];
    if (now.before) {
        now.before();
    }
    m_target = now.target ? now.target() : nullptr;
    m_title->setText(now.title);
    m_text->setText(now.text);
    m_count->setText(tr("%1 of %2").arg(step + 1).arg(m_steps.size()));
    m_back->setEnabled(step > 0);
    const bool last = step + 1 == m_steps.size();
    m_next->setText(last ? tr("Done") : tr("Next"));
    m_skip->setVisible(!last);
    setAccessibleName(tr("Tour, %1: %2").arg(m_count->text(), now.title));
    setAccessibleDescription(now.text);
    m_next->setAccessibleDescription(now.title + QStringLiteral(". ") + now.text);
    place();
    QFrame::show();
    m_ring->raise();
    raise();
    m_next->setFocus(Qt::OtherFocusReason);
}

void Tour::place()
{
    const QWidget* window = parentWidget();
    m_text->setMinimumHeight(qMax(0, m_text->heightForWidth(cardWidth - 2 * Theme::space4)));
    layout()->activate();
    resize(cardWidth, sizeHint().height());
    const QRect room = window->rect().adjusted(Theme::space4, Theme::space4, -Theme::space4, -Theme::space4);
    const bool visible = m_target && m_target->isVisible();
    m_ring->setVisible(visible);
    if (!visible) {
        move(room.center() - rect().center());
        return;
    }
    const QRect target(m_target->mapTo(window, QPoint(0, 0)), m_target->size());
    m_ring->setGeometry(
        target.adjusted(-ringRoom, -ringRoom, ringRoom, ringRoom).intersected(window->rect()));
    // Beside it, where there is room; else above or below.
    QPoint at(target.right() + Theme::space4, target.top());
    if (at.x() + width() > room.right()) {
        at.setX(target.left() - Theme::space4 - width());
    }
    if (at.x() < room.left()) {
        at.setX(target.left());
        at.setY(target.bottom() + Theme::space4);
        if (at.y() + height() > room.bottom()) {
            at.setY(target.top() - Theme::space4 - height());
        }
    }
    move(qBound(room.left(), at.x(), qMax(room.left(), room.right() - width())),
        qBound(room.top(), at.y(), qMax(room.top(), room.bottom() - height())));
}

void Tour::end()
{
    m_step = -1;
    hide();
    m_ring->hide();
    Q_EMIT finished();
}

void Tour::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        end();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        m_next->click();
    } else {
        QFrame::keyPressEvent(event);
    }
}

bool Tour::eventFilter(QObject* watched, QEvent* event)
{
    // Also where the user has gone on working beside the card.
    if (event->type() == QEvent::KeyPress && m_step >= 0
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        end();
        return true;
    }
    if (event->type() == QEvent::Resize && m_step >= 0) {
        // After the layouts have placed the target anew.
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (m_step >= 0) {
                    place();
                }
            },
            Qt::QueuedConnection);
    }
    return QFrame::eventFilter(watched, event);
}

void Tour::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.accent);
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::radius, Theme::radius);
}

} // namespace plumb::ui
