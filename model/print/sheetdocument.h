// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/printdocument.h"
#include "model/print/sheetfacts.h"

#include <memory>

namespace Loket {

/// A sheet on A5, upright, on as many pages as it needs.
class SheetDocument final : public PrintDocument
{
public:
    explicit SheetDocument(SheetFacts facts);
    ~SheetDocument() override;

    QString title() const override;
    int pageCount() const override;
    QSizeF pageSize() const override;
    void paint(Canvas &canvas, int page) const override;

private:
    struct Layout;
    SheetFacts m_facts;
    std::unique_ptr<const Layout> m_layout;
};

} // namespace Loket
