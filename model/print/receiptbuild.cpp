// SPDX-License-Identifier: Apache-2.0
#include "model/print/receiptbuild.h"

#include "model/domain/casefields.h"
#include "model/print/receiptchanges.h"
#include "model/rulebook/catalogue.h"
#include "model/rulebook/codes.h"
#include "model/rulebook/rulebook.h"

#include <algorithm>

namespace Loket {
namespace ReceiptBuilding {

using namespace Qt::StringLiterals;

static QString relationText(const CaseMember &member, const QString &language)
{
    if (member.relation == u"extra" && !member.kin.isEmpty())
        return codeText(u"kin"_s, member.kin, language);
    return codeText(u"relation"_s, member.relation, language);
}

static const CaseMember *headOf(const CaseFamily &family)
{
    const auto head = std::find_if(family.members.cbegin(), family.members.cend(),
                                   [](const CaseMember &member) { return member.relation == u"head"; });
    if (head != family.members.cend())
        return &*head;
    return family.members.isEmpty() ? nullptr : &family.members.first();
}

static QList<ReceiptMember> members(const CaseRecord &record, const QString &language)
{
    QList<ReceiptMember> list;
    for (const CaseMember &member : record.content.family.members) {
        ReceiptMember line;
        line.name = member.name.simplified().toUpper();
        line.relation = relationText(member, language);
        line.birthDate = QDate::fromString(member.birthDate, Qt::ISODate);
        line.nik = member.nik;
        list.append(line);
    }
    for (const AssignedNumber &number : record.numbers) {
        if (number.member >= 0 && number.member < list.size())
            list[number.member].card = number.card;
    }
    return list;
}

/// Each document once, with the member it belongs to.
static QStringList documents(const Case &content, const QString &language)
{
    QStringList list;
    for (const SeenDocument &document : content.documents) {
        QString text = codeText(u"document"_s, document.code, language);
        if (document.member && *document.member >= 0 && *document.member < content.family.members.size())
            text += u" ("_s + content.family.members[*document.member].name.simplified() + u')';
        if (!list.contains(text))
            list.append(text);
    }
    return list;
}

static QString consentText(const Case &content, const PaperWorld &world)
{
    if (!content.consent || !world.rulebooks)
        return {};
    const Rulebook &rules = world.rulebooks->on(content.date);
    if (!rules.tableNames().contains(u"consent-texts"_s))
        return {};
    const RuleTable &texts = rules.table(u"consent-texts"_s);
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const RuleRow row = texts.row(i);
        if (row.cell(u"version"_s) == content.consent->textVersion)
            return row.cell(world.language == u"en" ? u"textEn"_s : u"textId"_s);
    }
    return {};
}

} // namespace ReceiptBuilding

NumberState numberState(const QList<AssignedNumber> &numbers)
{
    if (numbers.isEmpty())
        return NumberState::None;
    const bool all = std::all_of(numbers.cbegin(), numbers.cend(),
                                 [](const AssignedNumber &number) { return number.state == u"confirmed"; });
    return all ? NumberState::Confirmed : NumberState::Reserved;
}

namespace ReceiptBuilding {

/// What the receipt of a service on a family that is there already takes from that family.
static void takeKnown(ReceiptFacts &facts, const FamilyView &known)
{
    for (const MemberView &member : known.members) {
        if (member.relation == u"head")
            facts.familyName = member.name.simplified().toUpper();
    }
    facts.kk = known.kk;
    if (facts.segment.isEmpty())
        facts.segment = codeText(u"segment"_s, known.segment, facts.language);
    facts.careClass = known.careClass;
    facts.phone = known.phone;
    if (facts.va.isEmpty())
        facts.va = known.va;
}

static void tellChange(ReceiptFacts &facts, const CaseRecord &record, const PaperWorld &world,
                       const std::optional<FamilyView> &known)
{
    const Case &content = record.content;
    const Rulebook *rules = world.rulebooks ? &world.rulebooks->on(content.date) : nullptr;
    const Service *asked = rules ? service(*rules, content.service) : nullptr;
    facts.isChange = asked ? asked->family != u"new" : content.family.members.isEmpty();
    facts.effective = record.assessment.dates.effective;
    facts.until = record.assessment.dates.until;
    facts.instalments = record.assessment.instalments;
    if (!asked)
        return;
    const auto row = rules->table(u"services"_s).byKey(content.service, {}, nullptr);
    const QString name = row ? row->cell(world.language == u"en" ? u"nameEn"_s : u"nameId"_s) : QString();
    if (!name.isEmpty()) // a service that is the edition's own
        facts.service = name;
    facts.advice = world.language == u"en" ? asked->receiptEn : asked->receiptId;
    if (!facts.isChange)
        return;
    facts.changes = receiptChanges(record, *rules, world, known);
    if (!known)
        return;
    takeKnown(facts, *known);
    facts.address = addressText(known->address, world.regions);
    for (const QString &id : asked->fields) {
        const Field *one = field(*rules, id);
        if (one && one->kind == u"member" && facts.person.isEmpty())
            facts.person = printedValue(*one, fieldText(content, one->path), world, known);
    }
}

} // namespace ReceiptBuilding

ReceiptFacts receiptFacts(const CaseRecord &record, const ReceiptStamp &stamp, const PaperWorld &world,
                          const std::optional<FamilyView> &known)
{
    using namespace ReceiptBuilding;
    const Case &content = record.content;
    ReceiptFacts facts;
    facts.language = world.language;
    facts.reference = record.reference;
    facts.service = codeText(u"service"_s, content.service, world.language);
    facts.day = content.date;
    facts.state = record.state;
    facts.reason = record.reason;
    if (const CaseMember *head = headOf(content.family))
        facts.familyName = head->name.simplified().toUpper();
    facts.kk = content.family.kk;
    facts.segment = codeText(u"segment"_s, content.segment, world.language);
    facts.careClass = content.family.careClass;
    facts.address = addressText(content.family.address, world.regions);
    facts.phone = content.family.phone;
    facts.members = members(record, world.language);
    facts.dues = record.assessment.dues;
    facts.payFrom = record.assessment.dates.firstPaymentFrom;
    facts.payUntil = record.assessment.dates.firstPaymentUntil;
    facts.numbers = numberState(record.numbers);
    for (const AssignedNumber &number : record.numbers) {
        if (facts.va.isEmpty())
            facts.va = number.va;
    }
    tellChange(facts, record, world, known);
    facts.documents = documents(content, world.language);
    if (content.consent) {
        facts.consentVersion = content.consent->textVersion;
        facts.consentAt = QDateTime::fromString(content.consent->at, Qt::ISODate);
        facts.consentText = consentText(content, world);
        facts.signature = stamp.signature;
    }
    facts.officer = stamp.officer;
    facts.office = world.office;
    facts.printedAt = world.now;
    facts.copy = stamp.copy;
    facts.trial = world.trial;
    facts.qrText = stamp.qrText;
    return facts;
}

} // namespace Loket
