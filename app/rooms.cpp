// SPDX-License-Identifier: Apache-2.0
#include "app/rooms.h"

#include "app/devices/qtprinter.h"
#include "forms/casework/casepagefactory.h"
#include "forms/output/openpaper.h"
#include "model/print/receiptseal.h"

namespace Loket {

Rooms allRooms(Store &store)
{
    const auto printer = std::make_shared<QtPrinter>();
    PaperServices papers;
    papers.printers = printer.get();
    papers.seal
        = [&store](const QString &reference, const CaseId &id) { return sealReceipt(store, reference, id); };

    Rooms rooms;
    rooms.caseTab = casePageFactory(nullptr);
    rooms.receipt
        = [printer, papers](const QString &caseId, Office &office, Dialogs &dialogs, QWidget *parent) {
              openReceipt(caseId, office, dialogs, papers, parent);
          };
    rooms.card
        = [printer, papers](const QString &cardNumber, Office &office, Dialogs &dialogs, QWidget *parent) {
              openCard(cardNumber, office, dialogs, papers, parent);
          };
    rooms.sheet = [printer, papers](const SheetFacts &facts, Office &office, Dialogs &dialogs,
                                    QWidget *parent) { openSheet(facts, office, dialogs, papers, parent); };
    return rooms;
}

} // namespace Loket
