// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/casepagefactory.h"

#include "forms/casework/casepage.h"
#include "forms/casework/officecaseport.h"
#include "forms/common/navigator.h"
#include "forms/common/office.h"

namespace Loket {

CaseTabFactory casePageFactory(const CaptureTools &tools)
{
    return [tools](const Case &content, Office &office, Navigator &navigator, Dialogs &dialogs,
                   QWidget *parent) -> CaseTab * {
        Case start = content;
        if (start.channel.isEmpty())
            start.channel = office.channel();
        if (!start.date.isValid())
            start.date = office.today();
        return new CasePage(
            start, std::make_unique<OfficeCasePort>(office, dialogs, tools, navigator.applicantScreen()),
            navigator, dialogs, parent);
    };
}

} // namespace Loket
