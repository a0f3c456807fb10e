// SPDX-License-Identifier: Apache-2.0
#include "app/rooms.h"

#include "app/devices/cupsprinter.h"
#include "forms/casework/casepagefactory.h"
#include "forms/output/openpaper.h"
#include "forms/output/printdesk.h"
#include "model/print/receiptseal.h"

namespace Loket {

namespace {

/// The way to the printers, kept by the rooms that print.
struct Printing {
    CupsPrinter printers;
    PrintDesk desk{printers};
};

} // namespace

Rooms allRooms(Store &store, Preferences &preferences)
{
    const auto printing = std::make_shared<Printing>();
    PaperServices papers;
    papers.desk = &printing->desk;
    papers.preferences = &preferences;
    papers.seal
        = [&store](const QString &reference, const CaseId &id) { return sealReceipt(store, reference, id); };

    Rooms rooms;
    rooms.caseTab = casePageFactory(nullptr);
    rooms.receipt
        = [printing, papers](const QString &caseId, Office &office, Dialogs &dialogs, QWidget *parent) {
              openReceipt(caseId, office, dialogs, papers, parent);
          };
    rooms.card
        = [printing, papers](const QString &cardNumber, Office &office, Dialogs &dialogs, QWidget *parent) {
              openCard(cardNumber, office, dialogs, papers, parent);
          };
    rooms.sheet = [printing, papers](const SheetFacts &facts, Office &office, Dialogs &dialogs,
                                     QWidget *parent) { openSheet(facts, office, dialogs, papers, parent); };
    return rooms;
}

} // namespace Loket
