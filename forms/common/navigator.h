// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/domain/case.h"

#include <QString>

#include <functional>

namespace Loket {

class ApplicantScreen;
struct SheetFacts;

/// Ways from page to page. The main window is one; a test hands in its own.
class Navigator
{
public:
    virtual ~Navigator() = default;

    virtual void showSearch() = 0;                      ///< home, cursor in the search field
    virtual void showFamily(const QString &kk) = 0;     ///< the page of one family
    virtual void showSync() = 0;                        ///< where every case is
    virtual void startCase(const QString &service) = 0; ///< a new, empty case in a tab of its own
    /// A new case of a service on a family that is there already; `memberKey` (memberKey(), may be empty)
    /// names the member whom it is about.
    virtual void startCase(const QString &service, const QString &kk, const QString &memberKey = {}) = 0;
    virtual void chooseService() = 0;               ///< the list of all services
    virtual void openCase(const Case &content) = 0; ///< a draft, or a correction already filled in
    /// What the centre sent back, at the field that must change; a conflict on the page where it is decided.
    virtual void correctCase(const QString &caseId) = 0;
    virtual void showConflict(const QString &caseId) = 0; ///< empty: the first that is open
    /// The page of calculations; `name` is chosen (empty: the last one) and its fields hold `input`. `kk` is
    /// the family that a case made from it is about; may be empty.
    virtual void showCalculation(const QString &name, const QJsonObject &input, const QString &kk)
    {
        Q_UNUSED(name)
        Q_UNUSED(input)
        Q_UNUSED(kk)
    }
    virtual void showReceipt(const QString &caseId) = 0;  ///< receipt preview of a saved case
    virtual void showCard(const QString &cardNumber) = 0; ///< card preview of one member
    /// The filled registration form of a case, saved or as it is typed so far.
    virtual void showForm(const Case &content) { Q_UNUSED(content) }
    /// The batch of cards: the one that is not through yet, else these cards to choose from.
    virtual void showCards(const QStringList &cardNumbers) { Q_UNUSED(cardNumbers) }
    virtual void showSheet(const SheetFacts &facts) = 0; ///< preview of a plain sheet
    /// The second monitor, turned to the applicant; null: this program has none.
    virtual ApplicantScreen *applicantScreen() const { return nullptr; }
    /// What the applicant takes home, as a text and a code to photograph: of a saved case, or with an empty
    /// `caseId` of a family.
    virtual void showReady(const QString &caseId, const QString &kk)
    {
        Q_UNUSED(caseId)
        Q_UNUSED(kk)
    }
    virtual void toast(const QString &text) = 0; ///< "Tersimpan"
    /// A message with a way back. `gone` runs when the way back was not taken.
    virtual void toastWithUndo(const QString &text, const QString &undoText, std::function<void()> undo,
                               std::function<void()> gone)
        = 0;
};

} // namespace Loket
