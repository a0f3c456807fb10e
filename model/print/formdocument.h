// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/formfacts.h"
#include "model/print/printdocument.h"

namespace Loket {

/// The filled registration form of a family (FDIP) on A4, with the place where applicant and officer sign.
class FormDocument final : public PrintDocument
{
public:
    explicit FormDocument(FormFacts facts);
    ~FormDocument() override;

    QString title() const override;
    int pageCount() const override;
    QSizeF pageSize() const override;
    void paint(Canvas &canvas, int page) const override;

private:
    struct Layout;
    const FormFacts m_facts;
    const std::unique_ptr<const Layout> m_layout;
};

} // namespace Loket
