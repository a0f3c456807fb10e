// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace Loket {

class Rulebook;

/// One field as the edition describes it (fields.csv). Feeds form builder, reader, importer and receipt.
struct Field {
    QString id;    ///< "member.nik"
    QString path;  ///< in the case: "family.members[].nik"
    QString kind;  ///< text | note | name | nik | kk | card | phone | email | date | month | code | village |
                   ///< facility | postcode | money | number | flag | bank | photo | address | member
                   ///< (memberKey() of one of the known family) | members (several, joined by "|")
    QString codes; ///< kind of codes.csv for a coded field, e.g. "marital"
    QString labelId;
    QString labelEn;
    QString defaultFrom; ///< "head": taken from the head of the family; a constant; or empty
    QString shows;       ///< what is known now and belongs beside it: "member.fktp", "family.class"; or empty
};

/// One service as the edition describes it (services.csv).
struct Service {
    QString code;            ///< "REG-PBPU"
    QString group;           ///< registration | family | member | removal | money | card | information
    QStringList sections;    ///< page sections in reading order: family | members | bank | consent | …
    QStringList fields;      ///< ids of fields the service asks
    QStringList required;    ///< ids of fields that may not be empty
    QStringList conditional; ///< ids of fields that only some of its cases need (conditional-fields.csv)
    bool needsConsent = true;
    QString family;     ///< new | existing | any | none
    QString dues;       ///< none | first-payment | monthly
    QString effective;  ///< none | today | next-month | check
    QStringList checks; ///< formulas of model/services, serviceChecks()
    QString receiptId;  ///< what the receipt tells the person
    QString receiptEn;
    QString form; ///< fdip: what is filled in is a paper to sign; empty: there is none
    QString source;
};

QList<Field> fields(const Rulebook &);
QList<Service> services(const Rulebook &);
/// Null when the edition has no such service. The pointer lives as long as the rulebook.
const Service *service(const Rulebook &, const QString &code);
const Field *field(const Rulebook &, const QString &id);

} // namespace Loket
