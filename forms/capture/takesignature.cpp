// SPDX-License-Identifier: Apache-2.0
#include "forms/capture/takesignature.h"

#include "forms/capture/keepblob.h"
#include "forms/capture/signaturedialog.h"

namespace Loket {

void takeSignature(QWidget *parent, Office &office, Dialogs &dialogs, ApplicantScreen *screen,
                   const QString &who, const QString &statement, std::function<void(const QString &)> done)
{
    auto *dialog = new SignatureDialog(who, statement, screen, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &SignatureDialog::signatureReady, parent,
                     [parent, &office, &dialogs, done = std::move(done)](const QByteArray &png) {
                         keepBlob(parent, office, dialogs, png,
                                  SignatureDialog::tr("The signature was not saved"), done);
                     });
    dialog->open();
}

} // namespace Loket
