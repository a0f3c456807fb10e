// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/services/assess.h"

namespace Loket {

/// Asks another lookup, or knows nothing where there is none; who knows something better overrides that
/// question.
class ForwardingLookup : public CaseLookup
{
public:
    /// `other` may be null; it is not owned.
    explicit ForwardingLookup(const CaseLookup *other)
        : m_other(other)
    {
    }
    QString pendingCase(const QString &kk, const QString &exceptCase) const override
    {
        return other().pendingCase(kk, exceptCase);
    }
    QList<KnownPerson> peopleWithNik(const QString &nik) const override { return other().peopleWithNik(nik); }
    bool isKnownFamily(const QString &kk) const override { return other().isKnownFamily(kk); }
    std::optional<FamilyView> family(const QString &kk, const QString &card, QDate day,
                                     const QStringList &exceptCases) const override
    {
        return other().family(kk, card, day, exceptCases);
    }
    bool hasBlob(const QString &name) const override { return other().hasBlob(name); }

protected:
    const CaseLookup &other() const
    {
        static const CaseLookup knowsNothing;
        return m_other ? *m_other : knowsNothing;
    }
    bool hasOther() const { return m_other; }

private:
    const CaseLookup *m_other;
};

} // namespace Loket
