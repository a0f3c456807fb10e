// SPDX-License-Identifier: Apache-2.0
#include "forms/cards/stockcard.h"

#include "forms/common/format.h"
#include "forms/common/texts.h"
#include "forms/common/widgets.h"

#include <QLabel>
#include <QVBoxLayout>

namespace Loket {

using namespace Qt::StringLiterals;

StockCard::StockCard(QWidget *parent)
    : CardFrame(parent)
    , m_left(roleLabel(u"figure"_s, this))
    , m_rest(roleLabel(u"muted"_s, this))
{
    m_left->setObjectName("stockLeft"_L1);
    m_rest->setWordWrap(true);
    body()->addWidget(m_left);
    body()->addWidget(m_rest);
}

void StockCard::set(const StockLevel &level, int few)
{
    setTitle(codeLabel(u"card-blank"_s, level.blank));
    if (!level.isKept)
        setCount(tr("count once"), Tone::Info);
    else
        setCount(level.left < few ? tr("few") : QString(), Tone::Warning);
    m_left->setText(level.isKept ? tr("%1 left").arg(numberText(level.left)) : tr("not counted yet"));
    QStringList rest
        = {tr("received %1").arg(numberText(level.received)), tr("used %1").arg(numberText(level.used)),
           tr("spoilt %1").arg(numberText(level.spoilt))};
    if (level.corrected != 0)
        rest += tr("corrected %1")
                    .arg((level.corrected > 0 ? u"+"_s : QString()) + numberText(level.corrected));
    m_rest->setText(rest.join(u" · "_s));
}

QString fewCardsText(const QList<StockLevel> &levels, int few)
{
    QStringList said;
    for (const StockLevel &level : levels) {
        if (level.isKept && level.left < few)
            said += StockCard::tr("%1: %2 left")
                        .arg(codeLabel(u"card-blank"_s, level.blank), numberText(level.left));
    }
    return said.join(u" · "_s);
}

} // namespace Loket
