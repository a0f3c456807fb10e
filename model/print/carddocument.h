// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/cardfacts.h"
#include "model/print/printdocument.h"

namespace Loket {

enum class CardStock {
    Blank,     ///< white cards: background and labels are printed too
    Preprinted ///< only what differs from card to card
};

/// The kind of blank card (codes: card-blank) that it uses up.
QString blankOf(CardStock);

/// A card is CR80/ID-1: 85.60 x 53.98 mm (ISO/IEC 7810).
inline constexpr QSizeF kCardSize{85.60, 53.98};

/// A participant's card, one side.
class CardDocument final : public PrintDocument
{
public:
    CardDocument(CardFacts facts, CardStock stock);

    QString title() const override;
    int pageCount() const override { return 1; }
    QSizeF pageSize() const override { return kCardSize; }
    void paint(Canvas &canvas, int page) const override;

private:
    void paintGround(Canvas &canvas) const;
    void paintRows(Canvas &canvas) const;
    void paintPhoto(Canvas &canvas) const;
    void paintCode(Canvas &canvas) const;

    CardFacts m_facts;
    CardStock m_stock;
    QImage m_photo;
};

} // namespace Loket
