// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/result.h"
#include "model/services/forwardinglookup.h"

#include <QHash>

namespace Loket {

class RulebookLibrary;

/// A case whose pictures and scans were read from files and encoded as they will be kept. In `content` they
/// have their names by content already ("sha256:…").
struct CaseFiles {
    Case content;
    QHash<QString, QByteArray> bytes; ///< by name; JPEG, a signature PNG
};

/// Reads the files that a case names, scans by the rulebook of its day (relative to the folder of `caseFile`,
/// for "-" to the current one). A file that is not there keeps its path, which assess() tells as a problem;
/// one that is no usable picture is an error, one line that names the path.
Result<CaseFiles, QString> readCaseFiles(Case content, const QString &caseFile,
                                         const RulebookLibrary &rulebooks);

/// What a case about to be submitted can know: the store's answers, and the files that come with it.
class CaseFilesLookup final : public ForwardingLookup
{
public:
    /// `store` may be null. Neither is owned.
    CaseFilesLookup(const CaseFiles &files, const CaseLookup *store);
    bool hasBlob(const QString &name) const override;

private:
    const CaseFiles &m_files;
};

} // namespace Loket
