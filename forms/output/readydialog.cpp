// SPDX-License-Identifier: Apache-2.0
#include "forms/output/readydialog.h"
#include "forms/output/officeworld.h"

#include "forms/casework/focusorder.h"
#include "forms/common/keybutton.h"
#include "forms/common/language.h"
#include "forms/common/office.h"
#include "forms/common/texts.h"
#include "forms/common/theme.h"
#include "forms/common/widgets.h"
#include "forms/output/codeview.h"
#include "forms/output/officeworld.h"
#include "model/print/receiptbuild.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace Loket {

using namespace Qt::StringLiterals;

ReadyDialog::ReadyDialog(const QString &caseId, const QString &kk, Office &office, Dialogs &dialogs,
                         const PaperServices &services, QWidget *parent)
    : QDialog(parent)
    , m_caseId(caseId)
    , m_kk(kk)
    , m_office(office)
    , m_dialogs(dialogs)
    , m_services(services)
{
    setObjectName("readyDialog"_L1);
    setModal(true);
    build();
    connect(m_copy, &QPushButton::clicked, this, &ReadyDialog::copy);
    connect(m_print, &QPushButton::clicked, this, &ReadyDialog::print);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    reread();
    putInReadingOrder(this);
    m_copy->setFocus();
}

void ReadyDialog::build()
{
    const Theme &theme = Theme::current();
    auto *column = new QVBoxLayout(this);
    const int margin = theme.px(Metric::kSpace6);
    column->setContentsMargins(margin, margin, margin, theme.px(Metric::kSpace4));
    column->setSpacing(theme.px(Metric::kSpace3));
    m_title = roleLabel(u"page"_s, this);
    m_hint = roleLabel(u"muted"_s, this);
    m_hint->setWordWrap(true);
    column->addWidget(m_title);
    column->addWidget(m_hint);
    auto *row = new QHBoxLayout;
    row->setSpacing(theme.px(Metric::kSpace6));
    m_code = new CodeView(this);
    m_code->setObjectName("readyCode"_L1);
    m_text = new QPlainTextEdit(this);
    m_text->setObjectName("readyText"_L1);
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setMinimumWidth(theme.px(320));
    row->addWidget(m_code, 1);
    row->addWidget(m_text, 1);
    column->addLayout(row, 1);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(theme.px(Metric::kSpace2));
    m_said = roleLabel(u"muted"_s, this);
    m_said->setObjectName("readySaid"_L1);
    m_close = new QPushButton(this);
    m_close->setAutoDefault(false);
    m_print = new KeyButton(this);
    m_print->setObjectName("printReady"_L1);
    m_print->setKey(u"Ctrl P"_s);
    m_print->setAutoDefault(false);
    m_copy = new KeyButton(this);
    m_copy->setObjectName("copyReady"_L1);
    m_copy->setKey(u"Ctrl C"_s);
    m_copy->setPrimary(true);
    m_copy->setDefault(true);
    foot->addWidget(m_said, 1);
    foot->addWidget(m_close);
    foot->addWidget(m_print);
    foot->addWidget(m_copy);
    column->addLayout(foot);
    resizeOver(this, 760, 520);
}

std::optional<ReadyFacts> ReadyDialog::load()
{
    m_failure.clear();
    const QDate today = m_office.today();
    if (m_caseId.isEmpty()) {
        const auto family = m_office.family(m_kk);
        if (family && family.value())
            return readyFacts(*family.value(), paperWorldOf(m_office), today);
        m_failure = family ? tr("The family of KK %1 is not known at this counter.").arg(m_kk)
                           : failureText(family.error());
        return std::nullopt;
    }
    const auto record = m_office.caseById(m_caseId);
    if (!record || !record.value()) {
        m_failure = record ? tr("This case is not saved yet.") : failureText(record.error());
        return std::nullopt;
    }
    const CaseFamily &about = record.value()->content.family;
    const auto known = about.kk.isEmpty() ? m_office.familyByCard(about.card) : m_office.family(about.kk);
    return readyFacts(
        receiptFacts(*record.value(), {}, paperWorldOf(m_office), known ? known.value() : std::nullopt),
        paperWorldOf(m_office), today);
}

void ReadyDialog::reread()
{
    m_facts = load();
    const QString message = text();
    setWindowTitle(tr("Message for the applicant"));
    m_title->setText(windowTitle());
    m_hint->setText(m_facts ? tr("To photograph, or to send as a text. It names nobody: only where, how much "
                                 "and when to pay, and what to bring.")
                            : m_failure);
    m_code->setText(message);
    m_code->setAccessibleName(tr("Code with the message, to photograph"));
    m_text->setPlainText(message);
    m_text->setAccessibleName(tr("The message"));
    m_close->setText(tr("Close"));
    m_copy->setText(tr("Copy the text"));
    m_print->setText(tr("Print a slip"));
    m_copy->setEnabled(m_facts.has_value());
    m_print->setEnabled(m_facts.has_value());
}

QString ReadyDialog::text() const
{
    return m_facts ? readyText(*m_facts) : QString();
}

void ReadyDialog::copy()
{
    if (!m_facts)
        return;
    QGuiApplication::clipboard()->setText(text());
    m_said->setText(tr("Copied."));
}

void ReadyDialog::print()
{
    if (!m_facts)
        return;
    auto *paper = new ReadyPaper(*m_facts, m_office, m_dialogs, m_services, this);
    paper->setAttribute(Qt::WA_DeleteOnClose);
    paper->open();
}

void ReadyDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->matches(QKeySequence::Print))
        print();
    else
        QDialog::keyPressEvent(event);
}

void ReadyDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        reread();
    QDialog::changeEvent(event);
}

ReadyPaper::ReadyPaper(const ReadyFacts &facts, Office &paperOffice, Dialogs &dialogs,
                       const PaperServices &paperServices, QWidget *parent)
    : PaperDialog(paperOffice, dialogs, paperServices, parent)
    , m_facts(facts)
{
    reload();
}

PaperDialog::Paper ReadyPaper::load()
{
    Paper paper;
    paper.title = tr("Message for the applicant");
    paper.what = u"message"_s;
    paper.kind = PaperKind::Receipt; // on the printer of the receipts, which may be one of rolls
    paper.reference = ReadySlip(m_facts).title();
    return paper;
}

std::shared_ptr<const PrintDocument> ReadyPaper::document(int)
{
    return std::make_shared<ReadySlip>(m_facts);
}

QStringList ReadyPaper::choices() const
{
    return {tr("Roll, 80 mm")};
}

QString ReadyPaper::choiceLabel() const
{
    return tr("Paper");
}

} // namespace Loket
