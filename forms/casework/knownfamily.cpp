// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/knownfamily.h"

#include "forms/common/format.h"
#include "model/domain/case.h"
#include "model/domain/casefields.h"
#include "model/rulebook/rulebook.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

const QString kRevisionPath = u"details.baseRevision"_s;

} // namespace

FamilyNeed familyNeed(const Rulebook &rulebook, const QString &code)
{
    const Service *asked = service(rulebook, code);
    if (!asked || asked->family == u"new")
        return FamilyNeed::New;
    return asked->family == u"existing" ? FamilyNeed::Existing
        : asked->family == u"any"       ? FamilyNeed::Any
                                        : FamilyNeed::None;
}

const Field *memberField(const Rulebook &rulebook, const QString &code)
{
    const Service *asked = service(rulebook, code);
    for (const QString &id : asked ? asked->fields : QStringList()) {
        const Field *one = field(rulebook, id);
        if (one && one->kind == u"member")
            return one;
    }
    return nullptr;
}

const MemberView *knownMember(const FamilyView &family, const QString &key)
{
    for (const MemberView &member : family.members) {
        if (!key.isEmpty() && memberKey(member) == key)
            return &member;
    }
    return nullptr;
}

const MemberView *knownHead(const FamilyView &family)
{
    for (const MemberView &member : family.members) {
        if (member.relation == u"head")
            return &member;
    }
    return nullptr;
}

QString knownMemberName(const FamilyView &family, const QString &key)
{
    const MemberView *member = knownMember(family, key);
    return member ? personName(member->name) : key;
}

QString knownFamilyName(const FamilyView &family)
{
    const MemberView *head = knownHead(family);
    if (!head && !family.members.isEmpty())
        head = &family.members.first();
    return head
        ? QCoreApplication::translate("Loket::KnownFamily", "Family of %1").arg(personName(head->name))
        : QCoreApplication::translate("Loket::KnownFamily", "KK %1").arg(family.kk);
}

void putFamily(Case &content, const Rulebook &rulebook, const FamilyView &family, const QString &key)
{
    const MemberView *head = knownHead(family);
    content.family.kk = family.kk;
    content.family.card = family.kk.isEmpty() && head ? head->card : QString();
    const Service *asked = service(rulebook, content.service);
    if (asked && asked->family == u"existing")
        setFieldText(content, kRevisionPath, QString::number(family.revision));
    for (const QString &id : asked ? asked->fields : QStringList()) {
        const Field *one = field(rulebook, id);
        if (one && one->path == u"segment")
            content.segment = family.segment;
    }
    if (const Field *whom = memberField(rulebook, content.service))
        setFieldText(content, whom->path, knownMember(family, key) ? key : QString());
}

void dropFamily(Case &content, const Rulebook &rulebook)
{
    content.family.kk.clear();
    content.family.card.clear();
    content.segment.clear();
    setFieldText(content, kRevisionPath, {});
    if (const Field *whom = memberField(rulebook, content.service))
        setFieldText(content, whom->path, {});
}

} // namespace Loket
