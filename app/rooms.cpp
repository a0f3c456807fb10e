// SPDX-License-Identifier: Apache-2.0
#include "app/rooms.h"

#include "forms/casework/casepagefactory.h"
#include "forms/output/cardbatchdesk.h"
#include "forms/output/openpaper.h"
#include "forms/output/printdesk.h"
#include "forms/output/printersettings.h"
#include "model/ports/printerport.h"
#include "model/print/receiptseal.h"

namespace Loket {

namespace {

/// The way to the printers, kept by the rooms that print.
struct Printing {
    std::shared_ptr<PrinterPort> printers;
    PrintDesk desk;
    CardBatchDesk batch;

    Printing(std::shared_ptr<PrinterPort> port, Preferences &preferences)
        : printers(std::move(port))
        , desk(*printers)
        , batch(*printers, &preferences)
    {
    }
};

} // namespace

Rooms allRooms(Store &store, Preferences &preferences, std::shared_ptr<CameraPort> camera,
               std::shared_ptr<PrinterPort> printers)
{
    const auto printing = std::make_shared<Printing>(std::move(printers), preferences);
    PaperServices papers;
    papers.desk = &printing->desk;
    papers.preferences = &preferences;
    papers.batch = &printing->batch;
    papers.seal
        = [&store](const QString &reference, const CaseId &id) { return sealReceipt(store, reference, id); };

    Rooms rooms;
    CaptureTools tools;
    tools.camera = camera.get();
    tools.preferences = &preferences;
    tools.faces = keptFaceFinder();
    rooms.caseTab = [camera = std::move(camera), factory = casePageFactory(tools)](
                        const Case &content, Office &office, Navigator &navigator, Dialogs &dialogs,
                        QWidget *parent) { return factory(content, office, navigator, dialogs, parent); };
    rooms.receipt
        = [printing, papers](const QString &caseId, Office &office, Dialogs &dialogs, QWidget *parent) {
              openReceipt(caseId, office, dialogs, papers, parent);
          };
    rooms.card
        = [printing, papers](const QString &cardNumber, Office &office, Dialogs &dialogs, QWidget *parent) {
              openCard(cardNumber, office, dialogs, papers, parent);
          };
    rooms.form = [printing, papers](const Case &content, Office &office, Dialogs &dialogs, QWidget *parent) {
        openForm(content, office, dialogs, papers, parent);
    };
    rooms.printerSettings = [printing, papers](Office &office, QWidget *parent) -> QWidget * {
        return new PrinterSettings(office, papers, parent);
    };
    rooms.begin = [printing](Office &office) {
        printing->desk.resume(office);
        printing->batch.resume(office);
    };
    rooms.cards = [printing, papers](const QStringList &cardNumbers, Office &office, QWidget *parent) {
        openCards(cardNumbers, office, papers, parent);
    };
    rooms.ready
        = [printing, papers](const QString &caseId, const QString &kk, Office &office, Dialogs &dialogs,
                             QWidget *parent) { openReady(caseId, kk, office, dialogs, papers, parent); };
    rooms.sheet = [printing, papers](const SheetFacts &facts, Office &office, Dialogs &dialogs,
                                     QWidget *parent) { openSheet(facts, office, dialogs, papers, parent); };
    return rooms;
}

} // namespace Loket
