// SPDX-License-Identifier: Apache-2.0
#include "model/rulebook/catalogue.h"

#include "model/rulebook/rulebookdata.h"

namespace Loket {

QList<Field> fields(const Rulebook &rulebook)
{
    return rulebookData(rulebook).fields;
}

QList<Service> services(const Rulebook &rulebook)
{
    return rulebookData(rulebook).services;
}

const Service *service(const Rulebook &rulebook, const QString &code)
{
    const RulebookData &data = rulebookData(rulebook);
    const auto found = data.serviceIndex.constFind(code);
    return found == data.serviceIndex.cend() ? nullptr : &data.services.at(*found);
}

const Field *field(const Rulebook &rulebook, const QString &id)
{
    const RulebookData &data = rulebookData(rulebook);
    const auto found = data.fieldIndex.constFind(id);
    return found == data.fieldIndex.cend() ? nullptr : &data.fields.at(*found);
}

} // namespace Loket
