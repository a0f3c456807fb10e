// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/printdocument.h"

#include <QPoint>

namespace Loket {

/// A page that tells where a card printer really begins: rulers and a cross 10 mm from the left and upper
/// edge, with the offset that is on (the caller prints it with that offset) and the sum that gives the
/// numbers to type.
class CalibrationDocument final : public PrintDocument
{
public:
    /// `offset` in tenths of a millimetre, right and down; `page` in millimetres.
    CalibrationDocument(QPoint offset, const QSizeF &page, const QString &language);

    QString title() const override;
    int pageCount() const override { return 1; }
    QSizeF pageSize() const override { return m_page; }
    void paint(Canvas &canvas, int page) const override;

private:
    void paintRulers(Canvas &canvas) const;
    QString sum(const char *key, int now) const;

    const QPoint m_offset;
    const QSizeF m_page;
    const QString m_language;
};

} // namespace Loket
