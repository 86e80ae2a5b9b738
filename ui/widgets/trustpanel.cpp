// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/trustpanel.h"

#include "ui/models/roles.h"
#include "ui/models/trustmodel.h"
#include "ui/models/trusttext.h"
#include "ui/shell/theme.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/verdictbadge.h"

#include <QHBoxLayout>
#include <QLabel>

namespace plumb::ui {

namespace {

QLabel* textLabel()
{
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

metric::Verdict badgeOf(const std::string& verdict)
{
    return verdict == "ok"     ? metric::Verdict::pass
        : verdict == "suspect" ? metric::Verdict::warn
                               : metric::Verdict::invalid;
}

} // namespace

TrustPanel::TrustPanel(QWidget* parent)
    : QWidget(parent)
    , m_badge(new VerdictBadge)
    , m_sentence(textLabel())
    , m_more(textLabel())
    , m_model(new models::TrustModel(this))
    , m_table(new TableView(tr("Figures of the load generator")))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, Theme::space3, 0, 0);
    column->setSpacing(Theme::space2);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(Theme::space2, 0, Theme::space2, 0);
    top->setSpacing(Theme::space3);
    top->addWidget(m_badge, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(Theme::space1);
    words->addWidget(m_sentence);
    words->addWidget(m_more);
    top->addLayout(words, 1);
    column->addLayout(top);
    m_sentence->setAccessibleDescription(tr("Verdict on the load generator"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(
        models::TrustModel::State, new VerdictDelegate(models::VerdictRole, m_table));
    column->addWidget(m_table, 1);
    setFocusProxy(m_table);
    m_more->hide();
    m_badge->hide();
}

void TrustPanel::showTrust(const report::TrustContext& context)
{
    const auto trust = report::trustOf(context);
    m_badge->setVerdict(badgeOf(trust.verdict), models::trustWord(trust.verdict));
    m_badge->show();
    m_sentence->setText(models::trustSentenceText(context));
    QStringList lines;
    for (std::size_t i = 1; i < context.generator.reasons.size(); ++i)
        lines << models::reasonText(context.generator.reasons[i], context);
    if (const auto advice = models::trustAdviceText(trust.advice); !advice.isEmpty())
        lines << advice;
    m_more->setText(lines.join(QLatin1Char('\n')));
    m_more->setVisible(!lines.isEmpty());
    const bool first = m_model->rows().empty();
    m_model->updateRows(models::TrustModel::rowsOf(context));
    if (first)
        m_table->fitAgain();
}

void TrustPanel::showNothing(const QString& why)
{
    m_badge->hide();
    m_more->hide();
    m_sentence->setText(why);
    m_model->setRows({});
}

} // namespace plumb::ui
