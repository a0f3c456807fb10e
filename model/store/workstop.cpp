// SPDX-License-Identifier: Apache-2.0
#include "model/store/workstop.h"

#include "model/store/connection.h"
#include "model/store/deviceorders.h"
#include "model/store/syncstate.h"

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

/// Setting: "2022-06-01 1.4.0", the day and the version of which it was said; empty: nothing was said.
constexpr auto kTooOld = "central.too-old-from"_L1;
constexpr auto kVersion = QLatin1StringView(LOKET_VERSION);

/// The gravest of two reasons stays.
void stopFor(WorkState &state, WorkStop stop, const std::optional<KeptOrder> &order = {})
{
    if (stop >= state.stop)
        return;
    state.stop = stop;
    state.since = order ? order->at : QDateTime();
    state.reasonId = order ? order->order.reasonId : QString();
    state.reasonEn = order ? order->order.reasonEn : QString();
}

} // namespace

Outcome<Nothing> putTooOldFrom(Connection &store, const QString &day)
{
    return putStoreSetting(store, kTooOld, day.isEmpty() ? day : day + u' ' + kVersion);
}

Outcome<WorkState> workState(Connection &store, QDate today)
{
    WorkState state;
    const auto tooOld = storeSetting(store, kTooOld);
    if (!tooOld)
        return fail(tooOld.error());
    const QStringList said = tooOld.value().split(u' ');
    if (said.value(1) == kVersion)
        state.tooOldFrom = QDate::fromString(said.first(), Qt::ISODate);
    if (state.tooOldFrom.isValid() && today >= state.tooOldFrom)
        stopFor(state, WorkStop::ProgramTooOld);
    const auto halt = haltingOrder(store);
    if (!halt)
        return fail(halt.error());
    if (halt.value())
        stopFor(state,
                halt.value()->order.kind == DeviceOrder::Kind::Revoke ? WorkStop::Revoked : WorkStop::Frozen,
                halt.value());
    const auto told = storeSetting(store, u"device.state"_s);
    if (!told)
        return fail(told.error());
    if (told.value() == "frozen"_L1)
        stopFor(state, WorkStop::Copied);
    else if (told.value() == "revoked"_L1)
        stopFor(state, WorkStop::Revoked);
    const auto wipe = wipeOrder(store);
    if (!wipe)
        return fail(wipe.error());
    if (wipe.value())
        stopFor(state, WorkStop::Wiping, wipe.value());
    return state;
}

QString problemCode(WorkStop stop)
{
    switch (stop) {
    case WorkStop::Wiping:
        return u"work.wiping"_s;
    case WorkStop::Revoked:
        return u"work.revoked"_s;
    case WorkStop::Copied:
        return u"work.copied"_s;
    case WorkStop::Frozen:
        return u"work.frozen"_s;
    case WorkStop::ProgramTooOld:
        return u"work.program-too-old"_s;
    case WorkStop::None:
        break;
    }
    return {};
}

Problem workProblem(const WorkState &state)
{
    Problem problem;
    problem.code = problemCode(state.stop);
    problem.refuses = true;
    return problem;
}

} // namespace Loket
