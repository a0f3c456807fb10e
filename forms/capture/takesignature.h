// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace Loket {

class ApplicantScreen;
class Dialogs;
class Office;

/// Lets `who` sign `statement`, on the applicant's screen where there is one, and keeps it in the blob store;
/// `done` gets its "sha256:…" name, or is never called when the officer gave up. Nothing blocks; the dialog
/// is gone with `parent`.
void takeSignature(QWidget *parent, Office &office, Dialogs &dialogs, ApplicantScreen *screen,
                   const QString &who, const QString &statement,
                   std::function<void(const QString &name)> done);

} // namespace Loket
