// SPDX-License-Identifier: Apache-2.0
#include "forms/common/comeback.h"

#include <QApplication>
#include <QDialog>

namespace Loket {

void comeBackAfter(QDialog *dialog)
{
    if (!dialog->parentWidget())
        return;
    QWidget *behind = dialog->parentWidget()->window();
    QObject::connect(dialog, &QDialog::finished, behind, [behind] {
        if (!QApplication::activeModalWidget())
            behind->activateWindow();
    });
}

} // namespace Loket
