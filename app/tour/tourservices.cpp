// SPDX-License-Identifier: Apache-2.0
// A look at the page of every service, in every language and theme.
#include "app/tour/sampledetails.h"
#include "app/tour/tour.h"
#include "forms/casework/casedraft.h"
#include "forms/casework/casepage.h"
#include "forms/common/office.h"
#include "forms/family/cardwords.h"
#include "forms/shell/casespage.h"
#include "forms/shell/mainwindow.h"
#include "model/rulebook/rulebook.h"
#include "model/services/availability.h"

#include <QApplication>

namespace Loket {

using namespace Qt::StringLiterals;

/// Families of the store, so that for every service one is found for which it is possible today.
Script Tour::chooseFamilies()
{
    constexpr int hits = 30;
    for (const QString &name : {u"siti"_s, u"budi"_s, u"dewi"_s, u"agus"_s, u"sari"_s}) {
        auto asked = m_application->office().search(name, hits);
        const std::function<bool()> isFound = [asked] { return asked.isFinished(); };
        co_await Until(u"families to look at"_s, isFound);
        const Outcome<SearchAnswer> found = asked.result();
        for (const SearchHit &hit : found ? found.value().hits : QList<SearchHit>())
            chooseFor(hit.kk);
    }
}

void Tour::chooseFor(const QString &kk)
{
    Office &office = m_application->office();
    if (m_seenFamilies.contains(kk))
        return;
    m_seenFamilies.insert(kk);
    const auto family = office.family(kk);
    if (!family || !family.value())
        return;
    for (const MemberView &member : family.value()->members) {
        if (cardStandingOf(office.context(), *family.value(), member).refusal.isEmpty())
            m_unprinted += member.card;
    }
    for (const ServiceAvailability &one :
         availability(family.value(), office.channel(), office.today(), office.context())) {
        if (one.answer.state == Possibility::Available && !m_familyFor.contains(one.service))
            m_familyFor.insert(one.service, kk);
    }
}

Script Tour::allServices()
{
    Office &office = m_application->office();
    const Rulebook &rules = office.context().rulebooks->on(office.today());
    const QList<Service> all = services(rules);
    for (const Service &service : all) {
        const QString kk = m_familyFor.value(service.code, m_kk);
        if (service.family == "existing"_L1)
            window().startCase(service.code, kk);
        else
            window().startCase(service.code);
        co_await settle();
        auto *page = qobject_cast<CasePage *>(window().casesPage()->current());
        if (!page)
            throw ScriptError(u"there is no page for "_s + service.code);
        const auto family = office.family(kk);
        const bool isOnKnown = service.family == "existing"_L1 && family;
        const Case sample = sampleCaseOf(rules, service, isOnKnown ? family.value() : std::nullopt,
                                         m_sampleCase, page->draft().content(), office.today());
        window().casesPage()->close(page);
        window().openCase(sample);
        const QString name = u"layanan-"_s + service.code.toLower();
        co_await picture(name);
        m_hand.click(find(u"cancelCase"_s));
        co_await settle();
        window().keepEverything(); // no message over the next picture
        co_await settle();
    }
}

} // namespace Loket
