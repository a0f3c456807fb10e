// SPDX-License-Identifier: Apache-2.0
#include "forms/output/receiptdialog.h"

#include "forms/common/keybutton.h"
#include "forms/common/office.h"
#include "forms/common/officewords.h"
#include "forms/common/texts.h"
#include "forms/common/whendone.h"
#include "forms/output/officeworld.h"
#include "forms/output/readydialog.h"
#include "model/print/receiptbuild.h"
#include "model/print/receiptdocument.h"

#include <QHBoxLayout>
#include <QKeyEvent>

namespace Loket {

using namespace Qt::StringLiterals;

ReceiptDialog::ReceiptDialog(const QString &caseId, Office &caseOffice, Dialogs &dialogs,
                             const PaperServices &paperServices, QWidget *parent)
    : PaperDialog(caseOffice, dialogs, paperServices, parent)
    , m_caseId(caseId)
    , m_questions(dialogs)
{
    buildReady();
    reload();
    if (m_record && services().seal) {
        whenDone(services().seal(m_record->reference, m_record->id), this,
                 [this](const Outcome<QString> &code) {
                     if (!code)
                         return; // the receipt is printed without a code
                     m_code = code.value();
                     refresh();
                 });
    }
}

void ReceiptDialog::buildReady()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    m_ready = new KeyButton(row);
    m_ready->setObjectName(u"showReady"_s);
    m_ready->setKey(u"F7"_s);
    m_ready->setAutoDefault(false);
    m_ready->setText(tr("Message for the applicant"));
    layout->addStretch(1);
    layout->addWidget(m_ready);
    addPanel(row);
    connect(m_ready, &QPushButton::clicked, this, &ReceiptDialog::showReady);
}

void ReceiptDialog::showReady()
{
    if (!m_record)
        return;
    auto *dialog = new ReadyDialog(m_caseId, {}, office(), m_questions, services(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ReceiptDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F7)
        showReady();
    else
        PaperDialog::keyPressEvent(event);
}

void ReceiptDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_ready->setText(tr("Message for the applicant"));
    PaperDialog::changeEvent(event);
}

PaperDialog::Paper ReceiptDialog::load()
{
    Paper paper;
    paper.title = tr("Receipt");
    paper.what = u"receipt"_s;
    paper.kind = PaperKind::Receipt;
    paper.saysCopy = true;
    auto record = office().caseById(m_caseId);
    if (!record) {
        paper.refusal = failureText(record.error());
        return paper;
    }
    m_record = record.take();
    if (!m_record) {
        paper.refusal = tr("This case is not saved yet. Submit it first, then print its receipt.");
        return paper;
    }
    paper.title = tr("Receipt %1").arg(m_record->reference);
    for (const CaseMember &member : m_record->content.family.members) {
        if (paper.subject.isEmpty() || member.relation == u"head")
            paper.subject = member.name;
    }
    const CaseFamily &family = m_record->content.family;
    auto known = family.kk.isEmpty() ? office().familyByCard(family.card) : office().family(family.kk);
    m_known = known ? known.take() : std::nullopt;
    for (const MemberView &member : m_known ? m_known->members : QList<MemberView>()) {
        if (paper.subject.isEmpty() && member.relation == u"head")
            paper.subject = member.name;
    }
    paper.reference = m_record->reference;
    paper.mark = caseStateText(m_record->state);
    paper.markTone = caseStateTone(m_record->state);
    paper.printedBefore = m_record->printedReceipts;
    return paper;
}

ReceiptFacts ReceiptDialog::facts(int copy) const
{
    return receiptFacts(
        *m_record,
        {officerName(office(), m_record->officer), copy, m_code, signatureOf(office(), m_record->content)},
        world(), m_known);
}

ReceiptPaper ReceiptDialog::paperSize() const
{
    return choice() == 1 ? ReceiptPaper::Roll : ReceiptPaper::A5;
}

std::shared_ptr<const PrintDocument> ReceiptDialog::document(int copy)
{
    return std::make_shared<ReceiptDocument>(facts(copy), paperSize());
}

std::function<std::shared_ptr<const PrintDocument>(int)> ReceiptDialog::printout()
{
    return [now = facts(0), size = paperSize()](int copy) {
        ReceiptFacts said = now;
        said.copy = copy;
        return std::make_shared<ReceiptDocument>(said, size);
    };
}

QStringList ReceiptDialog::choices() const
{
    return {tr("A5"), tr("Roll, 80 mm")};
}

QString ReceiptDialog::choiceLabel() const
{
    return tr("Paper");
}

} // namespace Loket
