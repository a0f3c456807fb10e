// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/vault/signedtext.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace Loket {

/// What stays of a counter that the centre ordered to delete everything: STOREDIR/wiped.json. As long as it
/// is there no store is opened or made in that folder. It is whole before the first file goes, so that a wipe
/// that was cut goes on with the next start.
struct WipeMark {
    QString device, workstation, office;
    SignedText order; ///< as the centre signed it
    QDateTime at;     ///< UTC; when it was carried out
    QStringList
        sealed;    ///< courier files beside it: what the centre may not have, readable by the centre alone
    int cases = 0; ///< in those files
    SignedText receipt; ///< WIPED, signed by the counter's key before that went
    QString url;        ///< of the centre
    QByteArray ca;      ///< PEM
    QString proxy;
    bool isTold = false; ///< the centre has the receipt
    QString reasonId() const;
    QString reasonEn() const;
    friend bool operator==(const WipeMark &, const WipeMark &) = default;
};

bool isWiped(const QString &dir);
/// Corrupt when it can't be read.
Outcome<WipeMark> readWipeMark(const QString &dir);
/// Whole and on the disk, or not there. Io, Full.
Outcome<Nothing> writeWipeMark(const QString &dir, const WipeMark &mark);
/// A file beside it, on the disk; replaces one of that name. Io, Full.
Outcome<Nothing> writeSealed(const QString &dir, const QString &name, const QByteArray &bytes);

/// Deletes every file of a store in this folder: databases with their copies, pictures, snapshot, marks. The
/// store must be closed. Does what is left to do when it was cut. Io: some could not be deleted.
Outcome<Nothing> deleteStoreFiles(const QString &dir);

} // namespace Loket
