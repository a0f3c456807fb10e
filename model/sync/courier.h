// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/sync/syncengine.h"

namespace Loket {

/// What a courier takes to the centre: everything that waits, pictures up to `mostPictures` bytes, and the
/// wish for numbers. Nothing changes in the store but the number of the file: what is carried goes over a
/// line too, if one comes first. BadInput: a trial store.
struct CourierExport {
    QByteArray file;
    qint64 number = 0;
    int envelopes = 0;
    int attachments = 0;
};
Outcome<CourierExport> exportCourier(Store &store, qint64 mostPictures = 32 * 1024 * 1024);

struct CourierImport {
    SyncSummary summary;
    bool hasMore = false; ///< the centre had more to tell than one file holds: the next one goes on
};
/// Takes the centre's answer, through the engine, as if it had come over a line; again does no harm.
/// BadInput, with nothing changed: damaged, for another counter, from another centre, or older than one taken
/// before.
Outcome<CourierImport> importCourier(Store &store, const QByteArray &file, const Actor &actor);

} // namespace Loket
