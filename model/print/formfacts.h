// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/services/assessment.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace Loket {

struct FormMember {
    QString name;
    QString nik;      ///< or KITAS/KITAP; empty: none yet
    QString relation; ///< in words, like all that follows
    QString birthPlace;
    QDate birthDate;
    QString sex;
    QString marital;
    QString citizenship;
    QString passport;
    QString fktp;
    QString dentist;
    QString npwp;
    QString insurance;
    QString noPhoto; ///< the reason; empty: there is a photo, or none is needed yet
    bool hasPhoto = false;
    friend bool operator==(const FormMember &, const FormMember &) = default;
};

/// Everything the filled registration form (FDIP) of one family says, in words. Made by formFacts().
struct FormFacts {
    QString language = QStringLiteral("id"); ///< id | en
    QString reference;                       ///< of the case; empty: it is not submitted yet
    QString service;
    QDate day;
    QString kk;
    QString segment;
    int careClass = 0;
    QString address;        ///< as on the KTP
    QString billingAddress; ///< empty: the same
    QString phone;
    QString email;
    QString bank; ///< "BRI 002301012345501 a.n. SARI DEWI"
    QList<FormMember> members;
    std::optional<DuesSum> dues;
    QDate payFrom;
    QDate payUntil;
    QString statement;        ///< what the applicant signs; empty: the text is not known here
    QString statementVersion; ///< of the statement
    QString applicant;        ///< who signs
    QString applicantNik;     ///< of a proxy; empty: the applicant is a member
    QByteArray signature;     ///< PNG; empty: signed on paper
    QString office;
    QString officer;
    QDateTime printedAt;
    bool trial = false;
    friend bool operator==(const FormFacts &, const FormFacts &) = default;
};

} // namespace Loket
