// SPDX-License-Identifier: Apache-2.0
#include "forms/cards/handoverdialog.h"

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

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace Loket {

using namespace Qt::StringLiterals;

HandOverDialog::HandOverDialog(Office &office, const PrintRecord &card, QWidget *parent)
    : QDialog(parent)
    , m_office(office)
    , m_print(card)
    , m_name(new QLineEdit)
    , m_letter(new QLineEdit)
    , m_identity(new QComboBox)
    , m_note(new QLineEdit)
{
    setObjectName("handOverDialog"_L1);
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Hand the card over"));
    comeBackAfter(this);
    build();
    for (QRadioButton *one : m_who)
        connect(one, &QRadioButton::toggled, this, &HandOverDialog::refresh);
    connect(m_name, &QLineEdit::textChanged, this, &HandOverDialog::refresh);
    connect(m_letter, &QLineEdit::textChanged, this, &HandOverDialog::refresh);
    connect(m_yes, &QPushButton::clicked, this, &HandOverDialog::accept);
    refresh();
    m_who.first()->setFocus();
}

void HandOverDialog::build()
{
    const Theme &theme = Theme::current();
    auto *column = new QVBoxLayout(this);
    const int margin = theme.px(Metric::kSpace6);
    column->setContentsMargins(margin, margin, margin, theme.px(Metric::kSpace4));
    column->setSpacing(theme.px(Metric::kSpace3));
    column->addWidget(roleLabel(u"section"_s, this, personName(m_print.input.name)));
    auto *words = roleLabel(u"muted"_s, this, tr("Card %1").arg(groupedDigits(m_print.input.reference)));
    words->setMinimumWidth(theme.px(420));
    column->addWidget(words);
    column->addWidget(roleLabel(u"label"_s, this, tr("Who takes it")));
    for (const QString &code : codesOf(u"card-collector"_s)) {
        auto *one = new QRadioButton(codeLabel(u"card-collector"_s, code), this);
        one->setObjectName(u"collector-"_s + code);
        one->setProperty("code", code);
        one->setChecked(m_who.isEmpty());
        m_who += one;
        column->addWidget(one);
    }
    m_name->setObjectName("collectorName"_L1);
    m_letter->setObjectName("collectorLetter"_L1);
    m_identity->setObjectName("collectorIdentity"_L1);
    m_note->setObjectName("collectorNote"_L1);
    m_identity->addItem(tr("nothing noted"), QString());
    for (const QString &code : {u"KTP"_s, u"KK"_s, u"PASSPORT"_s}) {
        if (isCode(u"document"_s, code))
            m_identity->addItem(codeLabel(u"document"_s, code), code);
    }
    m_identity->setCurrentIndex(m_identity->count() > 1 ? 1 : 0);
    m_nameBox = new FieldBox(tr("Name of who takes it"), m_name, this);
    m_letterBox = new FieldBox(tr("Number and date of the letter of authority"), m_letter, this);
    column->addWidget(m_nameBox);
    column->addWidget(m_letterBox);
    column->addWidget(new FieldBox(tr("Identity shown"), m_identity, this));
    column->addWidget(new FieldBox(tr("Note (may stay empty)"), m_note, this));
    m_trouble = roleLabel(u"error"_s, this);
    m_trouble->setWordWrap(true);
    m_trouble->hide();
    column->addWidget(m_trouble);
    auto *buttons = new QHBoxLayout;
    auto *no = new QPushButton(tr("Cancel"), this);
    no->setAutoDefault(false);
    connect(no, &QPushButton::clicked, this, &QDialog::reject);
    m_yes = new QPushButton(tr("Hand over"), this);
    m_yes->setObjectName("handOverNow"_L1);
    m_yes->setProperty("role", u"primary"_s);
    m_yes->setDefault(true);
    buttons->addStretch(1);
    buttons->addWidget(no);
    buttons->addWidget(m_yes);
    column->addLayout(buttons);
}

QString HandOverDialog::collector() const
{
    for (const QRadioButton *one : m_who) {
        if (one->isChecked())
            return one->property("code").toString();
    }
    return {};
}

bool HandOverDialog::needsLetter() const
{
    const QDate today = m_office.today();
    return !handOverNeeds(m_office.context().rulebooks->on(today), collector() == u"proxy", today, nullptr)
                .isEmpty();
}

void HandOverDialog::refresh()
{
    const bool isMember = collector() == u"member";
    m_nameBox->setVisible(!isMember);
    m_letterBox->setVisible(needsLetter());
    const bool hasName = isMember || !m_name->text().trimmed().isEmpty();
    const bool hasLetter = !needsLetter() || !m_letter->text().trimmed().isEmpty();
    m_yes->setEnabled(!m_busy && hasName && hasLetter);
    adjustSize();
}

void HandOverDialog::accept()
{
    if (!m_yes->isEnabled())
        return;
    HandOverInput given;
    given.collector = collector();
    if (given.collector != u"member")
        given.name = m_name->text().trimmed();
    if (needsLetter())
        given.letter = m_letter->text().trimmed();
    given.identity = m_identity->currentData().toString();
    given.note = m_note->text().trimmed();
    m_busy = true;
    refresh();
    whenDone(m_office.cards().handOver(m_print.id, given), this, [this](const Outcome<Nothing> &answer) {
        m_busy = false;
        if (answer) {
            Q_EMIT this->given();
            QDialog::accept();
            return;
        }
        m_trouble->setText(answer.error().kind == FailureKind::Stale
                               ? tr("Somebody handed this card over already, or printed it again.")
                               : failureText(answer.error()));
        m_trouble->show();
        refresh();
    });
}

} // namespace Loket
