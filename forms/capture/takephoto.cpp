// SPDX-License-Identifier: Apache-2.0
#include "forms/capture/takephoto.h"

#include "forms/capture/photodialog.h"
#include "forms/common/dialogs.h"
#include "forms/common/office.h"
#include "forms/common/texts.h"

#include <QFutureWatcher>
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
                         auto *watcher = new QFutureWatcher<Outcome<QString>>(parent);
                         QObject::connect(watcher, &QFutureWatcherBase::finished, parent,
                                          [watcher, parent, &dialogs, done, passed] {
                                              watcher->deleteLater();
                                              if (watcher->future().resultCount() == 0)
                                                  return;
                                              const Outcome<QString> name = watcher->result();
                                              if (name)
                                                  done(TakenPhoto{name.value(), passed});
                                              else
                                                  dialogs.tell(parent,
                                                               PhotoDialog::tr("The photo was not saved"),
                                                               failureText(name.error()));
                                          });
                         watcher->setFuture(office.putBlob(jpeg));
                     });
    dialog->open();
    if (!tools.camera) // a file is the only source, so the dialog begins by asking for it
        QTimer::singleShot(0, dialog, &PhotoDialog::chooseFile);
}

} // namespace Loket
