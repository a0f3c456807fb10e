// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/relatedcase.h"

using namespace Qt::StringLiterals;

namespace Loket {

Case relatedCaseOf(const Case &content, const std::optional<FamilyView> &known)
{
    Case related;
    related.service = u"REG-PBPU"_s;
    related.segment = u"PBPU.MANDIRI"_s;
    related.date = content.date;
    related.channel = content.channel;
    related.family.address = known ? known->address : content.family.address;
    related.family.billingAddress = known ? known->billingAddress : content.family.billingAddress;
    related.family.phone = known ? known->phone : content.family.phone;
    related.family.email = known ? known->email : content.family.email;
    return related;
}

} // namespace Loket
