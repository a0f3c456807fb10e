// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/fieldsources.h"

#include "forms/casework/casedraft.h"
#include "forms/casework/issuetext.h"
#include "forms/casework/typedinput.h"
#include "forms/common/format.h"
#include "forms/common/language.h"
#include "forms/common/texts.h"
#include "model/domain/case.h"
#include "model/domain/facilities.h"
#include "model/domain/regions.h"
#include "model/rulebook/codes.h"
#include "model/rulebook/rulebook.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {
constexpr int kOffered = 8;

/// "Kota Adm. Jakarta Selatan" reads better without what kind of area it is.
QString shortArea(const QString &name)
{
    QString text = name;
    for (const QString &word : {u"Kabupaten Administrasi "_s, u"Kota Administrasi "_s, u"Kota Adm. "_s,
                                u"Kab. Adm. "_s, u"Kabupaten "_s, u"Kab. "_s, u"Kota "_s}) {
        if (text.startsWith(word, Qt::CaseInsensitive))
            return text.mid(word.size());
    }
    return text;
}

QString flagWord(bool isYes)
{
    return isYes ? QCoreApplication::translate("Loket::FieldSources", "Yes")
                 : QCoreApplication::translate("Loket::FieldSources", "No");
}

} // namespace

SuggestEdit::Source choiceSource(const QString &kind)
{
    return [kind](const QString &typed) {
        const QString language = currentLanguage();
        const QStringList codes = Typed::choices(kind);
        const QString meant = Typed::choice(kind, typed);
        QList<Suggestion> found;
        for (qsizetype i = 0; i < codes.size(); ++i) {
            const Suggestion suggestion{codes[i], Typed::choiceLabel(kind, codes[i], language),
                                        QString::number(i + 1)};
            if (codes[i] == meant)
                found.prepend(suggestion);
            else if (typed.isEmpty() || suggestion.text.startsWith(typed, Qt::CaseInsensitive))
                found.append(suggestion);
        }
        return found;
    };
}

SuggestEdit::Source codeSource(const QString &kind)
{
    return [kind](const QString &typed) {
        const QString language = currentLanguage();
        const QString wanted = typed.simplified();
        QList<Suggestion> found;
        for (const CodeText &code : allCodes()) {
            if (code.kind != kind)
                continue;
            const QString text = language == u"en" ? code.en : code.id;
            const bool isExact = code.code.compare(wanted, Qt::CaseInsensitive) == 0
                || text.compare(wanted, Qt::CaseInsensitive) == 0;
            // Banks are called by their code.
            const Suggestion suggestion
                = kind == u"bank" ? Suggestion{code.code, code.code, text} : Suggestion{code.code, text, {}};
            if (isExact)
                found.prepend(suggestion);
            else if (wanted.isEmpty() || text.contains(wanted, Qt::CaseInsensitive))
                found.append(suggestion);
        }
        return found;
    };
}

SuggestEdit::Source facilitySource(const CasePort &port)
{
    return [&port](const QString &typed) {
        const FacilityIndex *facilities = port.facilities(); // the list may be renewed while the case is open
        QList<Suggestion> found;
        if (!facilities)
            return found;
        for (const Facility &facility : facilities->find(typed, kOffered))
            found.append({facility.code, facility.name, u"%1 · %2"_s.arg(facility.code, facility.area)});
        return found;
    };
}

SuggestEdit::Source villageSource(const RegionIndex *regions)
{
    return [regions](const QString &typed) {
        QList<Suggestion> found;
        if (!regions || typed.trimmed().size() < 2)
            return found;
        for (const Village &village : regions->find(typed, kOffered))
            found.append({village.code, villageText(regions, village.code), village.province});
        return found;
    };
}

SuggestEdit::Source segmentSource(const Rulebook &rulebook, const Case &content)
{
    QStringList allowed;
    Facts facts = {{u"service"_s, content.service}};
    for (const QString &segment : codesOf(u"segment"_s)) {
        facts.insert(segmentFacts(segment));
        const auto row = rulebook.table(u"service-segments"_s).first(facts, content.date, nullptr);
        if (row && row->flag(u"allowed"_s))
            allowed << segment;
    }
    return [allowed](const QString &typed) {
        QList<Suggestion> found = codeSource(u"segment"_s)(typed);
        found.removeIf(
            [&allowed](const Suggestion &suggestion) { return !allowed.contains(suggestion.value); });
        return found;
    };
}

SuggestEdit::Source classSource()
{
    return [](const QString &typed) {
        QList<Suggestion> found;
        const QString wanted = typed.trimmed().toUpper();
        for (int careClass = 1; careClass <= 3; ++careClass) {
            const QString number = QString::number(careClass);
            const Suggestion suggestion{number, romanClass(careClass), number};
            if (wanted == number || wanted == suggestion.text)
                found.prepend(suggestion);
            else if (wanted.isEmpty() || suggestion.text.startsWith(wanted))
                found.append(suggestion);
        }
        return found;
    };
}

SuggestEdit::Source flagSource()
{
    return [](const QString &typed) {
        QList<Suggestion> found;
        for (const Suggestion &one :
             {Suggestion{u"yes"_s, flagWord(true), u"1"_s}, Suggestion{u"no"_s, flagWord(false), u"2"_s}}) {
            const QString wanted = typed.trimmed();
            if (one.value == Typed::flag(wanted))
                found.prepend(one);
            else if (wanted.isEmpty() || one.text.startsWith(wanted, Qt::CaseInsensitive))
                found.append(one);
        }
        return found;
    };
}

SuggestEdit::Source knownMemberSource(const CaseDraft &draft)
{
    return [&draft](const QString &typed) {
        QList<Suggestion> found;
        if (!draft.known())
            return found;
        const QString wanted = typed.simplified();
        for (const MemberView &member : draft.known()->members) {
            const QString number = QString::number(member.position + 1);
            const QString detail = u"%1 · %2"_s.arg(number, relationText(member.relation, member.kin));
            const Suggestion one{memberKey(member), personName(member.name), detail};
            const bool isMeant = wanted.isEmpty() || one.text.contains(wanted, Qt::CaseInsensitive)
                || (wanted.size() > 3 && (member.nik.contains(wanted) || member.card.contains(wanted)));
            if (wanted == number)
                found.prepend(one);
            else if (isMeant)
                found.append(one);
        }
        return found;
    };
}

QString knownMembersOf(const CaseDraft &draft, const QString &typed)
{
    static const QRegularExpression kNumbers(u"^[0-9](?:[0-9,;|&+ ])*$"_s);
    const bool isNumbers = kNumbers.match(typed.trimmed()).hasMatch();
    static const QRegularExpression kBetweenNumbers(u"[,;|&+ ]+"_s);
    static const QRegularExpression kBetweenNames(u"[,;|&+]+"_s);
    const QStringList parts = typed.split(isNumbers ? kBetweenNumbers : kBetweenNames, Qt::SkipEmptyParts);
    QStringList keys;
    for (const QString &part : parts) {
        const QString wanted = part.simplified();
        QStringList meant;
        for (const MemberView &member : draft.known() ? draft.known()->members : QList<MemberView>()) {
            const bool isNumber = wanted == QString::number(member.position + 1);
            if (isNumber || wanted == memberKey(member) || wanted == member.nik
                || (!isNumbers && personName(member.name).contains(wanted, Qt::CaseInsensitive)))
                meant << memberKey(member);
        }
        if (meant.size() != 1)
            return typed;
        if (!keys.contains(meant.first()))
            keys << meant.first();
    }
    return keys.join(u'|');
}

QString valueText(const Field &field, const QString &value, const CaseDraft &draft)
{
    const QString &kind = field.kind;
    if (value.isEmpty())
        return value;
    if (field.codes == u"class")
        return romanClass(value.toInt());
    if (kind == u"code")
        return codeLabel(field.codes, value);
    if (kind == u"village")
        return villageText(draft.port().regions(), value);
    if (kind == u"date")
        return Typed::shownDate(value);
    if (kind == u"month")
        return Typed::shownMonth(value);
    if (kind == u"flag")
        return value == u"yes" || value == u"no" ? flagWord(value == u"yes") : value;
    if (kind == u"member")
        return draft.known() ? knownMemberName(*draft.known(), value) : value;
    if (kind == u"members") {
        QStringList names;
        for (const QString &key : value.split(u'|'))
            names << (draft.known() ? knownMemberName(*draft.known(), key) : key);
        return names.join(u", "_s);
    }
    if (kind == u"facility") {
        const FacilityIndex *facilities = draft.port().facilities();
        const auto facility = facilities ? facilities->facility(value) : std::nullopt;
        return facility ? facility->name : value;
    }
    bool isNumber = false;
    const qint64 rupiah = kind == u"money" ? value.toLongLong(&isNumber) : 0;
    return isNumber ? moneyText(rupiah) : value;
}

QString villageText(const RegionIndex *regions, const QString &code)
{
    const auto village = regions ? regions->village(code) : std::nullopt;
    if (!village)
        return code;
    return u"%1, %2, %3"_s.arg(village->village, village->district, shortArea(village->regency));
}

} // namespace Loket
