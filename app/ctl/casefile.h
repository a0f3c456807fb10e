// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/services/forwardinglookup.h"

#include <QDir>

namespace Loket {

/// What a case file on disk lets one know: whether the pictures and scans that it names are there. Of names
/// like "sha256:…" nothing is known, so they count as there.
class CaseFileLookup final : public ForwardingLookup
{
public:
    /// Paths are relative to the folder of `caseFile`; for "-" to the current folder. `store` may be null; it
    /// is not owned.
    explicit CaseFileLookup(const QString &caseFile, const CaseLookup *store = nullptr);
    bool hasBlob(const QString &name) const override;

private:
    QDir m_folder;
};

} // namespace Loket
