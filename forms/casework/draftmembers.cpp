// SPDX-License-Identifier: Apache-2.0
// The members of a case being typed: what a new one starts with, what fills itself in, adding, removing,
// moving.
#include "forms/casework/casedraft.h"

#include "forms/casework/memberpath.h"
#include "forms/casework/nikfacts.h"
#include "model/domain/casefields.h"
#include "model/rulebook/catalogue.h"
#include "model/services/knownvalue.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

QString textOfMember(const Case &content, int row, const QString &field)
{
    return fieldText(content, memberPath(row, field));
}

} // namespace

void CaseDraft::fillFromNik(State &state, int row) const
{
    const auto facts = nikFacts(textOfMember(state.content, row, u"nik"_s), m_port.today());
    const auto fill = [&state, row](const QString &field, const QString &value) {
        const QString path = memberPath(row, field);
        const bool isOurs = state.fromNik.contains(path);
        if (!isOurs && (!fieldText(state.content, path).isEmpty() || state.notUnderstood.contains(path)))
            return;
        setFieldText(state.content, path, value);
        if (value.isEmpty())
            state.fromNik.remove(path);
        else
            state.fromNik.insert(path);
    };
    fill(u"birthDate"_s, facts ? facts->birthDate : QString());
    fill(u"sex"_s, facts ? facts->sex : QString());
}

/// What the catalogue fills in: constants now, the head's later.
void CaseDraft::readDefaults()
{
    const QString memberPrefix = u"family.members[]."_s;
    const Rulebook &rulebook = m_port.rulebook(m_state.content.date);
    const Service *asked = service(rulebook, m_state.content.service);
    if (!asked)
        return;
    for (const QString &id : asked->fields) {
        const Field *field = Loket::field(rulebook, id);
        if (!field)
            continue;
        m_fields.insert(field->path, *field);
        // The segment of a family that is there already is its own.
        const bool isOfFamily = field->path == u"segment" && familyNeed() != FamilyNeed::New;
        if (field->defaultFrom.isEmpty() || isOfFamily)
            continue;
        if (field->defaultFrom != u"head") {
            if (fieldText(m_state.content, field->path).isEmpty())
                setFieldText(m_state.content, field->path, field->defaultFrom);
        } else if (field->path.startsWith(memberPrefix)) {
            m_memberDefaults << field->path.mid(memberPrefix.size());
        } else if (field->kind == u"name") {
            m_nameDefaults << field->path;
        }
    }
}

/// What was taken from the head changes with the head wherever nothing else was put in its place.
void CaseDraft::followHead(State &state, const QString &field, const QString &before) const
{
    if (familyNeed() != FamilyNeed::New)
        return;
    const QString now = textOfMember(state.content, 0, field);
    if (field == u"name") {
        for (const QString &path : m_nameDefaults) {
            if (fieldText(state.content, path) == before)
                setFieldText(state.content, path, now);
        }
    }
    // Only the facility: citizenship is a person's own.
    if (field != u"fktp" || !m_memberDefaults.contains(field))
        return;
    for (int row = 1; row < state.content.family.members.size(); ++row) {
        if (textOfMember(state.content, row, field) == before)
            setFieldText(state.content, memberPath(row, field), now);
    }
}

CaseMember CaseDraft::newMember(const Case &content) const
{
    Case made;
    made.family.members = {CaseMember()};
    const bool isFirst = content.family.members.isEmpty();
    const bool isNewFamily = familyNeed() == FamilyNeed::New;
    const MemberView *known = m_known ? knownHead(*m_known) : nullptr;
    const std::optional<MemberView> head = known ? std::optional(*known) : std::nullopt;
    for (const QString &field : m_memberDefaults) {
        const QString path = memberPath(0, field);
        if (!isNewFamily && m_known) // its head is there already
            setFieldText(made, path, knownValue(*m_known, head, u"member."_s + field));
        else if (!isFirst)
            setFieldText(made, path, textOfMember(content, 0, field));
    }
    CaseMember member = made.family.members.first();
    if (isFirst && isNewFamily)
        member.relation = u"head"_s;
    const bool asksCitizenship = m_fields.isEmpty() || m_fields.contains(u"family.members[].citizenship"_s);
    if (member.citizenship.isEmpty() && asksCitizenship)
        member.citizenship = u"WNI"_s;
    return member;
}

void CaseDraft::setMemberText(int row, const QString &field, const QString &text)
{
    State next = m_state;
    const bool isNew = row >= memberCount();
    if (isNew && text.isEmpty())
        return;
    if (isNew) {
        row = memberCount();
        next.content.family.members.append(newMember(next.content));
    }
    putText(next, memberPath(row, field), text);
    push(std::move(next), isNew ? tr("new member") : tr("typing"), memberPath(row, field));
}

void CaseDraft::addMember(const MemberTexts &texts)
{
    pasteMembers(memberCount(), {texts});
}

void CaseDraft::pasteMembers(int row, const QList<MemberTexts> &texts)
{
    State next = m_state;
    for (const MemberTexts &member : texts) {
        if (row >= next.content.family.members.size()) {
            row = int(next.content.family.members.size());
            next.content.family.members.append(newMember(next.content));
        }
        // The NIK goes last: it fills only what the paste left empty.
        for (auto it = member.cbegin(); it != member.cend(); ++it) {
            if (it.key() != u"nik")
                putText(next, memberPath(row, it.key()), it.value());
        }
        if (member.contains(u"nik"_s))
            putText(next, memberPath(row, u"nik"_s), member.value(u"nik"_s));
        ++row;
    }
    endStep();
    push(std::move(next), tr("paste"));
}

void CaseDraft::renumber(State &state, const std::vector<int> &newRows)
{
    QList<SeenDocument> documents;
    for (SeenDocument document : std::as_const(state.content.documents)) {
        if (document.member && size_t(*document.member) < newRows.size()) {
            const int row = newRows[size_t(*document.member)];
            if (row < 0)
                continue;
            document.member = row;
        }
        documents.append(document);
    }
    state.content.documents = documents;

    QList<WarningOverride> overrides;
    for (WarningOverride passed : std::as_const(state.content.overrides)) {
        if (const auto path = MemberPath::moved(passed.path, newRows)) {
            passed.path = *path;
            overrides.append(passed);
        }
    }
    state.content.overrides = overrides;

    QSet<QString> fromNik;
    for (const QString &path : std::as_const(state.fromNik)) {
        if (const auto moved = MemberPath::moved(path, newRows))
            fromNik.insert(*moved);
    }
    state.fromNik = fromNik;

    QHash<QString, QString> notUnderstood;
    for (auto it = state.notUnderstood.cbegin(); it != state.notUnderstood.cend(); ++it) {
        if (const auto moved = MemberPath::moved(it.key(), newRows))
            notUnderstood.insert(*moved, it.value());
    }
    state.notUnderstood = notUnderstood;
}

void CaseDraft::removeMembers(int row, int count)
{
    const int last = std::min(row + count, memberCount());
    if (row < 0 || row >= last)
        return;
    State next = m_state;
    std::vector<int> newRows;
    for (int old = 0; old < memberCount(); ++old)
        newRows.push_back(old < row ? old : old < last ? -1 : old - (last - row));
    next.content.family.members.remove(row, last - row);
    renumber(next, newRows);
    endStep();
    push(std::move(next), tr("removed member"));
}

void CaseDraft::setPhoto(int member, const QString &name, const QList<PassedVerdict> &passed)
{
    if (member < 0 || member >= memberCount())
        return;
    State next = m_state;
    const QString path = memberPath(member, u"photo"_s);
    putText(next, path, name);
    next.content.overrides.removeIf([&path](const WarningOverride &one) { return one.path == path; });
    for (const PassedVerdict &verdict : passed)
        next.content.overrides.append(WarningOverride{verdict.code, path, verdict.reason});
    endStep();
    push(std::move(next), tr("photo"));
}

void CaseDraft::moveMember(int from, int to)
{
    if (from == to || from < 0 || to < 0 || from >= memberCount() || to >= memberCount())
        return;
    State next = m_state;
    next.content.family.members.move(from, to);
    std::vector<int> order;
    for (int old = 0; old < memberCount(); ++old)
        order.push_back(old);
    const int moved = order[size_t(from)];
    order.erase(order.begin() + from);
    order.insert(order.begin() + to, moved);
    std::vector<int> newRows(order.size());
    for (size_t now = 0; now < order.size(); ++now)
        newRows[size_t(order[now])] = int(now);
    renumber(next, newRows);
    endStep();
    push(std::move(next), tr("moved member"));
}

} // namespace Loket
