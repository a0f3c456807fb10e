// SPDX-License-Identifier: Apache-2.0
#include "forms/capture/takephoto.h"

#include "forms/capture/keepblob.h"
#include "forms/capture/photodialog.h"

#include <QTimer>

namespace Loket {

void takePhoto(QWidget *parent, Office &office, Dialogs &dialogs, const CaptureTools &tools,
               const QString &who, std::function<void(const TakenPhoto &)> done)
{
    auto *dialog = new PhotoDialog(dialogs, tools, who, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &PhotoDialog::photoReady, parent,
                     [parent, &office, &dialogs, done = std::move(done)](const QByteArray &jpeg,
                                                                         const QList<PassedVerdict> &passed) {
                         keepBlob(parent, office, dialogs, jpeg, PhotoDialog::tr("The photo was not saved"),
                                  [done, passed](const QString &name) {
                                      done(TakenPhoto{name, passed});
                                  });
                     });
    dialog->open();
    if (!tools.camera) // a file is the only source, so the dialog begins by asking for it
        QTimer::singleShot(0, dialog, &PhotoDialog::chooseFile);
}

} // namespace Loket
