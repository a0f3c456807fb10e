// SPDX-License-Identifier: Apache-2.0
#include "forms/cards/handoversheet.h"

#include "forms/cards/handovermodel.h"
#include "forms/common/format.h"
#include "forms/common/language.h"
#include "forms/common/office.h"

#include <QCoreApplication>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

struct HandOverSheet {
    Q_DECLARE_TR_FUNCTIONS(Loket::HandOverSheet)
};

} // namespace

SheetFacts handOverSheet(const HandOverModel &model, bool isHanded, const Office &office)
{
    SheetFacts facts;
    facts.language = currentLanguage();
    facts.title = isHanded ? HandOverSheet::tr("Collected cards") : HandOverSheet::tr("Cards to collect");
    facts.subtitle = HandOverSheet::tr("%n card(s)", nullptr, model.rowCount());
    facts.reference = u"Daftar-Kartu"_s;
    facts.office = office.status().office;
    facts.officer = office.officer().name;
    facts.printedAt = office.clock().nowUtc();
    facts.trial = office.status().isTrial;
    SheetSection section;
    for (int row = 0; row < model.rowCount(); ++row) {
        const HandedCard &card = model.card(row);
        const QString name = u"%1. %2"_s.arg(row + 1).arg(personName(card.print.input.name));
        QStringList said = {card.print.input.reference};
        if (!card.print.input.nik.isEmpty())
            said += maskedNumber(card.print.input.nik);
        said += HandOverSheet::tr("printed %1").arg(dateText(card.print.day));
        if (isHanded) {
            said
                += HandOverSheet::tr("collected %1 by %2").arg(dateText(card.day), collectorText(card.given));
            if (!card.given.letter.isEmpty())
                said += card.given.letter;
        } else if (model.isOverdue(row)) {
            said += HandOverSheet::tr("overdue");
        }
        section.lines += {name, said.join(u" · "_s), false};
    }
    facts.sections = {section};
    return facts;
}

} // namespace Loket
