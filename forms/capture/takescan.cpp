// SPDX-License-Identifier: Apache-2.0
#include "forms/capture/takescan.h"

#include "forms/capture/keepblob.h"
#include "forms/capture/scandialog.h"
#include "forms/capture/scanview.h"
#include "forms/common/dialogs.h"
#include "forms/common/office.h"

#include <QImage>
#include <QTimer>

namespace Loket {

void takeScan(QWidget *parent, Office &office, Dialogs &dialogs, const CaptureTools &tools,
              std::shared_ptr<const ScanReader> reader, const QString &what, const ScanRule &rule,
              std::function<void(const QString &)> done)
{
    auto *dialog = new ScanDialog(dialogs, tools, std::move(reader), what, rule, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &ScanDialog::scanReady, parent,
                     [parent, &office, &dialogs, done = std::move(done)](const QByteArray &jpeg) {
                         keepBlob(parent, office, dialogs, jpeg, ScanDialog::tr("The scan was not saved"),
                                  done);
                     });
    dialog->open();
    if (!dialog->isLive()) // then it begins with a file
        QTimer::singleShot(0, dialog, &ScanDialog::chooseFile);
}

void showScan(QWidget *parent, Office &office, Dialogs &dialogs, const QString &what, const QString &name)
{
    const QImage scan = QImage::fromData(office.blob(name), "jpeg");
    if (scan.isNull()) {
        dialogs.tell(parent, what, ScanDialog::tr("The scan is not at this counter yet."));
        return;
    }
    auto *view = new ScanView(what, scan, parent);
    view->setAttribute(Qt::WA_DeleteOnClose);
    view->open();
}

} // namespace Loket
