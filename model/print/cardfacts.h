// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDate>
#include <QString>

namespace Loket {

/// Everything a card says: the seven data of a participant's identity, and the photo. Made by cardFacts();
/// painted by Card.
struct CardFacts {
    QString language = QStringLiteral("id"); ///< id | en
    QString reference;                       ///< title of file and job
    QString number;                          ///< 13 digits
    QString name;
    QDate birthDate;
    QString address; ///< on one line
    QString nik;     ///< empty: none yet
    QString fktp;    ///< name of the primary-care facility
    int careClass = 0;
    QByteArray photo; ///< JPEG; empty: none
    bool trial = false;
    friend bool operator==(const CardFacts &, const CardFacts &) = default;
};

} // namespace Loket
