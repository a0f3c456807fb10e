// SPDX-License-Identifier: Apache-2.0
// What is done with a case beside filling it in: put aside, handed over, taken back, corrected, followed by
// the case of a related family.
#include "forms/casework/casepage.h"

#include "forms/casework/casedraft.h"
#include "forms/casework/casesummary.h"
#include "forms/casework/noticebar.h"
#include "forms/casework/opensheet.h"
#include "forms/casework/parkdialog.h"
#include "forms/casework/relatedcase.h"
#include "forms/common/dialogs.h"
#include "forms/common/navigator.h"
#include "forms/common/texts.h"
#include "forms/common/whendone.h"

#include <QAction>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Loket {

void CasePage::makeMore()
{
    auto *menu = new QMenu(m_more);
    menu->setObjectName(u"moreMenu"_s);
    m_park = menu->addAction(QString(), this, &CasePage::park);
    m_handOver = menu->addAction(QString(), this, &CasePage::handOver);
    m_related = menu->addAction(QString(), this, &CasePage::startRelated);
    m_form = menu->addAction(QString(), this, &CasePage::showForm);
    m_park->setObjectName(u"parkCase"_s);
    m_handOver->setObjectName(u"handOverCase"_s);
    m_related->setObjectName(u"startRelated"_s);
    m_form->setObjectName(u"formToSign"_s);
    connect(menu, &QMenu::aboutToShow, this, [this] {
        m_handOver->setEnabled(!m_port->otherOfficers().isEmpty());
        m_form->setVisible(hasForm());
    });
    m_more->setMenu(menu);
}

void CasePage::retranslateMore()
{
    m_more->setText(tr("More"));
    m_more->setToolTip(tr("Put aside, hand over, related family"));
    m_park->setText(tr("Put aside for the back office…"));
    m_handOver->setText(tr("Hand over to another officer…"));
    m_related->setText(tr("Register a related family"));
    m_form->setText(tr("Form (FDIP) to sign") + u"\tCtrl+P"_s);
}

void CasePage::keepThen(std::function<void()> act)
{
    settle();
    m_draft->pauseKeeping([this, act = std::move(act)] {
        whenDone(m_port->saveDraft(m_draft->content()), this, [this, act](const Outcome<QString> &answer) {
            if (answer)
                act();
            else
                failAround(answer.error());
        });
    });
}

void CasePage::failAround(const Failure &failure)
{
    m_draft->resumeKeeping();
    m_notice->say(tr("That did not work. %1 The draft stays as it is.").arg(failureText(failure)),
                  Tone::Danger);
}

/// Somebody is in it, and its service has such a paper.
bool CasePage::hasForm() const
{
    const Case &content = m_draft->content();
    const Service *asked = Loket::service(m_port->rulebook(content.date), content.service);
    return asked && asked->form == u"fdip" && !content.family.members.isEmpty();
}

void CasePage::showForm()
{
    settle(); // what is being typed belongs on it
    m_navigator.showForm(m_draft->content());
}

void CasePage::park()
{
    settle();
    m_draft->assessNow();
    auto *dialog = new ParkDialog(
        m_port->today(), {}, [this](const QString &note, QDate promised) { putAside(note, promised); }, this);
    dialog->open();
}

void CasePage::rulesChanged()
{
    if (m_phase != Phase::Submitted)
        m_draft->assessNow();
}

void CasePage::putAside(const QString &note, QDate promised)
{
    keepThen([this, note, promised] {
        whenDone(m_port->park(caseId(), note, promised), this,
                 [this, note, promised](const Outcome<Nothing> &answer) {
                     if (!answer) {
                         failAround(answer.error());
                         return;
                     }
                     const Case &content = m_draft->content();
                     const SheetFacts sheet = openSheetOf(content, m_draft->assessment(), m_draft->known(),
                                                          m_port->rulebook(content.date), note, promised);
                     Navigator &navigator = m_navigator;
                     Q_EMIT closeRequested();
                     navigator.toast(tr("Put aside. Every officer finds it on the home page."));
                     navigator.showSheet(sheet);
                 });
    });
}

void CasePage::handOver()
{
    Dialogs::ChoiceQuestion question;
    question.title = tr("Hand the draft over");
    question.text = tr("It leaves your list and stands in that of the other officer.");
    question.label = tr("To whom?");
    question.yes = tr("Hand over");
    const QList<Officer> officers = m_port->otherOfficers();
    for (const Officer &officer : officers)
        question.choices << Dialogs::Choice{officer.id, officer.name};
    m_dialogs.choose(this, question, [this, officers](const QString &id) {
        for (const Officer &officer : officers) {
            if (officer.id == id)
                giveTo(officer);
        }
    });
}

void CasePage::giveTo(const Officer &officer)
{
    keepThen([this, officer] {
        whenDone(m_port->handOver(caseId(), officer.id), this,
                 [this, officer](const Outcome<Nothing> &answer) {
                     if (!answer) {
                         failAround(answer.error());
                         return;
                     }
                     Navigator &navigator = m_navigator;
                     Q_EMIT closeRequested();
                     navigator.toast(tr("Handed over to %1.").arg(officer.name));
                 });
    });
}

void CasePage::takeBack()
{
    Dialogs::ReasonQuestion question;
    question.title = tr("Take this case back");
    question.text = tr("Its numbers are spoilt for good and the family is as before. This can't be undone.");
    question.label = tr("Reason");
    question.yes = tr("Take back");
    question.suggestions = {tr("Entered for the wrong family"), tr("The person changed their mind")};
    m_dialogs.reason(this, question, [this](const QString &reason) {
        if (reason.isEmpty())
            return;
        whenDone(m_port->voidCase(caseId(), reason), this, [this](const Outcome<QString> &answer) {
            if (!answer || !answer.value().isEmpty()) {
                m_dialogs.tell(this, tr("Not taken back"),
                               answer ? codeLabel(u"problem"_s, answer.value())
                                      : failureText(answer.error()));
                return;
            }
            if (const auto now = m_port->record(caseId()))
                showSaved(*now);
            m_summary->focusFirst();
            m_navigator.toast(tr("The case is void."));
            Q_EMIT titleChanged();
        });
    });
}

void CasePage::correct()
{
    if (const auto now = m_port->record(caseId()))
        m_navigator.openCase(m_port->correctionOf(*now));
}

void CasePage::startRelated()
{
    settle();
    const Case &content = m_draft->content();
    m_navigator.openCase(relatedCaseOf(content, m_draft->known()));
}

} // namespace Loket
