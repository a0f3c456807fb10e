// SPDX-License-Identifier: Apache-2.0
// The ways from page to page that pages ask for.
#include "forms/shell/mainwindow.h"

#include "forms/calc/calcpage.h"
#include "forms/casework/knownfamily.h"
#include "forms/common/correction.h"
#include "forms/common/office.h"
#include "forms/common/texts.h"
#include "forms/common/toast.h"
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
    if (problem)
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
}

void MainWindow::correctCase(const QString &caseId)
{
    const auto record = m_office.caseById(caseId);
    if (!record || !record.value()) {
        toast(record ? tr("This case is not known at this counter.") : failureText(record.error()));
        return;
    }
    const auto conflicts = m_office.conflicts();
    for (const ConflictView &one : conflicts ? conflicts.value() : QList<ConflictView>()) {
        if (one.record.id.text() == caseId && one.isOpen()) {
            showConflict(caseId);
            return;
        }
    }
    const Case correction = correctionOf(m_office, *record.value());
    if (correction.id.isEmpty() && !mayBegin())
        return;
    openCase(correction);
    const auto delivery = m_office.delivery(caseId);
    const QString reason = record.value()->reason;
    if (CaseTab *tab = m_cases->current(); tab && delivery)
        tab->pointAt(delivery.value().verdictPath,
                     reason.isEmpty() ? QString() : tr("The centre says: %1").arg(reason));
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
    if (m_rooms.receipt)
        m_rooms.receipt(caseId, m_office, m_dialogs, this);
}

void MainWindow::showCard(const QString &cardNumber)
{
    if (m_rooms.card)
        m_rooms.card(cardNumber, m_office, m_dialogs, this);
}

void MainWindow::showCards(const QStringList &cardNumbers)
{
    if (m_rooms.cards)
        m_rooms.cards(cardNumbers, m_office, this);
}

void MainWindow::showSheet(const SheetFacts &facts)
{
    if (m_rooms.sheet)
        m_rooms.sheet(facts, m_office, m_dialogs, this);
}

} // namespace Loket
