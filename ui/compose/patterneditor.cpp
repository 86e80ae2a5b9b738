// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/patterneditor.h"

#include "ui/compose/partfields.h"
#include "ui/models/scenarionodes.h"
#include "ui/models/thinktext.h"
#include "ui/shell/theme.h"
#include "ui/widgets/formlabels.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

namespace plumb::ui {

using scenario::Pattern;

PatternEditor::PatternEditor(models::ScenarioDocument& document, QWidget* parent)
    : QWidget(parent)
    , m_fields(new FieldBinder(document, this))
    , m_name(new QLineEdit)
{
    constexpr FindPart<Pattern> find = &models::patternAt;
    auto* form = new QFormLayout(this);
    form->setContentsMargins(Theme::space4, Theme::space3, Theme::space4, Theme::space3);
    const auto line
        = [&](const QString& label, const QString& placeholder, QLineEdit* edit, FieldBinder::Field field) {
              edit->setAccessibleName(label);
              edit->setPlaceholderText(placeholder);
              form->addRow(label, edit);
              m_fields->line(edit, std::move(field));
          };
    line(tr("Pattern"), {}, m_name, textField(find, "/name", tr("Rename"), &Pattern::name));
    line(tr("Share of the users"), QStringLiteral("1"), new QLineEdit,
        boundField(find, "/weight", tr("Change share"), &Pattern::weight));
    auto* order = new QComboBox;
    order->setAccessibleName(tr("Order of the steps"));
    order->addItem(tr("One after the other"), false);
    order->addItem(tr("Drawn by weight"), true);
    form->addRow(tr("Order of the steps"), order);
    m_fields->choice(order,
        partField<Pattern>(
            find, "/order", tr("Change order"), [](const Pattern& p) { return p.weighted_steps; },
            [](Pattern& p, const QVariant& value) { p.weighted_steps = value.toBool(); }));
    line(tr("Think time"), tr("None; 100, 100-500, exponential 200, normal 200 50 (ms)"), new QLineEdit,
        partField<Pattern>(
            find, "/think_ms", tr("Change think time"),
            [](const Pattern& p) { return models::thinkText(p.think); },
            [](Pattern& p, const QVariant& value) {
                p.think = models::thinkFrom(value.toString(), p.think);
            }));
    line(tr("Pacing"), tr("None; an iteration every \"1s\" or so many ms"), new QLineEdit,
        boundField(
            find, "/pacing_ms", tr("Change pacing"), &Pattern::pacing_ms, scenario::Unit::milliseconds));
    alignLabels(form);
}

void PatternEditor::setPattern(const std::string& path)
{
    m_fields->setRoot(path);
}

bool PatternEditor::showProblem(const std::string& path)
{
    if (!path.starts_with(m_fields->root()))
        return false;
    if (!m_fields->showProblem(path))
        focusFirst();
    return true;
}

void PatternEditor::focusFirst()
{
    m_name->setFocus(Qt::OtherFocusReason);
}

} // namespace plumb::ui
