// SPDX-License-Identifier: Apache-2.0
#include "forms/output/officeworld.h"

#include "forms/common/language.h"
#include "forms/common/office.h"

namespace Loket {

PaperWorld paperWorldOf(Office &office)
{
    const Context &context = office.context();
    const StoreStatus status = office.status();
    PaperWorld world;
    world.rulebooks = context.rulebooks;
    world.regions = context.regions;
    world.facilities = context.facilities;
    world.language = currentLanguage();
    world.office = status.office;
    world.trial = status.isTrial;
    world.now = office.clock().nowUtc();
    return world;
}

QByteArray signatureOf(Office &office, const Case &content)
{
    const QString name = content.consent ? content.consent->signature : QString();
    return name.isEmpty() ? QByteArray() : office.blob(name);
}

} // namespace Loket
