// SPDX-License-Identifier: Apache-2.0
#include "forms/capture/takesignature.h"

#include "forms/capture/signaturedialog.h"
#include "forms/common/dialogs.h"
#include "forms/common/office.h"
#include "forms/common/texts.h"
#include "forms/common/whendone.h"

namespace Loket {

void takeSignature(QWidget *parent, Office &office, Dialogs &dialogs, ApplicantScreen *screen,
                   const QString &who, const QString &statement, std::function<void(const QString &)> done)
{
    auto *dialog = new SignatureDialog(who, statement, screen, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(
        dialog, &SignatureDialog::signatureReady, parent,
        [parent, &office, &dialogs, done = std::move(done)](const QByteArray &png) {
            whenDone(office.putBlob(png), parent, [parent, &dialogs, done](const Outcome<QString> &name) {
                if (name)
                    done(name.value());
                else
                    dialogs.tell(parent, SignatureDialog::tr("The signature was not saved"),
                                 failureText(name.error()));
            });
        });
    dialog->open();
}

} // namespace Loket
