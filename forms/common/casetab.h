// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/applicant/applicantfacts.h"
#include "forms/common/page.h"
#include "model/domain/case.h"

#include <functional>

namespace Loket {

class Dialogs;
class Navigator;
class Office;
struct ReturnedCase;

/// An open case in the main window; several may be open. The case page (forms/casework) is one.
class CaseTab : public Page
{
    Q_OBJECT

public:
    using Page::Page;

    virtual QString caseId() const = 0;   ///< never empty: made when the tab is
    virtual QString service() const = 0;  ///< "REG-PBPU"
    virtual bool isSubmitted() const = 0; ///< saved for good: shows the summary, nothing left to type
    virtual bool isPristine() const = 0;  ///< nothing was typed: closing leaves no draft
    /// The case corrects one that the centre sent back: the focus goes to the field that must change, with
    /// the centre's words beside it until its value is another.
    virtual void tellReturned(const ReturnedCase &returned) { Q_UNUSED(returned) }

    /// What the applicant may see of the case now; empty: nothing.
    virtual ApplicantFacts applicantFacts() const { return {}; }
    /// The rules or the list of facilities are others now: what is shown is assessed anew.
    virtual void rulesChanged() { }

Q_SIGNALS:
    void applicantChanged();               ///< applicantFacts() may be others
    void submitted(const QString &caseId); ///< on disk; lists re-read
    void closeRequested();                 ///< the officer is done with this tab
};

/// Makes the page for a case: handed to the main window by the application.
using CaseTabFactory
    = std::function<CaseTab *(const Case &, Office &, Navigator &, Dialogs &, QWidget *parent)>;

} // namespace Loket
