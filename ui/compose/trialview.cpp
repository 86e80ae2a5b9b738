// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/trialview.h"

#include "base/json.h"
#include "ui/compose/jsonedit.h"
#include "ui/models/format.h"
#include "ui/models/jsonplace.h"
#include "ui/shell/theme.h"
#include "ui/widgets/elidedlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTextBlock>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace plumb::ui {

namespace {

constexpr int widestChoice = 280;

QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

QString headerLines(const scenario::Headers& headers)
{
    QString lines;
    for (const auto& [name, value] : headers)
        lines += text(name) + QStringLiteral(": ") + text(value) + QLatin1Char('\n');
    return lines;
}

/// JSON indented; other texts as they came.
QString pretty(const std::string& body)
{
    const auto json = parseJson(body, "answer");
    return text(json ? dumpJson(*json, 2) : body);
}

} // namespace

TrialView::TrialView(QWidget* parent)
    : QWidget(parent)
    , m_exchange(new QComboBox)
    , m_summary(new QLabel)
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_tabs(new QTabWidget)
    , m_body(new JsonEdit(tr("Answer")))
    , m_findings(new QPlainTextEdit)
    , m_headers(new QPlainTextEdit)
    , m_request(new QPlainTextEdit)
    , m_place(new ElidedLabel)
    , m_extract(new QPushButton(tr("Extract this value")))
    , m_check(new QPushButton(tr("Check this value")))
{
    m_exchange->setAccessibleName(tr("Request that was sent"));
    m_exchange->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_exchange->setMaximumWidth(widestChoice);
    m_findings->setAccessibleName(tr("Checks and extracted values"));
    m_headers->setAccessibleName(tr("Headers of the answer"));
    m_request->setAccessibleName(tr("Request as it was sent"));
    m_tabs->setAccessibleName(tr("Parts of the answer"));
    for (auto* edit : std::initializer_list<QPlainTextEdit*>{m_body, m_findings, m_headers, m_request}) {
        edit->setReadOnly(true);
        edit->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        edit->setTabChangesFocus(true);
    }
    m_extract->setToolTip(tr("Later steps can use the value under the cursor"));
    m_check->setToolTip(tr("Every answer must have this value"));
    m_tabs->addTab(answerPage(), tr("Answer"));
    m_tabs->addTab(m_findings, tr("Checks and values"));
    m_tabs->addTab(m_headers, tr("Headers"));
    m_tabs->addTab(m_request, tr("Request"));
    m_tabs->setDocumentMode(true);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, Theme::space2, 0, 0);
    row->setSpacing(Theme::space2);
    row->addWidget(m_exchange);
    row->addWidget(m_summary, 1);
    row->addWidget(m_cancel);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_summary->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space1);
    column->addLayout(row);
    column->addWidget(m_tabs, 1);
    // Words alone stand at the top.
    column->addSpacerItem(new QSpacerItem(0, 0, QSizePolicy::Minimum, QSizePolicy::Expanding));
    connect(m_cancel, &QPushButton::clicked, this, &TrialView::cancelled);
    connect(m_exchange, &QComboBox::currentIndexChanged, this, &TrialView::showExchange);
    connect(m_body, &QPlainTextEdit::cursorPositionChanged, this, &TrialView::cursorMoved);
    connect(m_extract, &QPushButton::clicked, this, [this] { Q_EMIT extractWanted(m_pointer); });
    connect(m_check, &QPushButton::clicked, this, [this] {
        const auto json = parseJson(m_body->toPlainText().toStdString(), "answer");
        const Json::json_pointer place(m_pointer.toStdString());
        if (json && json->contains(place))
            Q_EMIT checkWanted(m_pointer, text(dumpJson((*json)[place])));
    });
    setBusy(false);
    showError(tr("Nothing was sent yet. Send once tries the chosen step as one user would, after the set-up "
                 "it needs; it makes no report."));
}

QWidget* TrialView::answerPage()
{
    m_picking = new QWidget;
    auto* row = new QHBoxLayout(m_picking);
    row->setContentsMargins(0, Theme::space1, 0, 0);
    row->setSpacing(Theme::space2);
    m_place->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(m_place, 1);
    row->addWidget(m_extract);
    row->addWidget(m_check);
    // One height with the buttons and without, so that the answer does not jump under the pointer.
    m_picking->setMinimumHeight(Theme::controlHeight + Theme::space1);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space1);
    column->addWidget(m_body, 1);
    column->addWidget(m_picking);
    return page;
}

void TrialView::setBusy(bool busy)
{
    m_cancel->setVisible(busy);
    if (busy)
        showError(tr("Sending…"));
}

void TrialView::showError(const QString& words)
{
    m_trial = {};
    m_exchange->clear();
    m_exchange->hide();
    m_tabs->hide();
    m_picking->hide();
    m_extract->hide();
    m_check->hide();
    m_summary->setText(words);
    m_summary->setAccessibleName(words);
}

void TrialView::showTrial(const runner::Trial& trial)
{
    if (trial.exchanges.empty()) {
        showError(trial.ended.empty() ? tr("Nothing was sent.")
                                      : tr("Nothing was sent: %1").arg(text(trial.ended)));
        return;
    }
    m_trial = {};
    m_exchange->clear();
    m_trial = trial;
    for (const auto& exchange : trial.exchanges)
        m_exchange->addItem(QStringLiteral("%1: %2").arg(text(exchange.step), headline(exchange)));
    m_exchange->setVisible(trial.exchanges.size() > 1);
    m_tabs->show();
    m_exchange->setCurrentIndex(m_exchange->count() - 1);
    showExchange(m_exchange->count() - 1);
}

/// What came of it in two or three words.
QString TrialView::headline(const runner::TrialExchange& exchange)
{
    if (exchange.rows)
        return tr("%n row(s)", nullptr, static_cast<int>(*exchange.rows));
    for (const auto& [name, value] : exchange.headers) {
        if (exchange.kind == "command" && name == "exit-code")
            return tr("Exit code %1").arg(text(value));
        if (exchange.kind == "command" && name == "signal")
            return tr("Signal %1").arg(text(value));
    }
    return exchange.status == 0 ? tr("No answer") : tr("Status %1").arg(exchange.status);
}

QString TrialView::summary(const runner::TrialExchange& exchange) const
{
    QStringList parts;
    parts << headline(exchange);
    if (exchange.total_ms)
        parts << models::latency(exchange.total_ms);
    if (exchange.connect_ms)
        parts << tr("connect %1").arg(models::latency(exchange.connect_ms));
    if (exchange.tls_ms && *exchange.tls_ms > 0.0)
        parts << tr("TLS %1").arg(models::latency(exchange.tls_ms));
    if (exchange.wait_ms)
        parts << tr("wait %1").arg(models::latency(exchange.wait_ms));
    if (exchange.body_ms)
        parts << tr("body %1").arg(models::latency(exchange.body_ms));
    if (exchange.bytes_received > 0)
        parts << models::bytes(static_cast<double>(exchange.bytes_received));
    auto words = parts.join(QStringLiteral(" · "));
    if (!exchange.message.empty())
        words += QStringLiteral(" – ") + tr("failed: %1").arg(text(exchange.message));
    if (!m_trial.ended.empty())
        words += QStringLiteral(" – ") + tr("the step was not reached: %1").arg(text(m_trial.ended));
    return words;
}

QString TrialView::findingsTitle(const runner::TrialExchange& exchange) const
{
    const auto failed = std::count_if(exchange.checks.begin(), exchange.checks.end(), [](const auto& one) {
        return !one.passed;
    }) + std::count_if(exchange.extracted.begin(), exchange.extracted.end(), [](const auto& one) {
        return !one.found;
    });
    const auto all = std::ssize(exchange.checks) + std::ssize(exchange.extracted);
    if (all == 0)
        return tr("Checks and values");
    return failed > 0 ? tr("Checks and values (× %1 of %2)").arg(failed).arg(all)
                      : tr("Checks and values (✓ %1)").arg(all);
}

QString TrialView::findings(const runner::TrialExchange& exchange) const
{
    QStringList lines;
    for (const auto& check : exchange.checks) {
        lines << (check.passed ? tr("✓ passed: %1").arg(text(check.name))
                               : tr("× failed: %1 – %2").arg(text(check.name), text(check.message)));
    }
    for (const auto& value : exchange.extracted) {
        lines << (value.found ? tr("✓ extracted: %1 = %2").arg(text(value.name), text(value.value))
                              : tr("× not found: %1 – %2").arg(text(value.name), text(value.message)));
    }
    return lines.isEmpty() ? tr("The step has no checks and extracts nothing.")
                           : lines.join(QLatin1Char('\n'));
}

void TrialView::showExchange(int index)
{
    if (index < 0 || index >= static_cast<int>(m_trial.exchanges.size()))
        return;
    const auto& exchange = m_trial.exchanges[static_cast<std::size_t>(index)];
    m_summary->setText(summary(exchange));
    m_summary->setAccessibleName(m_summary->text());
    m_answerIsJson = parseJson(exchange.body, "answer").has_value();
    auto body = pretty(exchange.body);
    if (exchange.body_cut)
        body += QLatin1Char('\n') + tr("… cut here");
    m_body->showText(body);
    m_findings->setPlainText(findings(exchange));
    m_tabs->setTabText(m_tabs->indexOf(m_findings), findingsTitle(exchange));
    m_headers->setPlainText(headerLines(exchange.headers));
    m_request->setPlainText(QStringLiteral("%1 %2\n%3\n%4")
                                .arg(text(exchange.method), text(exchange.url),
                                    headerLines(exchange.request_headers), pretty(exchange.request_body)));
    cursorMoved();
}

void TrialView::cursorMoved()
{
    // The arrow keys lead to the beginning of a line; what stands behind its indent is meant.
    const auto line = m_body->textCursor().block();
    const auto words = line.text();
    const auto indent
        = std::find_if_not(words.begin(), words.end(), [](QChar c) { return c.isSpace(); }) - words.begin();
    const auto at = std::max(m_body->textCursor().position(), line.position() + static_cast<int>(indent));
    const auto pointer = models::jsonPointerAt(m_body->toPlainText(), at);
    // Only values of the chosen step's own answer belong to it.
    const auto own = m_trial.ended.empty() && m_exchange->currentIndex() == m_exchange->count() - 1
        && m_exchange->count() > 0;
    m_pointer = pointer ? text(*pointer) : QString();
    const auto taken = pointer && !m_pointer.isEmpty();
    m_place->setText(taken ? m_pointer : tr("Click a value of the answer to extract or check it."));
    m_picking->setVisible(own && m_answerIsJson);
    m_extract->setVisible(own && pointer.has_value());
    m_check->setVisible(own && pointer.has_value());
    m_extract->setAccessibleDescription(m_pointer);
    m_check->setAccessibleDescription(m_pointer);
}

} // namespace plumb::ui
