// SPDX-License-Identifier: Apache-2.0
#include "model/rulebook/infospecs.h"

#include "model/rulebook/codes.h"

namespace Loket {

using namespace Qt::StringLiterals;

namespace InfoSpecs {

ColumnSpec text(const QString &name, bool required = true)
{
    return {name, CellKind::Text, {}, required};
}
ColumnSpec number(const QString &name)
{
    return {name, CellKind::Number, {}, true};
}
ColumnSpec flag(const QString &name)
{
    return {name, CellKind::Flag, {}, true};
}
ColumnSpec from()
{
    return {u"from"_s, CellKind::Date, {}};
}
ColumnSpec until()
{
    return {u"until"_s, CellKind::Date, {}};
}
ColumnSpec onCode(const QString &name, const QString &kindOfCode)
{
    return {name, CellKind::CodeCondition, kindOfCode};
}
ColumnSpec documents(const QString &name, bool required)
{
    return {name, CellKind::CodeList, u"document"_s, required};
}
std::pair<QString, QStringList> every(const QString &column, const QString &kindOfCode)
{
    return {column, codesOf(kindOfCode)};
}

/// What a company shows to be registered (handbook p.36).
TableSpec entityKinds()
{
    return {u"entity-kinds"_s,
            Matching::Exclusive,
            {onCode(u"kind"_s, u"entity-kind"_s),
             from(),
             until(),
             documents(u"documents"_s, true),
             {u"npwp"_s, CellKind::Word, u"body|person|either|none"_s, true},
             documents(u"inProcess"_s, false),
             documents(u"renewal"_s, false)},
            {},
            {{every(u"kind"_s, u"entity-kind"_s)}}};
}

/// Days on which an office is closed, Saturdays and Sundays aside.
TableSpec holidays()
{
    return {u"holidays"_s,
            Matching::Keyed,
            {{u"date"_s, CellKind::Date, {}, true},
             text(u"nameId"_s),
             text(u"nameEn"_s),
             {u"kind"_s, CellKind::Word, u"national|collective"_s, true}},
            {u"date"_s},
            {}};
}

/// What is told at the information desk; {name} in a text stands for the value of a parameter.
TableSpec infoTopics()
{
    return {u"info-topics"_s,
            Matching::Keyed,
            {text(u"topic"_s),
             {u"group"_s, CellKind::Code, u"info-group"_s, true},
             from(),
             until(),
             text(u"titleId"_s),
             text(u"titleEn"_s),
             text(u"textId"_s, false),
             text(u"textEn"_s, false)},
            {u"topic"_s},
            {}};
}

/// Assistive devices (handbook p.82-83): the most that is paid, and after how many years again.
TableSpec devices()
{
    return {u"devices"_s,
            Matching::Exclusive,
            {onCode(u"device"_s, u"device"_s),
             onCode(u"class"_s, u"class"_s),
             {u"part"_s, CellKind::WordCondition, u"full|jaw"_s},
             from(),
             until(),
             number(u"most"_s),
             number(u"years"_s),
             text(u"noteId"_s),
             text(u"noteEn"_s)},
            {},
            {{every(u"device"_s, u"device"_s),
              every(u"class"_s, u"class"_s),
              {u"part"_s, {u"full"_s, u"jaw"_s}}}}};
}

/// A numbered list with one text (handbook p.81, p.84-86).
TableSpec numberedList(const QString &name, const QString &cell)
{
    return {name,
            Matching::Keyed,
            {number(u"no"_s), from(), until(), text(cell + u"Id"_s), text(cell + u"En"_s)},
            {u"no"_s},
            {}};
}

/// Where a participant can turn to (handbook p.21-31).
TableSpec channelsInfo()
{
    return {u"channels-info"_s,
            Matching::Keyed,
            {text(u"id"_s),
             {u"channel"_s, CellKind::Code, u"channel"_s},
             from(),
             until(),
             text(u"nameId"_s),
             text(u"nameEn"_s),
             text(u"contact"_s),
             text(u"hoursId"_s),
             text(u"hoursEn"_s),
             text(u"textId"_s),
             text(u"textEn"_s)},
            {u"id"_s},
            {}};
}

/// Whether a card may be printed (handbook p.14-15, p.29, p.31).
TableSpec cardRules()
{
    return {u"card-rules"_s,
            Matching::First,
            {onCode(u"status"_s, u"member-status"_s),
             onCode(u"group"_s, u"segment-group"_s),
             {u"nik"_s, CellKind::WordCondition, u"matched|unmatched"_s},
             from(),
             until(),
             {u"code"_s, CellKind::Code, u"problem"_s},
             flag(u"priority"_s),
             flag(u"reason"_s)},
            {},
            {{every(u"status"_s, u"member-status"_s),
              every(u"group"_s, u"segment-group"_s),
              {u"nik"_s, {u"matched"_s, u"unmatched"_s}}}}};
}

/// What is needed to print a card again: every row that fits, each by any one of its documents.
TableSpec reprintDocuments()
{
    return {u"reprint-documents"_s,
            Matching::All,
            {onCode(u"reason"_s, u"reprint-reason"_s),
             {u"collector"_s, CellKind::WordCondition, u"family|other"_s},
             from(),
             until(),
             documents(u"documents"_s, true)},
            {},
            {}};
}

/// How a document is kept when it is scanned: proportions, colour, longest side and bytes at most.
TableSpec scans()
{
    return {u"scans"_s,
            Matching::First,
            {onCode(u"document"_s, u"document"_s),
             from(),
             until(),
             {u"shape"_s, CellKind::Word, u"card|a4|free"_s, true},
             {u"colour"_s, CellKind::Word, u"colour|grey"_s, true},
             number(u"pixels"_s),
             number(u"bytes"_s)},
            {},
            {{every(u"document"_s, u"document"_s)}}};
}

/// Class of care that is not chosen (Perpres 82/2018).
TableSpec classByWage()
{
    QStringList segments;
    for (const QString &segment : codesOf(u"segment"_s)) {
        const QString group = segment.section(u'.', 0, 0);
        if (group != "PBPU"_L1 && group != "BP-NPN"_L1) // theirs is chosen
            segments += segment;
    }
    const QString ranks = u"I|II|III|IV|none"_s;
    return {u"class-by-wage"_s,
            Matching::First,
            {onCode(u"segment"_s, u"segment"_s),
             {u"rank"_s, CellKind::WordCondition, ranks},
             {u"wage"_s, CellKind::NumberCondition, {}},
             from(),
             until(),
             {u"class"_s, CellKind::Code, u"class"_s, true}},
            {},
            {{{u"segment"_s, segments}, {u"rank"_s, ranks.split(u'|')}}}};
}

} // namespace InfoSpecs

QList<TableSpec> infoTableSpecs()
{
    using namespace InfoSpecs;
    return {entityKinds(),
            holidays(),
            infoTopics(),
            devices(),
            numberedList(u"not-covered"_s, u"text"_s),
            numberedList(u"prb"_s, u"name"_s),
            channelsInfo(),
            cardRules(),
            reprintDocuments(),
            scans(),
            classByWage()};
}

QList<ParameterSpec> infoParameterSpecs()
{
    constexpr auto kNumber = ParameterType::Number;
    const QString days = u"days|working-days"_s;
    return {
        {u"calendar.collective-leave"_s, ParameterType::Flag, {}},
        {u"visits.other-fktp"_s, kNumber, u"count"_s},
        {u"sep.days"_s, kNumber, days},
        {u"executive.most"_s, kNumber, u"rupiah"_s},
        {u"room.days"_s, kNumber, days},
        {u"prb.medicine-days"_s, kNumber, u"days"_s},
        {u"screening.years"_s, kNumber, u"years"_s},
        {u"entity.report-days"_s, kNumber, days},
        {u"conflict.days"_s, kNumber, u"days"_s},
        {u"card.few"_s, kNumber, u"count"_s},
        {u"card.reason-letters"_s, kNumber, u"count"_s},
        {u"card.collect-days"_s, kNumber, u"days"_s},
        {u"unsent.days"_s, kNumber, u"days"_s},
        {u"unsent.cases"_s, kNumber, u"count"_s},
        {u"unsent.warn-percent"_s, kNumber, u"percent"_s},
        {u"unsent.urgent-percent"_s, kNumber, u"percent"_s},
        {u"disk.begin-megabytes"_s, kNumber, u"megabytes"_s},
        {u"purge.days"_s, kNumber, u"days"_s},
        {u"donation.years"_s, kNumber, u"years"_s},
    };
}

} // namespace Loket
