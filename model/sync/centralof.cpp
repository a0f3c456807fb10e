// SPDX-License-Identifier: Apache-2.0
#include "model/sync/centralof.h"

#include "model/store/centrestore.h"
#include "model/store/connection.h"
#include "model/store/store.h"
#include "model/store/writer.h"
#include "model/sync/httpcentral.h"
#include "model/sync/trialcentre.h"

using namespace Qt::StringLiterals;

namespace Loket {

Outcome<std::unique_ptr<CentralPort>> centralOf(Store &store, const Context &context,
                                                const std::atomic_bool *cancel, const QString &url)
{
    const auto access = store.writer()
                            ->run(Writer::Priority::Save,
                                  [](Connection &connection) -> Outcome<std::optional<CentreAccess>> {
                                      const auto trial = isTrialStore(connection);
                                      if (!trial)
                                          return fail(trial.error());
                                      if (trial.value())
                                          return std::optional<CentreAccess>();
                                      const auto found = centreAccess(connection);
                                      if (!found)
                                          return fail(found.error());
                                      return std::optional(found.value());
                                  })
                            .result();
    if (!access)
        return fail(access.error());
    if (!access.value()) {
        if (!url.isEmpty())
            return fail(Failure{FailureKind::BadInput,
                                u"centre.built-in: this is a trial store, its centre is built in"_s});
        auto trial = TrialCentre::open(store, context);
        if (!trial)
            return fail(trial.error());
        return std::unique_ptr<CentralPort>(trial.take());
    }
    const CentreAccess &known = *access.value();
    auto key = DeviceKey::fromSeed(known.seed);
    if (!key)
        return fail(Failure{FailureKind::Corrupt, u"the device key can't be read"_s});
    CentralAddress address{url.isEmpty() ? known.url : url, known.device, {}};
    address.line.ca = known.ca;
    address.line.proxy = known.proxy;
    address.line.knownTime = known.knownTime;
    return std::unique_ptr<CentralPort>(
        std::make_unique<HttpCentral>(address, std::move(*key), store.clock(), cancel));
}

} // namespace Loket
