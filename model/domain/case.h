// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace Loket {

// A case as it was typed. Nothing in here is checked: assess() looks at it after every keystroke and says
// what is wrong. Text fields hold exactly what the officer typed (an empty string: nothing yet). Dates are
// ISO (yyyy-mm-dd) once the editor understood them, else the typed text. Coded fields (relation, sex, …) hold
// the words of the case format or "".

struct Address {
    QString line;
    QString rt;      ///< three digits
    QString rw;      ///< three digits
    QString village; ///< dotted code, "31.74.01.1001"
    QString postcode;
    bool isEmpty() const { return *this == Address{}; }
    friend bool operator==(const Address &, const Address &) = default;
};

struct BankAccount {
    QString code; ///< "BRI"
    QString account;
    QString holder;
    bool isEmpty() const { return *this == BankAccount{}; }
    friend bool operator==(const BankAccount &, const BankAccount &) = default;
};

struct CaseMember {
    QString relation; ///< head | husband | wife | child | extra
    QString kin;      ///< of an extra: father | mother | father-in-law | mother-in-law | …
    QString nik;      ///< NIK, or KITAS/KITAP number of a WNA; empty: none
    QString name;
    QString birthPlace;
    QString birthDate;
    QString sex;         ///< L | P
    QString marital;     ///< single | married | divorced | widowed
    QString citizenship; ///< WNI | WNA
    QString passport;    ///< WNA only
    QString workMonths;  ///< WNA only: months worked or to be worked here
    QString fktp;        ///< primary-care facility code
    QString dentist;
    QString npwp;
    QString insurance;
    QString photo;       ///< "sha256:<64 hex>", a path relative to the case file, or empty
    QString photoWaived; ///< the reason why there is no photo; empty: not waived
    friend bool operator==(const CaseMember &, const CaseMember &) = default;
};

struct CaseFamily {
    QString kk;
    QString card;      ///< names an existing family by a member's card
    int careClass = 0; ///< 1, 2, 3; 0: not chosen
    QString phone;
    QString email;
    Address address;                       ///< as on the KTP
    std::optional<Address> billingAddress; ///< none: the same
    BankAccount bank;
    QList<CaseMember> members;
    friend bool operator==(const CaseFamily &, const CaseFamily &) = default;
};

struct Applicant {
    QString kind = QStringLiteral("member"); ///< member | proxy
    QString name;                            ///< of a proxy
    QString nik;                             ///< of a proxy
    friend bool operator==(const Applicant &, const Applicant &) = default;
};

/// A document that was seen at the counter. `file` names a scan.
struct SeenDocument {
    QString code;
    std::optional<int> member; ///< index into members; none: of the whole family
    QString file;
    friend bool operator==(const SeenDocument &, const SeenDocument &) = default;
};

struct Consent {
    QString at; ///< ISO date and time with offset
    QString textVersion;
    QString signature = {}; ///< "sha256:<64 hex>" of the PNG of what the applicant drew, a path, or empty
    friend bool operator==(const Consent &, const Consent &) = default;
};

/// The officer saw a warning and goes on, for this reason.
struct WarningOverride {
    QString code;
    QString path;
    QString reason;
    friend bool operator==(const WarningOverride &, const WarningOverride &) = default;
};

struct Case {
    QString id;       ///< UUIDv7 text; empty: made when it is saved
    QString corrects; ///< id of an earlier case; empty: none
    QString service;  ///< "REG-PBPU"
    QDate date;       ///< the day at the counter
    QString channel;  ///< KC | KLOK | MPP | MCS | PANDAWA | CARE165
    QString segment;  ///< "PBPU.MANDIRI"
    Applicant applicant;
    CaseFamily family;
    QList<SeenDocument> documents;
    std::optional<Consent> consent;
    QList<WarningOverride> overrides;
    QJsonObject details; ///< what only this service asks
    friend bool operator==(const Case &, const Case &) = default;
};

} // namespace Loket
