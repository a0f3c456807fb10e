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

FormDialog::FormDialog(const Case &content, Office &caseOffice, Dialogs &dialogs,
                       const PaperServices &paperServices, QWidget *parent)
    : PaperDialog(caseOffice, dialogs, paperServices, parent)
    , m_typed(content)
{
    reload();
}

PaperDialog::Paper FormDialog::load()
{
    Paper paper;
    paper.title = tr("Registration form");
    paper.what = u"form"_s;
    paper.kind = PaperKind::Form;
    auto record = office().caseById(m_typed.id);
    if (!record) {
        paper.refusal = failureText(record.error());
        return paper;
    }
    m_record = record.take();
    if (m_record) {
        paper.title = tr("Registration form %1").arg(m_record->reference);
        paper.reference = m_record->reference;
        paper.mark = caseStateText(m_record->state);
        paper.markTone = caseStateTone(m_record->state);
    } else {
        paper.reference = u"FDIP"_s;
        paper.mark = tr("not submitted yet");
        paper.markTone = Tone::Warning;
    }
    const QList<CaseMember> &members = content().family.members;
    if (members.isEmpty())
        paper.refusal = tr("This case registers nobody: it has no registration form.");
    else
        paper.subject = members.first().name;
    return paper;
}

const Case &FormDialog::content() const
{
    return m_record ? m_record->content : m_typed;
}

std::shared_ptr<const PrintDocument> FormDialog::document(int)
{
    const Assessment assessment = m_record ? m_record->assessment : office().assess(m_typed);
    const QString officer = m_record ? m_record->officer : office().officer().id;
    return std::make_shared<FormDocument>(
        formFacts(content(), assessment, m_record ? m_record->reference : QString(),
                  officerName(office(), officer), signatureOf(office(), content()), world()));
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
