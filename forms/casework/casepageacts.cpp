// SPDX-License-Identifier: Apache-2.0
// What the officer does on the page apart from typing and submitting.
#include "forms/casework/casepage.h"

#include "forms/casework/casedraft.h"
#include "forms/casework/casefield.h"
#include "forms/casework/casesection.h"
#include "forms/casework/consentcard.h"
#include "forms/casework/documentpanel.h"
#include "forms/casework/issuetext.h"
#include "forms/casework/knownfamilycard.h"
#include "forms/casework/membergrid.h"
#include "forms/casework/memberpath.h"
#include "forms/casework/memberscard.h"
#include "forms/casework/noticebar.h"
#include "forms/casework/problempanel.h"
#include "forms/common/correction.h"
#include "forms/common/dialogs.h"
#include "forms/common/format.h"
#include "forms/common/language.h"
#include "forms/common/navigator.h"

#include <QCheckBox>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace Loket {

void CasePage::saveDraft()
{
    settle();
    m_draft->saveNow();
    m_navigator.toast(tr("Draft saved. It is found again on the home page."));
}

void CasePage::giveUp()
{
    settle();
    const Case content = m_draft->content();
    m_draft->saveNow(); // kept until the message is gone
    Navigator *navigator = &m_navigator;
    if (!isPristine() || m_wasKept) {
        navigator->toastWithUndo(
            tr("Draft discarded"), tr("Take back"), [navigator, content] { navigator->openCase(content); },
            m_port->discarder(content.id));
    }
    Q_EMIT closeRequested();
}

void CasePage::nextProblem()
{
    settle();
    m_draft->assessNow();
    if (const Problem *problem = m_problems->next())
        showProblem(*problem);
}

void CasePage::showProblem(const Problem &problem)
{
    const Problem wanted = problem; // the list may change under it
    if (m_family && wanted.path == m_draft->whomPath() && !wanted.path.isEmpty() && m_family->enterMember())
        return;
    if (m_family && (wanted.path == u"family.kk" || wanted.path == u"family.card" || wanted.path == u"family")
        && m_family->enterFamily())
        return;
    if (const auto place = MemberPath::parse(wanted.path)) {
        if (place->field == u"photo" || place->field == u"photoWaived")
            m_documents->focusFirstOpen();
        else if (m_members)
            m_members->showField(place->row, place->field);
        return;
    }
    if (wanted.path == u"family.members" && m_members) {
        m_members->grid().setFocus(Qt::TabFocusReason);
        return;
    }
    if (wanted.path.startsWith(u"consent"_s) && m_consent) {
        m_consent->box()->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (wanted.path.startsWith(u"documents"_s)) {
        m_documents->focusFirstOpen();
        return;
    }
    for (CaseSection *section : m_sections + m_aboutSections) {
        if (CaseField *field = section->field(wanted.path)) {
            if (m_aboutSections.contains(section)) {
                for (CaseSection *about : m_aboutSections)
                    about->show();
            }
            field->enter();
            return;
        }
    }
}

void CasePage::tellReturned(const ReturnedCase &returned)
{
    if (m_phase != Phase::Typing)
        return;
    if (!returned.words.isEmpty())
        m_notice->say(tr("The centre says: %1").arg(returned.words), Tone::Warning);
    if (returned.path.isEmpty())
        return;
    m_draft->setReturned(returned);
    Problem place;
    place.path = returned.path;
    showProblem(place);
}

void CasePage::photo()
{
    settle();
    const QList<CaseMember> &members = m_draft->content().family.members;
    const auto needsPhoto = [&members](int row) {
        return row >= 0 && row < members.size() && members[row].photo.isEmpty()
            && members[row].photoWaived.isEmpty();
    };
    int row = m_members ? m_members->grid().currentIndex().row() : -1;
    // The member at hand; once that one has a photo, the next who has none.
    for (int i = 0; !needsPhoto(row) && i < members.size(); ++i) {
        if (needsPhoto(i))
            row = i;
    }
    if (row >= 0 && row < members.size())
        takePhoto(row);
}

void CasePage::takePhoto(int member)
{
    if (m_phase != Phase::Typing || member >= m_draft->memberCount())
        return;
    QPointer<CasePage> page = this;
    const QString who = m_draft->content().family.members[member].name;
    m_port->takePhoto(this, who.isEmpty() ? memberCallName(m_draft->content(), member) : who,
                      [page, member](const TakenPhoto &photo) {
                          if (!page || member >= page->m_draft->memberCount())
                              return;
                          page->m_draft->setPhoto(member, photo.name, photo.passed);
                      });
}

void CasePage::takeSignature(const QString &statement)
{
    if (m_phase != Phase::Typing)
        return;
    const Applicant &applicant = m_draft->content().applicant;
    const QString who = applicant.kind == u"proxy" ? applicant.name : facts().subject;
    m_port->takeSignature(this, personName(who), statement,
                          [page = QPointer<CasePage>(this)](const QString &name) {
                              if (page && page->m_phase == Phase::Typing)
                                  page->m_consent->setSignature(name);
                          });
}

ApplicantFacts CasePage::applicantFacts() const
{
    return m_phase != Phase::Typing || isPristine() ? ApplicantFacts() : facts();
}

ApplicantFacts CasePage::facts() const
{
    PaperWorld world;
    world.regions = m_port->regions();
    world.facilities = m_port->facilities();
    world.language = currentLanguage();
    const Case &content = m_draft->content();
    return Loket::applicantFacts(content, m_draft->assessment(), m_port->rulebook(content.date), world,
                                 m_draft->known());
}

} // namespace Loket
