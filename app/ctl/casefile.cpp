// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/casefile.h"

#include "model/domain/blobname.h"

#include <QFileInfo>

namespace Loket {

using namespace Qt::StringLiterals;

CaseFileLookup::CaseFileLookup(const QString &caseFile, const CaseLookup *store)
    : ForwardingLookup(store)
    , m_folder(caseFile == "-"_L1 ? QDir::current() : QFileInfo(caseFile).absoluteDir())
{
}

bool CaseFileLookup::hasBlob(const QString &name) const
{
    return isBlobName(name) || QFileInfo(m_folder, name).isFile();
}

} // namespace Loket
