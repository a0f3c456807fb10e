// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/printdocument.h"
#include "model/print/receiptfacts.h"
#include "model/print/receiptpaper.h"

#include <memory>

namespace Loket {

/// The receipt of a saved case. A family of seven fits one A5 page; more go on to a second.
class ReceiptDocument final : public PrintDocument
{
public:
    ReceiptDocument(ReceiptFacts facts, ReceiptPaper paper);
    ~ReceiptDocument() override;

    QString title() const override;
    int pageCount() const override;
    QSizeF pageSize() const override;
    void paint(Canvas &canvas, int page) const override;

private:
    struct Layout;
    void paintFoot(Canvas &canvas, int page) const;
    void paintTrialMark(Canvas &canvas) const;

    ReceiptFacts m_facts;
    ReceiptPaper m_paper;
    std::unique_ptr<const Layout> m_layout;
};

} // namespace Loket
