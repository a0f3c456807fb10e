// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/output/paperservices.h"

class QWidget;

namespace Loket {

class Dialogs;
class Office;
struct Case;
struct SheetFacts;

/// Shows the receipt of a saved case over `parent`, to print or save.
void openReceipt(const QString &caseId, Office &office, Dialogs &dialogs, const PaperServices &services,
                 QWidget *parent);

/// Shows the card of one participant over `parent`, or why there is none.
void openCard(const QString &cardNumber, Office &office, Dialogs &dialogs, const PaperServices &services,
              QWidget *parent);

/// Shows the filled registration form of a case over `parent`, saved or as it is typed so far.
void openForm(const Case &content, Office &office, Dialogs &dialogs, const PaperServices &services,
              QWidget *parent);

/// Shows the batch of cards over `parent`: the one that is not through yet, else these cards.
void openCards(const QStringList &cardNumbers, Office &office, const PaperServices &services,
               QWidget *parent);

/// Shows the message that the applicant takes home over `parent`: of a saved case, or with an empty `caseId`
/// of a family.
void openReady(const QString &caseId, const QString &kk, Office &office, Dialogs &dialogs,
               const PaperServices &services, QWidget *parent);

/// Shows a plain sheet over `parent`.
void openSheet(const SheetFacts &facts, Office &office, Dialogs &dialogs, const PaperServices &services,
               QWidget *parent);

} // namespace Loket
