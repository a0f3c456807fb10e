// SPDX-License-Identifier: Apache-2.0
#include "forms/common/office.h"

#include "model/rulebook/rulebook.h"

namespace Loket {

UnsentStanding Office::unsent() const
{
    const RulebookLibrary *rulebooks = context().rulebooks;
    const StoreStatus now = status();
    return rulebooks ? unsentStanding(now.unsent, now.isTrial, rulebooks->on(today()), clock().nowUtc())
                     : UnsentStanding();
}

} // namespace Loket
