// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/tokens.h"
#include "model/base/failure.h"
#include "model/store/views.h"

#include <QString>

namespace Loket {

// Words for what the model says in codes. In the language that is on now.

/// Short text of a code of codes.csv (service, segment, document, channel, relation, …).
QString codeLabel(const QString &kind, const QString &code);

/// A case's state as the office says it: "tersimpan", "menunggu penyelia", …
QString caseStateText(CaseState);
Tone caseStateTone(CaseState);

/// A participant's status: "Aktif", "Menunggu bayar", …
QString memberStatusText(const QString &status);
Tone memberStatusTone(const QString &status);

/// "Kepala", "Suami", "Istri", "Anak", or the kin of an extra member.
QString relationText(const QString &relation, const QString &kin = {});

/// The group of a segment, as lists show it: the code before the dot, spaces for dashes.
QString segmentShort(const QString &segment);

/// What happened and what to do, for a failure of disk, store or network.
QString failureText(const Failure &);

/// The same for support: English, as the log has it. Nothing that an officer has to read.
QString failureDetail(const Failure &);

/// What is meant by a reason that the centre or the engine gave ("device.frozen", or "body.form: which
/// field"), without a full stop; empty: no reason that this program knows.
QString centreReasonText(const QString &reason);

/// Of a case whose content was cleared away here (CaseRecord::isPurged): where it is.
QString purgedText();

/// The sentence for one problem of an assessment, with its facts filled in: "NIK Bima kurang 1 angka (15 dari
/// 16)". `content` gives the names of the members that paths point at.
QString problemText(const Problem &, const Case &content);

/// "Bima" for a path into the members, "anggota ke-3" while it has no name, empty for any other path.
QString memberOfPath(const QString &path, const Case &content);

} // namespace Loket
