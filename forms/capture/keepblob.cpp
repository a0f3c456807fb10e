// SPDX-License-Identifier: Apache-2.0
#include "forms/capture/keepblob.h"

#include "forms/common/dialogs.h"
#include "forms/common/office.h"
#include "forms/common/texts.h"
#include "forms/common/whendone.h"

#include <QWidget>

namespace Loket {

void keepBlob(QWidget *parent, Office &office, Dialogs &dialogs, const QByteArray &bytes,
              const QString &trouble, std::function<void(const QString &)> done)
{
    whenDone(office.putBlob(bytes), parent,
             [parent, &dialogs, trouble, done = std::move(done)](const Outcome<QString> &name) {
                 if (name)
                     done(name.value());
                 else
                     dialogs.tell(parent, trouble, failureText(name.error()));
             });
}

} // namespace Loket
