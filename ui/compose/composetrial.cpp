// SPDX-License-Identifier: GPL-3.0-or-later
// The Compose page's "send once", and steps from curl commands.
#include "interop/curlcommand.h"
#include "ui/compose/composepage.h"
#include "ui/compose/composetree.h"
#include "ui/compose/trialview.h"
#include "ui/models/scenarionodes.h"
#include "ui/models/words.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QSplitter>
#include <QTabWidget>

#include <algorithm>

namespace plumb::ui {

namespace {

QString quoted(const QString& word)
{
    auto inner = word;
    inner.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    return QLatin1Char('\'') + inner + QLatin1Char('\'');
}

} // namespace

void ComposePage::connectTrial()
{
    connect(m_answer, &TrialView::cancelled, &m_trials, &TrialRunner::cancel);
    connect(m_answer, &TrialView::extractWanted, this, &ComposePage::addExtraction);
    connect(m_answer, &TrialView::checkWanted, this, &ComposePage::addCheck);
    connect(&m_trials, &TrialRunner::busyChanged, this, [this] {
        m_answer->setBusy(m_trials.busy());
        updateActions();
    });
    connect(&m_trials, &TrialRunner::sent, m_answer, &TrialView::showTrial);
    connect(&m_trials, &TrialRunner::failed, this, [this](const Error& error) {
        auto words = models::errorText(error);
        if (m_document.scenario().target.start && error.kind == ErrorKind::target)
            words += QLatin1Char('\n')
                + tr("The scenario starts its service for a run only: start it by hand to send once.");
        m_answer->showError(words);
    });
    connect(&m_trials, &TrialRunner::hostUnconfirmed, this, &ComposePage::confirmHost);
    connect(&m_trials, &TrialRunner::actsNotAllowed, this, &ComposePage::allowActs);
}

void ComposePage::sendOnce()
{
    finishEditing();
    if (models::stepAt(m_document.scenario(), m_tree->current()) == nullptr)
        return;
    m_tried = m_tree->current();
    m_bottom->setCurrentWidget(m_answer);
    makeRoomForAnswer();
    if (const auto missing = m_values.missing(); !missing.empty()) {
        const auto given = m_dialogs.values(this, missing);
        if (!given) {
            m_answer->showError(tr("Nothing was sent: values are missing."));
            return;
        }
        m_values.give(*given);
    }
    sendTried({});
}

void ComposePage::makeRoomForAnswer()
{
    // An answer of a few lines only is none to read and click in.
    constexpr int enough = 280;
    const auto sizes = m_down->sizes();
    const auto all = sizes[0] + sizes[1];
    const auto wanted = std::min(enough, all / 2);
    if (sizes[1] < wanted)
        m_down->setSizes({all - wanted, wanted});
}

void ComposePage::sendTried(const std::vector<std::string>& alsoConfirmed, bool allowed)
{
    runner::TrialRequest request;
    request.scenario = m_document.scenario();
    request.folder = m_values.folder();
    request.step = m_tried;
    request.overrides = m_values.overrides();
    request.confirmed_hosts = m_library.listing().confirmedHosts;
    request.confirmed_hosts.insert(request.confirmed_hosts.end(), alsoConfirmed.begin(), alsoConfirmed.end());
    request.allow_commands = allowed;
    m_trials.send(request);
}

void ComposePage::confirmHost(const QString& host)
{
    if (!m_dialogs.confirmHost(this, host)) {
        m_answer->showError(tr("Nothing was sent: %1 is not confirmed.").arg(host));
        return;
    }
    m_library.confirmHost(host);
    sendTried({host.toStdString()});
}

void ComposePage::allowActs(const QStringList& acts)
{
    if (m_dialogs.allowActs(this, acts))
        sendTried({}, true);
    else
        m_answer->showError(tr("Nothing was done: it is not allowed."));
}

void ComposePage::addExtraction(const QString& pointer)
{
    m_document.edit(tr("Extract value"), {}, [&](scenario::Scenario& scenario) {
        auto* step = models::stepAt(scenario, m_tried);
        if (step == nullptr)
            return;
        scenario::Extract extract;
        extract.expression = pointer.toStdString();
        const auto key = pointer.section(QLatin1Char('/'), -1);
        extract.as = key.isEmpty() || key.at(0).isDigit() ? "value" : key.toStdString();
        step->extract.push_back(std::move(extract));
    });
    showProblem(QString::fromStdString(m_tried + "/extract"));
}

void ComposePage::addCheck(const QString& pointer, const QString& value)
{
    m_document.edit(tr("Check value"), {}, [&](scenario::Scenario& scenario) {
        auto* step = models::stepAt(scenario, m_tried);
        if (step == nullptr)
            return;
        scenario::Check check;
        check.kind = scenario::Check::Kind::json;
        check.expression = pointer.toStdString();
        // A masked value is not what the next answer will have.
        if (value.contains(QLatin1String("***")))
            check.exists = true;
        else
            check.equals = Json::parse(value.toStdString(), nullptr, false);
        step->checks.push_back(std::move(check));
    });
    showProblem(QString::fromStdString(m_tried + "/checks"));
}

void ComposePage::pasteCurl()
{
    const auto made = interop::stepFromCurl(QGuiApplication::clipboard()->text().toStdString());
    if (!made) {
        failed(made.error());
        return;
    }
    auto step = made->step;
    QStringList notes;
    for (const auto& note : made->notes)
        notes << QString::fromStdString(note);
    // A step for another host than the target's keeps its whole address.
    if (m_document.scenario().target.base_url != made->base_url) {
        step.request.path = made->base_url + step.request.path;
        notes << tr("the step keeps its whole address, for the target is another one");
    }
    m_tree->insert(tr("Paste curl command"), step);
    if (notes.isEmpty())
        Q_EMIT noticeRequested(NoticeBar::Level::info, {});
    else
        Q_EMIT noticeRequested(NoticeBar::Level::warning,
            tr("From the curl command: %1.").arg(notes.join(QStringLiteral("; "))));
}

void ComposePage::copyCommand()
{
    QString command = QStringLiteral("plumb run ") + quoted(m_document.file());
    const auto library = m_library.folder();
    if (!library.empty())
        command += QStringLiteral(" --library ") + quoted(QString::fromStdString(library.string()));
    QGuiApplication::clipboard()->setText(command);
    Q_EMIT statusMessage(tr("Copied: %1").arg(command));
}

void ComposePage::updateActions()
{
    const auto* step = models::stepAt(m_document.scenario(), m_tree->current());
    m_once->setEnabled(step != nullptr && !m_trials.busy());
    m_copyCommand->setEnabled(!m_document.file().isEmpty());
}

} // namespace plumb::ui
