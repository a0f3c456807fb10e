// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rulebook/rulebook.h"

#include <QByteArray>
#include <QStringList>

namespace Loket {

// manifest.json of an edition: {"format": "loket-manifest/1", "tables": {"rates": "1a2b3c 4d5e6f …"}}, for
// each table a digest of its header and of every row in order. It tells rows that were dropped, doubled,
// swapped or changed since the edition was proven, which no rule about rows can tell of a plain list. Remarks
// and the way a cell is quoted don't count.

/// The manifest of the tables in an edition's folder, as it stands on disk now.
QByteArray manifestOf(const QString &editionFolder);

/// Where the folder differs from its manifest.json; none when it has no manifest. `file` is relative to the
/// folder that holds the edition.
/// `onlyTable`: this one alone.
QList<RulebookFault> manifestFaults(const QString &editionFolder, const QString &onlyTable = {});

/// Everything that `rulebook check` proves below `root`: what RulebookLibrary::load does, and the manifests.
/// A file with a faulty row is not compared with its manifest too.
QList<RulebookFault> proveRulebook(const QString &root);

/// The folders of the editions below `root`, or `root` itself where it is one.
QStringList editionFoldersBelow(const QString &root);

} // namespace Loket
