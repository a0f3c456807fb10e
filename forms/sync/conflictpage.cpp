// SPDX-License-Identifier: Apache-2.0
#include "forms/sync/conflictpage.h"

#include "forms/common/cardframe.h"
#include "forms/common/correction.h"
#include "forms/common/emptystate.h"
#include "forms/common/fieldbox.h"
#include "forms/common/format.h"
#include "forms/common/keybutton.h"
#include "forms/common/navigator.h"
#include "forms/common/notelist.h"
#include "forms/common/office.h"
#include "forms/common/officewords.h"
#include "forms/common/sidecolumn.h"
#include "forms/common/texts.h"
#include "forms/common/theme.h"
#include "forms/common/whendone.h"
#include "forms/common/widgets.h"
#include "forms/sync/conflictsheet.h"
#include "forms/sync/conflicttext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {
constexpr int kShortestReason = 3;
}

ConflictPage::ConflictPage(Office &office, Navigator &navigator, QWidget *parent)
    : Page(parent)
    , m_office(office)
    , m_navigator(navigator)
    , m_listCard(new CardFrame(this))
    , m_list(new NoteList(m_listCard))
    , m_card(new CardFrame(this))
{
    setObjectName("conflictPage"_L1);
    m_list->setObjectName("conflicts"_L1);
    m_listCard->setFlush(true);
    m_listCard->body()->addWidget(m_list);
    m_stack = new QStackedWidget(m_card);
    m_none = new EmptyState(Icon::Sync, m_stack);
    m_stack->addWidget(m_none);
    m_stack->addWidget(buildDecision());
    m_card->body()->addWidget(m_stack);
    auto *layout = pageLayout(this);
    layout->addWidget(m_listCard);
    layout->addWidget(m_card, 1);
    const auto apply = [this] {
        m_listCard->setFixedWidth(qMin(Theme::current().px(Metric::kSideColumn), Metric::kWidestSide));
    };
    apply();
    connect(&Theme::current(), &Theme::changed, this, apply);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        const int row = m_list->currentRow();
        const int index = row >= 0 && row < m_rowOf.size() ? m_rowOf.at(row) : -1;
        if (index >= 0 && m_conflicts.at(index).record.id.text() != m_chosen) {
            m_chosen = m_conflicts.at(index).record.id.text();
            m_reasonEdit->clear();
            showChosen();
        }
    });
    connect(m_list, &NoteList::opened, this, [this] { m_sheet->takeFocus(); });
    connect(&m_office, &Office::changed, this, [this] {
        if (isVisible())
            reread();
    });
}

ConflictPage::~ConflictPage() = default;

QWidget *ConflictPage::buildDecision()
{
    const Theme &theme = Theme::current();
    auto *whole = new QWidget(m_stack);
    auto *sheet = new QWidget;
    sheet->setProperty("role", u"sheet"_s);
    m_sheet = new ConflictSheet(m_office, sheet);
    m_about = roleLabel(u"muted"_s, sheet);
    m_about->setObjectName("conflictAbout"_L1);
    m_about->setWordWrap(true);
    auto *inner = new QVBoxLayout(sheet);
    inner->setContentsMargins(0, 0, theme.px(Metric::kSpace2), 0);
    inner->setSpacing(theme.px(Metric::kSpace3));
    inner->addWidget(m_about);
    inner->addWidget(m_sheet);
    inner->addStretch(1);
    auto *area = new QScrollArea(whole);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(sheet);

    m_reasonEdit = new QLineEdit(whole);
    m_reasonEdit->setObjectName("conflictReason"_L1);
    m_reason = new FieldBox(QString(), m_reasonEdit, whole);
    m_result = roleLabel(QString(), whole);
    m_result->setObjectName("conflictResult"_L1);
    m_result->setWordWrap(true);
    m_decide = new KeyButton(whole);
    m_decide->setObjectName("decide"_L1);
    m_decide->setPrimary(true);
    m_decide->setKey(u"Ctrl Enter"_s);
    m_correct = new QPushButton(whole);
    m_correct->setObjectName("conflictCorrect"_L1);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_correct);
    buttons->addWidget(m_decide);
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(Metric::kSpace3));
    column->addWidget(area, 1);
    column->addWidget(m_reason);
    column->addWidget(m_result);
    column->addLayout(buttons);
    connect(m_sheet, &ConflictSheet::changed, this, &ConflictPage::refreshDecision);
    connect(m_reasonEdit, &QLineEdit::textChanged, this, &ConflictPage::refreshDecision);
    connect(m_decide, &QPushButton::clicked, this, &ConflictPage::decide);
    connect(m_correct, &QPushButton::clicked, this, [this] {
        if (const ConflictView *one = chosen())
            m_navigator.openCase(correctionOf(m_office, one->record));
    });
    return whole;
}

QString ConflictPage::title() const
{
    return tr("To be decided");
}

void ConflictPage::choose(const QString &caseId)
{
    m_chosen = caseId;
    m_reasonEdit->clear();
}

bool ConflictPage::can(Act act) const
{
    return act == Act::Submit && m_decide->isVisible() && m_decide->isEnabled();
}

void ConflictPage::perform(Act act)
{
    if (act == Act::Submit)
        decide();
}

void ConflictPage::cameToFront()
{
    reread();
    const ConflictView *one = chosen();
    if (one && one->isOpen())
        m_sheet->takeFocus();
    else
        m_list->setFocus();
}

const ConflictView *ConflictPage::chosen() const
{
    for (const ConflictView &one : m_conflicts) {
        if (one.record.id.text() == m_chosen)
            return &one;
    }
    return nullptr;
}

void ConflictPage::reread()
{
    const auto list = m_office.conflicts();
    m_failure = list ? QString() : failureText(list.error());
    m_conflicts = list ? list.value() : QList<ConflictView>();
    if (!chosen() && !m_conflicts.isEmpty())
        m_chosen = m_conflicts.first().record.id.text();
    fillList();
    showChosen();
}

void ConflictPage::fillList()
{
    QList<NoteRow> rows;
    m_rowOf.clear();
    int open = 0;
    int current = -1;
    const QDateTime now = m_office.clock().nowUtc();
    for (int i = 0; i < m_conflicts.size(); ++i) {
        const ConflictView &one = m_conflicts.at(i);
        open += one.isOpen();
        const bool beginsDecided = !one.isOpen() && (i == 0 || m_conflicts.at(i - 1).isOpen());
        if (beginsDecided) {
            NoteRow heading;
            heading.key = u"decided"_s;
            heading.title = tr("Decided");
            heading.isHeading = true;
            rows += heading;
            m_rowOf += -1;
        }
        NoteRow row;
        row.key = one.record.id.text();
        row.title = familyTitle(one.record.content);
        row.detail = tr("%1 · %2 · since %3")
                         .arg(codeLabel(u"service"_s, one.record.content.service),
                              officerName(m_office, one.record.officer), momentText(one.since, now));
        if (one.isOpen()) {
            const int days = daysToDecide(one, m_office);
            row.mark = days < 0 ? tr("%n day(s) late", nullptr, -days)
                : days == 0     ? tr("due today")
                                : tr("%n day(s) left", nullptr, days);
            row.tone = days <= 0 ? Tone::Danger : Tone::Warning;
        } else {
            row.isQuiet = true;
        }
        if (row.key == m_chosen)
            current = int(rows.size());
        rows += row;
        m_rowOf += i;
    }
    m_list->setRows(rows);
    m_list->setCurrent(current);
    m_listCard->setTitle(tr("To be decided"));
    m_listCard->setCount(open > 0 ? numberText(open) : QString(), Tone::Danger);
    m_list->setAccessibleName(tr("Cases to be decided"));
    m_list->setAccessibleDescription(tr("Enter goes to the first choice"));
}

void ConflictPage::showChosen()
{
    const ConflictView *one = chosen();
    m_stack->setCurrentIndex(one ? 1 : 0);
    m_none->set(m_failure.isEmpty() ? tr("Nothing to decide") : tr("The list can't be read"),
                m_failure.isEmpty() ? tr(
                    "When this counter and the centre change the same at the same time, both values appear "
                    "here.")
                                    : m_failure);
    m_card->setTitle(one ? familyTitle(one->record.content) : tr("Nothing to decide"));
    m_card->setCount(one ? one->record.reference : QString());
    if (!one)
        return;
    const bool isLate = one->isOpen() && daysToDecide(*one, m_office) < 0;
    setLook(m_about, "tone", isLate ? toneWord(Tone::Danger) : QString());
    const QString late = isLate
        ? tr("This waits for too long, since %1: bring it to the supervisor and decide together.")
                .arg(momentText(one->since, m_office.clock().nowUtc()))
            + u' '
        : QString();
    m_about->setText(
        late
        + (one->isOpen()
               ? tr("Both sides changed the same since %1 saw the family. Choose for each group what "
                    "is right; ask the participant or look at the documents.")
                     .arg(officerName(m_office, one->record.officer))
               : decidedText(*one)));
    m_sheet->show(*one);
    // The choices are made anew: they stand between the list and the reason.
    QList<QWidget *> order{m_list};
    order += m_sheet->choices();
    order += {m_reasonEdit, m_correct, m_decide};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
    refreshDecision();
}

void ConflictPage::refreshDecision()
{
    const ConflictView *one = chosen();
    if (!one)
        return;
    m_reason->setLabel(tr("Reason"));
    m_reason->setVisible(one->isOpen());
    m_decide->setVisible(one->isOpen());
    m_correct->setVisible(one->isOpen());
    m_decide->setText(tr("Decide"));
    m_correct->setText(tr("Open as a correction"));
    const QString reason = m_reasonEdit->text().trimmed();
    m_decide->setEnabled(m_sheet->isComplete() && reason.size() >= kShortestReason);
    m_result->setVisible(one->isOpen());
    m_result->setText(!m_sheet->isComplete() ? tr("Choose one side in every group.")
                          : m_sheet->isAllTheirs()
                          ? tr("Result: this case is withdrawn and the centre's values stay.")
                          : tr("Result: a new case with the chosen values takes the place of this one."));
}

QString ConflictPage::decidedText(const ConflictView &one) const
{
    const CaseRecord *by = one.decidedBy ? &*one.decidedBy : nullptr;
    const QString why = one.isWithdrawn()        ? one.record.reason
        : by && !by->content.overrides.isEmpty() ? by->content.overrides.first().reason
                                                 : QString();
    const QString who = by ? tr("Decided by %1, %2, as %3.")
                                 .arg(officerName(m_office, by->officer),
                                      momentText(by->savedAt, m_office.clock().nowUtc()), by->reference)
                           : tr("The case is not in conflict any more.");
    return why.isEmpty() ? who : tr("%1 Reason: %2", "who decided, why").arg(who, why);
}

void ConflictPage::decide()
{
    if (!m_decide->isEnabled())
        return;
    m_decide->setEnabled(false);
    whenDone(m_office.resolveConflict(m_chosen, {m_sheet->sides(), m_reasonEdit->text()}), this,
             [this](const Outcome<ConflictAnswer> &answer) { finish(answer); });
}

void ConflictPage::finish(const Outcome<ConflictAnswer> &answer)
{
    if (!answer || !answer.value().problem.isEmpty()) {
        refreshDecision();
        Problem problem;
        problem.code = answer ? answer.value().problem : QString();
        if (problem.code == "unsent.limit"_L1) // its sentence has figures
            problem = answer.value().assessment.problems.value(0, problem);
        m_result->setText(answer ? problemText(problem, {}) : failureText(answer.error()));
        return;
    }
    m_navigator.toast(answer.value().newCase.isEmpty()
                          ? tr("Decided: the case is withdrawn, the centre's values stay.")
                          : tr("Decided: a new case goes to the centre."));
    m_reasonEdit->clear();
    reread();
    m_list->setFocus();
}

void ConflictPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        fillList();
        showChosen();
        Q_EMIT titleChanged();
    }
}

} // namespace Loket
