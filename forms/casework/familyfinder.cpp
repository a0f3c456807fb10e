// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/familyfinder.h"

#include "forms/casework/caseport.h"
#include "forms/common/linkbutton.h"
#include "forms/common/listtable.h"
#include "forms/common/texts.h"
#include "forms/common/theme.h"
#include "forms/common/whendone.h"
#include "forms/common/widgets.h"
#include "forms/find/searchmodel.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {
constexpr int kHits = 8;
}

FamilyFinder::FamilyFinder(CasePort &port, bool mayGoWithout, QWidget *parent)
    : QWidget(parent)
    , m_port(port)
    , m_field(new QLineEdit(this))
    , m_label(roleLabel(u"label"_s, this))
    , m_message(roleLabel(u"muted"_s, this))
    , m_table(new ListTable(this))
    , m_model(new SearchModel(this))
    , m_without(new LinkButton(this))
{
    m_field->setObjectName(u"findFamily"_s);
    m_field->installEventFilter(this);
    m_label->setBuddy(m_field);
    m_message->setWordWrap(true);
    m_message->setObjectName(u"findFamilyMessage"_s);
    m_table->setObjectName(u"foundFamilies"_s);
    m_table->setModel(m_model);
    m_table->setWeights({3, 1, 1, 1, 0, 3, 0});
    m_table->setFitRows(kHits);
    m_table->setFocusPolicy(Qt::NoFocus); // ↑ and ↓ of the field move in it
    m_table->setProperty("mayShorten", QVariantList{SearchModel::Fktp});
    m_table->hide();
    m_without->setObjectName(u"withoutFamily"_s);
    m_without->setVisible(mayGoWithout);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::current().px(Metric::kSpace1));
    column->addWidget(m_label);
    column->addWidget(m_field);
    column->addWidget(m_message);
    column->addWidget(m_table);
    column->addWidget(m_without, 0, Qt::AlignLeft);
    connect(m_field, &QLineEdit::textEdited, this, &FamilyFinder::look);
    connect(m_table, &ListTable::cellClicked, this, [this](int row) {
        m_table->selectRow(row);
        take();
    });
    connect(m_without, &QAbstractButton::clicked, this, &FamilyFinder::withoutWanted);
    retranslate();
}

void FamilyFinder::say(const QString &text)
{
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
    m_field->setAccessibleDescription(text);
}

void FamilyFinder::retranslate()
{
    m_label->setText(tr("Whom is it about?"));
    m_field->setAccessibleName(m_label->text());
    m_field->setPlaceholderText(tr("NIK, KK, card number, VA, phone or name"));
    m_without->setText(tr("Go on without a family"));
    m_without->setAccessibleName(m_without->text());
    m_table->setAccessibleName(tr("Participants found"));
    m_model->retranslate();
}

void FamilyFinder::look(const QString &text)
{
    const QString wanted = text.simplified();
    const quint64 question = ++m_asked;
    m_takesWhenAnswered = false;
    if (wanted.isEmpty()) {
        m_answered = question;
        m_model->clear();
        m_table->hide();
        say({});
        return;
    }
    whenDone(m_port.search(wanted, kHits), this, [this, question](const Outcome<SearchAnswer> &answer) {
        if (question != m_asked)
            return; // typed on; a newer answer is on its way
        m_answered = question;
        show(answer);
    });
}

void FamilyFinder::show(const Outcome<SearchAnswer> &answer)
{
    if (!answer) {
        m_model->clear();
        m_table->hide();
        say(failureText(answer.error()));
        return;
    }
    m_model->setAnswer(answer.value(), m_field->text().simplified(), m_port.facilities());
    const bool isFound = !answer.value().hits.isEmpty();
    m_table->setVisible(isFound);
    m_table->selectRow(0);
    say(isFound ? QString() : tr("Nobody found for “%1”").arg(m_field->text().simplified()));
    if (std::exchange(m_takesWhenAnswered, false) && !m_model->onlyFamily().isEmpty())
        take();
}

void FamilyFinder::take()
{
    if (m_answered != m_asked) {
        m_takesWhenAnswered = true;
        return;
    }
    const int row = m_table->currentRow();
    if (row >= 0 && row < m_model->rowCount())
        Q_EMIT found(m_model->hit(row));
}

bool FamilyFinder::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if ((key->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return false;
    switch (key->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        m_table->moveBy(key->key() == Qt::Key_Down ? 1 : -1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_field->text().trimmed().isEmpty() && !m_without->isHidden())
            Q_EMIT withoutWanted();
        else
            take();
        return true;
    default:
        return false;
    }
}

} // namespace Loket
