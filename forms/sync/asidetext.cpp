// SPDX-License-Identifier: Apache-2.0
#include "forms/sync/asidetext.h"

#include "forms/common/texts.h"
#include "model/rulebook/codes.h"

#include <QCoreApplication>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

/// The context of these strings in the translation.
struct AsideTexts {
    Q_DECLARE_TR_FUNCTIONS(Loket::AsideTexts)
};

QString kindText(const QString &kind)
{
    if (kind == "family"_L1 || kind == "gone"_L1)
        return AsideTexts::tr("a family");
    if (kind == "verdict"_L1)
        return AsideTexts::tr("a decision");
    if (kind == "lease"_L1)
        return AsideTexts::tr("card numbers");
    if (kind == "announcement"_L1)
        return AsideTexts::tr("an announcement");
    if (kind == "edition"_L1)
        return AsideTexts::tr("an edition of the rulebook");
    if (kind == "facilities"_L1)
        return AsideTexts::tr("a list of facilities");
    if (kind == "device"_L1)
        return AsideTexts::tr("an order to this counter");
    return AsideTexts::tr("something new (%1)").arg(kind);
}

/// "aside.contradicts: …": what follows the code is for support.
QString codeOf(const AsideView &entry)
{
    const QString code = entry.reason.section(u':', 0, 0);
    return isCode(u"aside"_s, code) ? code : u"aside.unknown"_s;
}

} // namespace

QString asideText(const AsideView &entry)
{
    return AsideTexts::tr("No. %1 · %2: %3", "number in the feed, what it is, why it was not applied")
        .arg(QString::number(entry.seq), kindText(entry.kind), codeLabel(u"aside"_s, codeOf(entry)));
}

bool isAsideAlarm(const AsideView &entry)
{
    const QString code = codeOf(entry);
    return code == "aside.unsigned"_L1 || code == "aside.other-device"_L1 || code == "aside.old-order"_L1;
}

} // namespace Loket
