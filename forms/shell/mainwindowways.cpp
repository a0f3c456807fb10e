// SPDX-License-Identifier: Apache-2.0
// The ways from page to page that pages ask for.
#include "forms/shell/mainwindow.h"

#include "forms/calc/calcpage.h"
#include "forms/casework/knownfamily.h"
#include "forms/common/correction.h"
#include "forms/common/dialogs.h"
#include "forms/common/format.h"
#include "forms/common/office.h"
#include "forms/common/texts.h"
#include "forms/common/toast.h"
#include "forms/common/whendone.h"
#include "forms/common/worktexts.h"
#include "forms/family/familypage.h"
#include "forms/find/searchfield.h"
#include "forms/find/servicechooser.h"
#include "forms/shell/casespage.h"
#include "forms/shell/enroldialog.h"
#include "forms/shell/header.h"
#include "forms/sync/conflictpage.h"
#include "model/rulebook/rulebook.h"

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

void MainWindow::showFamily(const QString &kk)
{
    if (!m_family->open(kk)) {
        toast(m_family->failure());
        return;
    }
    m_header->search()->clear();
    bring(Place::Search, m_family);
    m_family->cameToFront();
}

void MainWindow::showSync()
{
    go(Place::Sync);
}

void MainWindow::startCase(const QString &service)
{
    Case fresh;
    fresh.service = service;
    fresh.date = m_office.today();
    fresh.channel = m_office.channel();
    if (service == "REG-PBPU"_L1)
        fresh.segment = u"PBPU.MANDIRI"_s;
    openCase(fresh);
}

void MainWindow::startCase(const QString &service, const QString &kk, const QString &memberKey)
{
    const auto answer = m_office.family(kk);
    if (!answer || !answer.value()) {
        toast(answer ? tr("The family of KK %1 is not known at this counter.").arg(kk)
                     : failureText(answer.error()));
        return;
    }
    Case fresh;
    fresh.service = service;
    fresh.date = m_office.today();
    fresh.channel = m_office.channel();
    putFamily(fresh, m_office.context().rulebooks->on(fresh.date), asOf(*answer.value(), fresh.date),
              memberKey);
    openCase(fresh);
}

void MainWindow::chooseService()
{
    const QString kk = showsFamily() ? m_family->family().kk : QString();
    (new ServiceChooser(m_office, *this, kk, this))->open();
}

bool MainWindow::mayBegin()
{
    const auto problem = m_office.beginProblem();
    if (const WorkState work = m_office.status().work; !work.mayBegin())
        toast(workSentence(work)); // the home page says it too, as long as it lasts
    else if (problem)
        m_dialogs.tell(
            this, tr("No new case can be begun"),
            tr("%1. Drafts can be kept and everything else goes on.").arg(problemText(*problem, {})));
    return !problem;
}

void MainWindow::openCase(const Case &content)
{
    // What has an id was begun before, and goes on.
    if (!m_rooms.caseTab || (content.id.isEmpty() && !mayBegin()))
        return;
    m_header->search()->clear();
    m_cases->open(content);
    go(Place::Cases);
    if (content.corrects.isEmpty())
        return;
    if (const auto returned = returnedCase(m_office, content.corrects); returned && m_cases->current())
        m_cases->current()->tellReturned(*returned);
}

void MainWindow::correctCase(const QString &caseId)
{
    const auto record = m_office.caseById(caseId);
    if (!record || !record.value()) {
        toast(record ? tr("This case is not known at this counter.") : failureText(record.error()));
        return;
    }
    if (record.value()->isPurged) {
        toast(purgedText());
        return;
    }
    const auto conflicts = m_office.conflicts();
    for (const ConflictView &one : conflicts ? conflicts.value() : QList<ConflictView>()) {
        if (one.record.id.text() == caseId && one.isOpen()) {
            showConflict(caseId);
            return;
        }
    }
    if (record.value()->state == CaseState::Rejected)
        askAboutRejected(*record.value());
    else
        openCase(correctionOf(m_office, *record.value()));
}

/// A rejection may be no matter of one field: the officer sees why, and chooses what is possible.
void MainWindow::askAboutRejected(const CaseRecord &record)
{
    const auto returned = returnedCase(m_office, record.id.text());
    const QString kk = record.content.family.kk;
    const auto family = m_office.family(kk);
    Dialogs::ChoiceQuestion question;
    question.title = tr("Rejected by the centre");
    question.text = tr("%1: %2.", "family, why")
                        .arg(familyTitle(record.content), returned ? returned->words : record.reason);
    question.label = tr("What is to be done?");
    question.yes = tr("Go on");
    question.choices = {{u"correct"_s, tr("Correct it and submit it again")}};
    if (family && family.value())
        question.choices += {u"family"_s, tr("Open the family, to use another service")};
    question.choices += {u"letGo"_s, tr("Let it go: nothing is registered")};
    m_dialogs.choose(this, question, [this, record, kk](const QString &choice) {
        if (choice == "correct"_L1)
            openCase(correctionOf(m_office, record));
        else if (choice == "family"_L1)
            showFamily(kk);
        else if (choice == "letGo"_L1)
            letGo(record);
    });
}

/// The case that was sent back becomes void: it waits for nobody any more.
void MainWindow::letGo(const CaseRecord &record)
{
    Dialogs::ReasonQuestion question;
    question.title = tr("Let this case go");
    question.text
        = tr("Its numbers are spoilt for good and it leaves the follow-up list. This can't be undone.");
    question.label = tr("Reason");
    question.yes = tr("Let it go");
    question.suggestions = {tr("Registered already"), tr("The person changed their mind")};
    m_dialogs.reason(this, question, [this, id = record.id.text()](const QString &reason) {
        if (reason.isEmpty())
            return;
        whenDone(m_office.voidCase(id, reason), this, [this](const Outcome<QString> &answer) {
            toast(!answer                        ? failureText(answer.error())
                      : answer.value().isEmpty() ? tr("The case is void.")
                                                 : codeLabel(u"problem"_s, answer.value()));
        });
    });
}

void MainWindow::showConflict(const QString &caseId)
{
    m_conflict->choose(caseId);
    bring(Place::Sync, m_conflict);
    m_conflict->cameToFront();
}

/// Only words at the lower edge: whoever types goes on typing. The case itself stands in the follow-up list.
void MainWindow::tellVerdicts(const QList<CaseRecord> &cases)
{
    if (cases.isEmpty() || m_toast->canUndo())
        return;
    if (cases.size() == 1) {
        const CaseRecord &one = cases.first();
        const QString state = caseStateText(one.state);
        toast(needsAction(one.state)
                  ? tr("%1: %2. It stands in the follow-up list.").arg(familyTitle(one.content), state)
                  : tr("%1: %2").arg(familyTitle(one.content), state));
        return;
    }
    const auto returned = std::count_if(cases.cbegin(), cases.cend(),
                                        [](const CaseRecord &one) { return needsAction(one.state); });
    const QString all = tr("The centre decided on %n of your cases", nullptr, int(cases.size()));
    toast(returned > 0 ? tr("%1; %n to look after", nullptr, int(returned)).arg(all) : all);
}

/// Nothing that is typed is touched: a case keeps being judged by the edition of its own date.
void MainWindow::takeRules(const QStringList &editions)
{
    m_cases->rulesChanged();
    QStringList told;
    for (const Rulebook &one : m_office.context().rulebooks->editions()) {
        if (editions.contains(one.id()))
            told += tr("Rulebook %1 applies from %2.").arg(one.id(), longDateText(one.effectiveFrom()));
    }
    if (!told.isEmpty() && !m_toast->canUndo())
        toast(told.join(u' '));
}

void MainWindow::enrol()
{
    // What is open belongs to the trial store: it is kept there, and nothing of it is saved into the real
    // one.
    keepEverything();
    m_cases->closeAll();
    auto *dialog = new EnrolDialog(m_office, m_dialogs, this);
    connect(dialog, &EnrolDialog::done, this, [this] {
        showSearch();
        toast(tr("This counter belongs to %1 now.").arg(m_office.status().office));
    });
    dialog->open();
}

void MainWindow::showCalculation(const QString &name, const QJsonObject &input, const QString &kk)
{
    m_calc->openWith(name, input, kk);
    go(Place::Calc);
}

void MainWindow::showReceipt(const QString &caseId)
{
    const auto record = m_office.caseById(caseId);
    if (record && record.value() && record.value()->isPurged) {
        toast(purgedText());
        return;
    }
    if (m_rooms.receipt)
        m_rooms.receipt(caseId, m_office, m_dialogs, this);
}

void MainWindow::showCard(const QString &cardNumber)
{
    if (m_rooms.card)
        m_rooms.card(cardNumber, m_office, m_dialogs, this);
}

void MainWindow::showForm(const Case &content)
{
    if (m_rooms.form)
        m_rooms.form(content, m_office, m_dialogs, this);
}

void MainWindow::showCards(const QStringList &cardNumbers)
{
    if (m_rooms.cards)
        m_rooms.cards(cardNumbers, m_office, this);
}

void MainWindow::showReady(const QString &caseId, const QString &kk)
{
    if (m_rooms.ready)
        m_rooms.ready(caseId, kk, m_office, m_dialogs, this);
}

void MainWindow::showSheet(const SheetFacts &facts)
{
    if (m_rooms.sheet)
        m_rooms.sheet(facts, m_office, m_dialogs, this);
}

} // namespace Loket
