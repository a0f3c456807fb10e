// SPDX-License-Identifier: Apache-2.0
#include "forms/output/openpaper.h"

#include "forms/output/cardbatch.h"
#include "forms/output/cardbatchdesk.h"
#include "forms/output/carddialog.h"
#include "forms/output/formdialog.h"
#include "forms/output/readydialog.h"
#include "forms/output/receiptdialog.h"
#include "forms/output/sheetdialog.h"

namespace Loket {

static void openPaper(PaperDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void openReceipt(const QString &caseId, Office &office, Dialogs &dialogs, const PaperServices &services,
                 QWidget *parent)
{
    openPaper(new ReceiptDialog(caseId, office, dialogs, services, parent));
}

void openCard(const QString &cardNumber, Office &office, Dialogs &dialogs, const PaperServices &services,
              QWidget *parent)
{
    openPaper(new CardDialog(cardNumber, office, dialogs, services, parent));
}

void openForm(const Case &content, Office &office, Dialogs &dialogs, const PaperServices &services,
              QWidget *parent)
{
    openPaper(new FormDialog(content, office, dialogs, services, parent));
}

void openCards(const QStringList &cardNumbers, Office &office, const PaperServices &services, QWidget *parent)
{
    if (!services.batch)
        return;
    if (!services.batch->resume(office) || services.batch->isThrough())
        services.batch->list(cardNumbers, office);
    auto *dialog = new CardBatch(*services.batch, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void openReady(const QString &caseId, const QString &kk, Office &office, Dialogs &dialogs,
               const PaperServices &services, QWidget *parent)
{
    auto *dialog = new ReadyDialog(caseId, kk, office, dialogs, services, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void openSheet(const SheetFacts &facts, Office &office, Dialogs &dialogs, const PaperServices &services,
               QWidget *parent)
{
    openPaper(new SheetDialog(facts, office, dialogs, services, parent));
}

} // namespace Loket
