// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/domain/case.h"
#include "model/services/assessment.h"
#include "model/store/views.h"

namespace Loket {

class RulebookLibrary;
class RegionIndex;
class FacilityIndex;

/// What assess() may ask about the world. The default knows nothing: no family, no duplicate, nothing
/// pending.
class CaseLookup
{
public:
    struct KnownPerson {
        QString name;
        QString kk;
        QString card;
        QString status;
        QString caseId = {}; ///< the waiting case that says so; empty: the centre does
    };
    virtual ~CaseLookup() = default;
    /// Id of another case for this KK that still waits for the centre; empty: none. `exceptCase` is the case
    /// itself.
    virtual QString pendingCase(const QString & /*kk*/, const QString & /*exceptCase*/) const { return {}; }
    /// People already registered under this NIK.
    virtual QList<KnownPerson> peopleWithNik(const QString & /*nik*/) const { return {}; }
    /// Whether a family with this KK is already a participant.
    virtual bool isKnownFamily(const QString & /*kk*/) const { return false; }
    /// The family of this KK, or with this card when `kk` is empty, as it stands on `day`: what the centre
    /// has with the waiting cases laid over it, all but `exceptCases`. None: not known here.
    virtual std::optional<FamilyView> family(const QString & /*kk*/, const QString & /*card*/, QDate /*day*/,
                                             const QStringList & /*exceptCases*/) const
    {
        return std::nullopt;
    }
    /// Whether the picture or scan with this "sha256:…" name is at hand. Unknown counts as yes.
    virtual bool hasBlob(const QString & /*name*/) const { return true; }
};

/// Everything assess() may know. Nothing is owned; regions and facilities may be null (then their checks are
/// left out).
struct Context {
    const RulebookLibrary *rulebooks = nullptr; ///< required
    QDate today;
    const RegionIndex *regions = nullptr;
    const FacilityIndex *facilities = nullptr;
    const CaseLookup *lookup = nullptr;
};

/// Looks at a case and tells everything the screen shows: all problems at once, documents, dues, dates, the
/// decision. Pure: no I/O of its own, never throws, any thread. The same function serves form, console,
/// import and centre.
Assessment assess(const Case &, const Context &);

} // namespace Loket
