// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/parkdialog.h"

#include "forms/casework/noteedit.h"
#include "forms/casework/suggestedit.h"
#include "forms/casework/typedinput.h"
#include "forms/common/fieldbox.h"
#include "forms/common/theme.h"
#include "forms/common/widgets.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {
constexpr int kShortestNote = 3;
}

ParkDialog::ParkDialog(QDate today, const QString &note, Answer answer, QWidget *parent)
    : QDialog(parent)
    , m_today(today)
    , m_answer(std::move(answer))
    , m_note(new NoteEdit)
    , m_promised(new SuggestEdit)
    , m_yes(new QPushButton(tr("Put aside"), this))
{
    setObjectName(u"parkDialog"_s);
    setWindowTitle(tr("Put the draft aside"));
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    m_note->setObjectName(u"parkNote"_s);
    m_note->putText(note);
    m_promised->setObjectName(u"parkPromised"_s);
    auto *words
        = roleLabel(QString(), this,
                    tr("It waits for the back office or for what is still to be brought. Every officer "
                       "finds it on the home page."));
    words->setWordWrap(true);
    words->setMinimumWidth(Theme::current().px(420));
    m_promisedBox = new FieldBox(tr("Promised for (date, may stay empty)"), m_promised, this);
    m_yes->setObjectName(u"parkNow"_s);
    m_yes->setProperty("role", u"primary"_s);
    m_yes->setDefault(true);
    auto *no = new QPushButton(tr("Cancel"), this);
    connect(no, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_yes, &QPushButton::clicked, this, &ParkDialog::accept);
    connect(m_note, &QPlainTextEdit::textChanged, this, &ParkDialog::refresh);
    connect(m_promised, &QLineEdit::textChanged, this, &ParkDialog::refresh);

    const Theme &theme = Theme::current();
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(no);
    buttons->addWidget(m_yes);
    auto *column = new QVBoxLayout(this);
    const int margin = theme.px(Metric::kSpace6);
    column->setContentsMargins(margin, margin, margin, theme.px(Metric::kSpace4));
    column->setSpacing(theme.px(Metric::kSpace3));
    column->addWidget(roleLabel(u"section"_s, this, windowTitle()));
    column->addWidget(words);
    column->addWidget(new FieldBox(tr("Note: what is missing, what is to be decided"), m_note, this));
    column->addWidget(m_promisedBox);
    column->addLayout(buttons);
    refresh();
    m_note->setFocus();
}

QDate ParkDialog::promised() const
{
    return QDate::fromString(Typed::date(m_promised->text(), m_today), Qt::ISODate);
}

void ParkDialog::refresh()
{
    const bool isEmpty = m_promised->text().trimmed().isEmpty();
    const bool isDay = isEmpty || promised() >= m_today;
    m_promisedBox->setProblem(
        isDay || m_promised->text().size() < 6 ? QString() : tr("A day from today on, e.g. 28-11-2026"));
    m_yes->setEnabled(isDay && m_note->toPlainText().trimmed().size() >= kShortestNote);
}

void ParkDialog::accept()
{
    if (!m_yes->isEnabled())
        return;
    const Answer answer = std::exchange(m_answer, {});
    const QString note = m_note->toPlainText().trimmed();
    const QDate day = m_promised->text().trimmed().isEmpty() ? QDate() : promised();
    QDialog::accept();
    if (answer)
        answer(note, day);
}

} // namespace Loket
