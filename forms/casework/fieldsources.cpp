// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/fieldsources.h"

#include "forms/casework/issuetext.h"
#include "forms/casework/typedinput.h"
#include "forms/common/format.h"
#include "forms/common/language.h"
#include "model/domain/case.h"
#include "model/domain/facilities.h"
#include "model/domain/regions.h"
#include "model/rulebook/codes.h"
#include "model/rulebook/rulebook.h"

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

SuggestEdit::Source facilitySource(const FacilityIndex *facilities)
{
    return [facilities](const QString &typed) {
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

QString villageText(const RegionIndex *regions, const QString &code)
{
    const auto village = regions ? regions->village(code) : std::nullopt;
    if (!village)
        return code;
    return u"%1, %2, %3"_s.arg(village->village, village->district, shortArea(village->regency));
}

} // namespace Loket
