// SPDX-License-Identifier: Apache-2.0
#include "forms/output/formdialog.h"

#include "forms/common/office.h"
#include "forms/common/officewords.h"
#include "forms/common/texts.h"
#include "forms/output/officeworld.h"
#include "model/print/formbuild.h"
#include "model/print/formdocument.h"

namespace Loket {

using namespace Qt::StringLiterals;

FormDialog::FormDialog(const QString &caseId, Office &caseOffice, Dialogs &dialogs,
                       const PaperServices &paperServices, QWidget *parent)
    : PaperDialog(caseOffice, dialogs, paperServices, parent)
    , m_caseId(caseId)
{
    reload();
}

PaperDialog::Paper FormDialog::load()
{
    Paper paper;
    paper.title = tr("Registration form");
    paper.what = u"form"_s;
    paper.kind = PaperKind::Form;
    auto record = office().caseById(m_caseId);
    if (!record) {
        paper.refusal = failureText(record.error());
        return paper;
    }
    m_record = record.take();
    if (!m_record) {
        paper.refusal = tr("This case is not saved yet. Submit it first, then print its form.");
        return paper;
    }
    paper.title = tr("Registration form %1").arg(m_record->reference);
    paper.reference = m_record->reference;
    paper.mark = caseStateText(m_record->state);
    paper.markTone = caseStateTone(m_record->state);
    if (m_record->content.family.members.isEmpty())
        paper.refusal = tr("This case registers nobody: it has no registration form.");
    else
        paper.subject = m_record->content.family.members.first().name;
    return paper;
}

std::shared_ptr<const PrintDocument> FormDialog::document(int)
{
    const Case &content = m_record->content;
    return std::make_shared<FormDocument>(formFacts(content, m_record->assessment, m_record->reference,
                                                    officerName(office(), m_record->officer),
                                                    signatureOf(office(), content), world()));
}

QStringList FormDialog::choices() const
{
    return {tr("A4")};
}

QString FormDialog::choiceLabel() const
{
    return tr("Paper");
}

} // namespace Loket
