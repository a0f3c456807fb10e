// SPDX-License-Identifier: Apache-2.0
#include "forms/output/sheetdialog.h"

#include "forms/common/office.h"
#include "model/print/sheetdocument.h"

using namespace Qt::StringLiterals;

namespace Loket {

SheetDialog::SheetDialog(const SheetFacts &facts, Office &sheetOffice, Dialogs &dialogs,
                         const PaperServices &paperServices, QWidget *parent)
    : PaperDialog(sheetOffice, dialogs, paperServices, parent)
    , m_facts(facts)
{
    reload();
}

PaperDialog::Paper SheetDialog::load()
{
    Paper paper;
    paper.title = m_facts.title;
    paper.subject = m_facts.subtitle;
    paper.what = u"sheet"_s;
    paper.reference = m_facts.reference;
    return paper;
}

std::shared_ptr<const PrintDocument> SheetDialog::document(int)
{
    SheetFacts facts = m_facts;
    const PaperWorld paperWorld = world();
    facts.office = paperWorld.office;
    facts.trial = paperWorld.trial;
    facts.printedAt = paperWorld.now;
    facts.officer = office().officer().name;
    return std::make_shared<SheetDocument>(facts);
}

QStringList SheetDialog::choices() const
{
    return {tr("A5")};
}

QString SheetDialog::choiceLabel() const
{
    return tr("Paper");
}

} // namespace Loket
