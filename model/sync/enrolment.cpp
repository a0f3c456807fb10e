// SPDX-License-Identifier: Apache-2.0
#include "model/sync/enrolment.h"

#include "model/base/clock.h"
#include "model/store/bytestore.h"
#include "model/store/centrestore.h"
#include "model/store/connection.h"
#include "model/store/devicestore.h"
#include "model/store/mirrorload.h"
#include "model/store/store.h"
#include "model/store/transaction.h"
#include "model/store/writer.h"
#include "model/sync/httpcentral.h"
#include "model/vault/box.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

Failure isCounter()
{
    return {FailureKind::BadInput, u"enrol.counter-already: this store is a counter of a centre already"_s};
}

Outcome<CounterIdentity> keptIdentity(Store &store)
{
    return store.writer()
        ->run(Writer::Priority::Save,
              [&store](Connection &connection) -> Outcome<CounterIdentity> {
                  const auto trial = isTrialStore(connection);
                  if (!trial)
                      return fail(trial.error());
                  if (!trial.value())
                      return fail(isCounter());
                  return enrolIdentity(connection, store.clock());
              })
        .result();
}

/// The certificate is the centre's word for who this device is.
Outcome<Nothing> checkCertificate(const Enrolment &enrolment, const QString &device)
{
    const auto content = readSignedText("CERT", enrolment.certificate, enrolment.centreKey);
    if (!content || content->value("device"_L1).toString() != device)
        return fail(
            Failure{FailureKind::BadInput,
                    u"enrol.other-certificate: the centre's answer is not a certificate of this device"_s});
    return Nothing();
}

/// A new file instead of a million deletions.
Outcome<Nothing> forgetTrialFamilies(Store &store)
{
    auto empty = MirrorLoad::begin(store.dir(), store.vfs());
    if (!empty)
        return fail(empty.error());
    if (auto sealed = empty.value()->seal(); !sealed)
        return sealed;
    const auto placed = store.replaceMirror(*empty.value()).result();
    return placed ? Outcome<Nothing>(Nothing()) : fail(placed.error());
}

/// One job of the writer: nothing is saved between the copy and the change.
Outcome<Nothing> change(Store &store, Connection &connection, const Enrolment &enrolment, const Actor &actor)
{
    const auto device = deviceState(connection);
    if (!device)
        return fail(device.error());
    // A copy of a run that was cut is older than the store, which still has everything.
    const QString copy = store.dir() + u"/trial-"_s + device.value().generation;
    if (!QDir(copy).removeRecursively())
        return fail(Failure{FailureKind::Io, u"%1 can't be replaced"_s.arg(copy)});
    if (const auto pictures = store.blobs().copyTo(connection, copy); !pictures)
        return pictures;
    if (const auto copied = connection.backupTo(copy + u"/store.db"_s, store.vfs()); !copied)
        return copied;
    Transaction transaction(connection);
    if (!transaction.begun())
        return transaction.begun();
    if (const auto changed = becomeCounter(connection, enrolment, actor, store.clock()); !changed)
        return changed;
    return transaction.commit();
}

} // namespace

Outcome<EnrolRequest> enrolRequest(Store &store, const QString &code)
{
    const auto identity = keptIdentity(store);
    if (!identity)
        return fail(identity.error());
    const auto key = DeviceKey::fromSeed(identity.value().seed);
    return EnrolRequest{code, identity.value().device, key->publicKey(), BoxKey::of(*key).publicKey(),
                        QStringLiteral(LOKET_VERSION)};
}

Outcome<Enrolment> enrolWith(Store &store, const QString &url, const QByteArray &ca, const QString &code,
                             const Actor &actor, const std::atomic_bool *cancel)
{
    const auto request = enrolRequest(store, code);
    if (!request)
        return fail(request.error());
    const auto identity = keptIdentity(store);
    if (!identity)
        return fail(identity.error());
    CentralAddress address{url, identity.value().device, {}};
    address.line.ca = ca;
    HttpCentral central(address, std::move(*DeviceKey::fromSeed(identity.value().seed)), store.clock(),
                        cancel);
    auto enrolment = central.enrol(request.value());
    if (!enrolment)
        return enrolment;
    if (const auto done = enrolStore(store, enrolment.value(), actor); !done)
        return fail(done.error());
    return enrolment;
}

Outcome<Nothing> enrolStore(Store &store, const Enrolment &enrolment, const Actor &actor)
{
    struct Standing {
        bool isTrial = true;
        QString device;
    };
    const auto standing = store.writer()
                              ->run(Writer::Priority::Save,
                                    [&store](Connection &connection) -> Outcome<Standing> {
                                        const auto trial = isTrialStore(connection);
                                        if (!trial)
                                            return fail(trial.error());
                                        if (trial.value()) {
                                            const auto identity = enrolIdentity(connection, store.clock());
                                            if (!identity)
                                                return fail(identity.error());
                                            return Standing{true, identity.value().device};
                                        }
                                        const auto device = deviceState(connection);
                                        if (!device)
                                            return fail(device.error());
                                        return Standing{false, device.value().id};
                                    })
                              .result();
    if (!standing)
        return fail(standing.error());
    const auto certified = checkCertificate(enrolment, standing.value().device);
    if (!standing.value().isTrial)
        return certified ? Outcome<Nothing>(Nothing()) : Outcome<Nothing>(fail(isCounter()));
    if (!certified)
        return certified;
    if (const auto forgotten = forgetTrialFamilies(store); !forgotten)
        return forgotten;
    return store.writer()
        ->runBare(Writer::Priority::Save,
                  [&](Connection &connection) { return change(store, connection, enrolment, actor); })
        .result();
}

} // namespace Loket
