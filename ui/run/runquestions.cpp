// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/runquestions.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace plumb::ui {

namespace {

struct RunQuestions
{
    Q_DECLARE_TR_FUNCTIONS(RunQuestions)
};

} // namespace

void askToAbort(QWidget* parent, const std::function<void()>& abort, const std::function<void()>& stop)
{
    auto* question = new QMessageBox(QMessageBox::Question, RunQuestions::tr("Abort the run"),
        RunQuestions::tr("Cancel the requests that are in flight and end the run now?"), QMessageBox::Cancel,
        parent);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(RunQuestions::tr(
        "What was measured so far is kept in a report marked partial. The cancelled requests "
        "stand there as unfinished, without a time. Stop lets them finish first."));
    auto* abortNow = question->addButton(RunQuestions::tr("&Abort"), QMessageBox::DestructiveRole);
    auto* stopInstead = question->addButton(RunQuestions::tr("&Stop instead"), QMessageBox::AcceptRole);
    question->setDefaultButton(stopInstead);
    QObject::connect(abortNow, &QPushButton::clicked, parent, abort);
    QObject::connect(stopInstead, &QPushButton::clicked, parent, stop);
    question->open();
}

std::optional<CloseAnswer> askToClose(QWidget* parent, const QString& run, int waiting)
{
    QMessageBox question(QMessageBox::Question, RunQuestions::tr("A run is under way"),
        RunQuestions::tr("%1 is still running. What is to become of it?").arg(run), QMessageBox::Cancel,
        parent);
    auto text = RunQuestions::tr("In the background it goes on to its end and its report is stored; when "
                                 "Plumbline is opened again on this "
                                 "library, the run is on the Run page. Stopped, it lets its requests finish "
                                 "and stores a report marked "
                                 "partial; then the window closes.");
    if (waiting > 0) {
        text += QLatin1Char(' ')
            + RunQuestions::tr("%n queued run(s) wait until Plumbline is opened again.", nullptr, waiting);
    }
    question.setInformativeText(text);
    auto* goOn
        = question.addButton(RunQuestions::tr("&Keep running in the background"), QMessageBox::AcceptRole);
    auto* stop = question.addButton(RunQuestions::tr("&Stop the run"), QMessageBox::DestructiveRole);
    question.setDefaultButton(goOn);
    auto* remember = new QCheckBox(RunQuestions::tr("Do this &always (Settings change it)"));
    question.setCheckBox(remember);
    question.exec();
    if (question.clickedButton() == goOn)
        return CloseAnswer{CloseWhileRunning::goOn, remember->isChecked()};
    if (question.clickedButton() == stop)
        return CloseAnswer{CloseWhileRunning::stop, remember->isChecked()};
    return std::nullopt;
}

} // namespace plumb::ui
