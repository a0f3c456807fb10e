// SPDX-License-Identifier: Apache-2.0
#include "forms/cards/stockdialog.h"

#include "forms/common/comeback.h"
#include "forms/common/fieldbox.h"
#include "forms/common/format.h"
#include "forms/common/office.h"
#include "forms/common/texts.h"
#include "forms/common/theme.h"
#include "forms/common/whendone.h"
#include "forms/common/widgets.h"
#include "model/desk/cardrules.h"
#include "model/rulebook/codes.h"
#include "model/rulebook/rulebook.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {
constexpr int kMostDigits = 6;
}

StockDialog::StockDialog(Office &office, StockEvent kind, QWidget *parent)
    : QDialog(parent)
    , m_office(office)
    , m_kind(kind)
    , m_blank(new QComboBox(this))
    , m_amount(new QLineEdit(this))
    , m_box(new QLineEdit(this))
    , m_code(new QComboBox(this))
    , m_reason(new QLineEdit(this))
{
    setObjectName("stockDialog"_L1);
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    comeBackAfter(this);
    if (const auto levels = m_office.cards().levels())
        m_levels = levels.value();
    setWindowTitle(kind == StockEvent::Received     ? tr("Cards received")
                       : kind == StockEvent::Spoilt ? tr("Spoilt cards")
                                                    : tr("Count the cards"));
    build();
    connect(m_blank, &QComboBox::currentIndexChanged, this, &StockDialog::refresh);
    for (QLineEdit *one : {m_amount, m_box, m_reason})
        connect(one, &QLineEdit::textChanged, this, &StockDialog::refresh);
    connect(m_yes, &QPushButton::clicked, this, &StockDialog::accept);
    refresh();
    m_amount->setFocus();
}

void StockDialog::build()
{
    const Theme &theme = Theme::current();
    auto *column = new QVBoxLayout(this);
    const int margin = theme.px(Metric::kSpace6);
    column->setContentsMargins(margin, margin, margin, theme.px(Metric::kSpace4));
    column->setSpacing(theme.px(Metric::kSpace3));
    auto *title = roleLabel(u"section"_s, this, windowTitle());
    title->setMinimumWidth(theme.px(380));
    column->addWidget(title);
    m_blank->setObjectName("stockBlank"_L1);
    m_amount->setObjectName("stockAmount"_L1);
    m_box->setObjectName("stockBox"_L1);
    m_code->setObjectName("stockCode"_L1);
    m_reason->setObjectName("stockReason"_L1);
    for (const QString &code : codesOf(u"card-blank"_s))
        m_blank->addItem(codeLabel(u"card-blank"_s, code), code);
    for (const QString &code : codesOf(u"spoil-reason"_s))
        m_code->addItem(codeLabel(u"spoil-reason"_s, code), code);
    column->addWidget(new FieldBox(tr("Kind of card"), m_blank, this));
    m_amountBox = new FieldBox(m_kind == StockEvent::Counted ? tr("Cards that are really there")
                                                             : tr("How many cards"),
                               m_amount, this);
    column->addWidget(m_amountBox);
    m_box->setVisible(m_kind == StockEvent::Received);
    m_code->setVisible(m_kind == StockEvent::Spoilt);
    if (m_kind == StockEvent::Received)
        column->addWidget(new FieldBox(tr("Number of the box or batch (may stay empty)"), m_box, this));
    if (m_kind == StockEvent::Spoilt)
        column->addWidget(new FieldBox(tr("What happened"), m_code, this));
    m_reasonBox = new FieldBox(m_kind == StockEvent::Counted ? tr("Why the number differs")
                                                             : tr("Note (may stay empty)"),
                               m_reason, this);
    column->addWidget(m_reasonBox);
    m_trouble = roleLabel(u"error"_s, this);
    m_trouble->setWordWrap(true);
    m_trouble->hide();
    column->addWidget(m_trouble);
    auto *buttons = new QHBoxLayout;
    auto *no = new QPushButton(tr("Cancel"), this);
    no->setAutoDefault(false);
    connect(no, &QPushButton::clicked, this, &QDialog::reject);
    m_yes = new QPushButton(tr("Note it"), this);
    m_yes->setObjectName("noteStock"_L1);
    m_yes->setProperty("role", u"primary"_s);
    m_yes->setDefault(true);
    buttons->addStretch(1);
    buttons->addWidget(no);
    buttons->addWidget(m_yes);
    column->addLayout(buttons);
}

std::optional<int> StockDialog::amount() const
{
    const QString typed = m_amount->text().trimmed().remove(u'.');
    bool isNumber = false;
    const int number = typed.toInt(&isNumber);
    const int least = m_kind == StockEvent::Counted ? 0 : 1;
    return isNumber && typed.size() <= kMostDigits && number >= least ? std::optional(number) : std::nullopt;
}

StockLevel StockDialog::level() const
{
    const QString blank = m_blank->currentData().toString();
    for (const StockLevel &one : m_levels) {
        if (one.blank == blank)
            return one;
    }
    return {blank};
}

bool StockDialog::needsReason() const
{
    const auto counted = amount();
    return m_kind == StockEvent::Counted && counted && level().isKept && *counted != level().left;
}

void StockDialog::refresh()
{
    const auto number = amount();
    m_amountBox->setProblem(
        m_amount->text().trimmed().isEmpty() || number ? QString() : tr("A whole number of cards, e.g. 250"));
    const StockLevel now = level();
    if (m_kind == StockEvent::Counted && now.isKept)
        m_amountBox->setNote(number && *number != now.left
                                 ? tr("By the book %1; the difference is %2")
                                       .arg(numberText(now.left), numberText(*number - now.left))
                                 : tr("By the book %1").arg(numberText(now.left)));
    else
        m_amountBox->setNote({});
    m_reasonBox->setVisible(m_kind != StockEvent::Counted || needsReason());
    const Rulebook &rules = m_office.context().rulebooks->on(m_office.today());
    const bool hasReason
        = !needsReason() || m_reason->text().trimmed().size() >= shortestReason(rules, nullptr);
    m_yes->setEnabled(!m_busy && number && hasReason);
    adjustSize();
}

void StockDialog::accept()
{
    if (!m_yes->isEnabled())
        return;
    StockInput input;
    input.kind = m_kind;
    input.blank = m_blank->currentData().toString();
    input.amount = amount().value_or(0);
    if (m_kind == StockEvent::Received)
        input.box = m_box->text().trimmed();
    if (m_kind == StockEvent::Spoilt)
        input.reasonCode = m_code->currentData().toString();
    if (!m_reasonBox->isHidden())
        input.reason = m_reason->text().trimmed();
    m_busy = true;
    refresh();
    whenDone(m_office.cards().noteStock(input), this, [this, input](const Outcome<Nothing> &answer) {
        m_busy = false;
        if (!answer) {
            m_trouble->setText(failureText(answer.error()));
            m_trouble->show();
            refresh();
            return;
        }
        Q_EMIT noted(
            tr("Noted: %1, %2")
                .arg(codeLabel(u"stock-event"_s, stockEventWord(input.kind)), numberText(input.amount)));
        QDialog::accept();
    });
}

} // namespace Loket
