// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/casetab.h"

#include <functional>

class QWidget;

namespace Loket {

struct SheetFacts;

/// Rooms that the main window opens but does not know: handed in by the application.
struct Rooms {
    /// Takes up what an earlier run of the program left at the printers.
    std::function<void(Office &)> begin;
    CaseTabFactory caseTab;
    /// Shows the receipt of a saved case over `parent`.
    std::function<void(const QString &caseId, Office &, Dialogs &, QWidget *parent)> receipt;
    /// Shows the card of one member over `parent`.
    std::function<void(const QString &cardNumber, Office &, Dialogs &, QWidget *parent)> card;
    /// Shows the filled registration form of a case over `parent`, saved or as it is typed so far.
    std::function<void(const Case &content, Office &, Dialogs &, QWidget *parent)> form;
    /// The printers of this workplace, a part of the settings page.
    std::function<QWidget *(Office &, QWidget *parent)> printerSettings;
    /// Shows the batch of cards over `parent`; see Navigator::showCards().
    std::function<void(const QStringList &cardNumbers, Office &, QWidget *parent)> cards;
    /// Shows the message for the applicant over `parent`; see Navigator::showReady().
    std::function<void(const QString &caseId, const QString &kk, Office &, Dialogs &, QWidget *parent)> ready;
    /// Shows a plain sheet over `parent`.
    std::function<void(const SheetFacts &facts, Office &, Dialogs &, QWidget *parent)> sheet;
};

} // namespace Loket
