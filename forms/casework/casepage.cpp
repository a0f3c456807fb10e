// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/casepage.h"

#include "forms/casework/casedraft.h"
#include "forms/casework/casefield.h"
#include "forms/casework/casesection.h"
#include "forms/casework/casesummary.h"
#include "forms/casework/documentpanel.h"
#include "forms/casework/duespanel.h"
#include "forms/casework/elsewherecard.h"
#include "forms/casework/focusorder.h"
#include "forms/casework/issuetext.h"
#include "forms/casework/knownfamilycard.h"
#include "forms/casework/membergrid.h"
#include "forms/casework/memberscard.h"
#include "forms/casework/noticebar.h"
#include "forms/casework/problempanel.h"
#include "forms/common/format.h"
#include "forms/common/keybutton.h"
#include "forms/common/linkbutton.h"
#include "forms/common/navigator.h"
#include "forms/common/pill.h"
#include "forms/common/texts.h"
#include "forms/common/theme.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

QScrollArea *columnArea(QWidget *content, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    content->setProperty("role", u"sheet"_s);
    area->setWidget(content);
    return area;
}

} // namespace

CasePage::CasePage(const Case &start, std::unique_ptr<CasePort> port, Navigator &navigator, Dialogs &dialogs,
                   QWidget *parent)
    : CaseTab(parent)
    , m_port(std::move(port))
    , m_navigator(navigator)
    , m_dialogs(dialogs)
    , m_draft(new CaseDraft(start, *m_port, this))
    , m_stack(new QStackedWidget(this))
    , m_typing(new QWidget)
    , m_summary(new CaseSummary)
    , m_progress(new QProgressBar(m_typing))
    , m_notice(new NoticeBar(m_typing))
{
    setObjectName(u"casePage"_s);
    m_wasKept = !start.id.isEmpty();
    auto *header = new QWidget(m_typing);
    makeHeader(header);
    m_body = new QWidget(m_typing);
    auto *columns = new QHBoxLayout(m_body);
    columns->setContentsMargins(0, 0, 0, 0);
    auto *left = new QWidget;
    makeSections(left);
    m_left = columnArea(left, m_body);
    auto *side = new QWidget;
    makeSide(side);
    m_side = columnArea(side, m_body);
    columns->addWidget(m_left, 1);
    columns->addWidget(m_side);

    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setObjectName(u"submitting"_s);
    m_progress->hide();
    auto *layout = new QVBoxLayout(m_typing);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(header);
    layout->addWidget(m_progress);
    layout->addWidget(m_notice);
    layout->addWidget(m_body, 1);
    m_stack->addWidget(m_typing);
    m_stack->addWidget(m_summary);
    auto *outer = new QVBoxLayout(this);
    outer->addWidget(m_stack);

    connectParts();
    applyMetrics();
    retranslate();
    putInReadingOrder(m_typing);
}

CasePage::~CasePage()
{
    // A cell being typed in writes into the draft when it loses the focus, so editors go while all of it is
    // there.
    settle();
    disconnect(qApp, nullptr, this, nullptr);
    disconnect(m_draft, nullptr, this, nullptr);
    delete m_stack;
    delete m_draft;
}

void CasePage::connectParts()
{
    connect(m_draft, &CaseDraft::keepingChanged, this, &CasePage::refreshHeader);
    connect(m_draft, &CaseDraft::assessed, this, &CasePage::refreshSubmit);
    connect(m_draft, &CaseDraft::assessed, this, &CaseTab::applicantChanged);
    connect(m_problems, &ProblemPanel::problemChosen, this, &CasePage::showProblem);
    connect(m_problems, &ProblemPanel::reasonsGiven, this, [this] {
        m_notice->clear();
        m_submit->setFocus(Qt::OtherFocusReason);
    });
    connect(m_documents, &DocumentPanel::photoWanted, this, &CasePage::takePhoto);
    const auto order = [this] { putInReadingOrder(m_typing); };
    connect(m_problems, &ProblemPanel::rowMade, this, order);
    connect(m_documents, &DocumentPanel::rowMade, this, order);
    connect(m_documents, &DocumentPanel::allSeen, this, [this] { m_submit->setFocus(Qt::OtherFocusReason); });
    connect(m_elsewhere, &ElsewhereCard::printWanted, this,
            [this] { m_navigator.showSheet(m_elsewhere->sheet()); });
    if (m_family)
        connect(m_family, &KnownFamilyCard::settled, this, &CasePage::focusFirstOpen);
    if (m_members)
        connect(&m_members->grid(), &MemberGrid::photoWanted, this, &CasePage::takePhoto);
    connect(m_save, &QAbstractButton::clicked, this, &CasePage::saveDraft);
    connect(m_cancel, &QAbstractButton::clicked, this, &CasePage::giveUp);
    connect(m_submit, &QAbstractButton::clicked, this, &CasePage::submit);
    connect(m_about, &QAbstractButton::clicked, this, [this] {
        const bool opens = !m_aboutSections.isEmpty() && m_aboutSections.first()->isHidden();
        for (CaseSection *section : m_aboutSections)
            section->setVisible(opens);
        if (opens)
            m_aboutSections.first()->fields().first()->enter();
    });
    connect(m_summary, &CaseSummary::receiptWanted, this, [this] { m_navigator.showReceipt(caseId()); });
    connect(m_summary, &CaseSummary::formWanted, this, &CasePage::showForm);
    connect(m_summary, &CaseSummary::nextWanted, this, [this] { m_navigator.startCase(service()); });
    connect(m_summary, &CaseSummary::familyWanted, this,
            [this] { m_navigator.showFamily(m_draft->content().family.kk); });
    connect(m_summary, &CaseSummary::voidWanted, this, &CasePage::takeBack);
    connect(m_summary, &CaseSummary::correctionWanted, this, &CasePage::correct);
    connect(m_summary, &CaseSummary::relatedWanted, this, &CasePage::startRelated);
    connect(m_draft, &CaseDraft::changed, this, [this] {
        refreshHeader();
        Q_EMIT titleChanged();
    });
    connectKeys();
    // A field that gets the focus by key or link is brought into sight.
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        for (QScrollArea *area : {m_left, m_side}) {
            if (now && area->isAncestorOf(now))
                area->ensureWidgetVisible(now, 0, Theme::current().px(Metric::kSpace6));
        }
    });
    connect(&Theme::current(), &Theme::changed, this, &CasePage::applyMetrics);
}

void CasePage::connectKeys()
{
    const auto key = [this](const QKeySequence &keys, auto run) {
        auto *action = new QAction(this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        connect(action, &QAction::triggered, this, run);
    };
    key(QKeySequence::Undo, [this] {
        settle();
        m_draft->undoStack().undo();
    });
    const auto redo = [this] {
        settle();
        m_draft->undoStack().redo();
    };
    key(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), redo);
    key(QKeySequence(Qt::CTRL | Qt::Key_Y), redo);
    key(QKeySequence(Qt::Key_F7), [this] { m_documents->focusFirstOpen(); });
}

void CasePage::applyMetrics()
{
    const Theme &theme = Theme::current();
    const int gap = theme.px(Metric::kSpace3);
    const int edge = theme.px(Metric::kSpace4);
    layout()->setContentsMargins(edge, theme.px(10), edge, theme.px(Metric::kSpace2));
    m_typing->layout()->setSpacing(theme.px(10));
    m_body->layout()->setSpacing(gap);
    for (QScrollArea *area : {m_left, m_side}) {
        area->widget()->layout()->setSpacing(gap);
        area->widget()->layout()->setContentsMargins(0, 0, 0, 0);
        for (QHBoxLayout *line : area->widget()->findChildren<QHBoxLayout *>(Qt::FindDirectChildrenOnly))
            line->setSpacing(gap);
    }
    m_side->setFixedWidth(std::min(theme.px(Metric::kSideColumn), Metric::kWidestSide));
}

void CasePage::changeEvent(QEvent *event)
{
    CaseTab::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

bool CasePage::event(QEvent *event)
{
    // Somebody may walk away now, or the screen be locked.
    if (event->type() == QEvent::WindowDeactivate)
        m_draft->saveNow();
    return CaseTab::event(event);
}

void CasePage::retranslate()
{
    m_title->setText(serviceName(m_port->rulebook(m_draft->content().date), service()));
    m_save->setText(tr("Save draft"));
    m_cancel->setText(tr("Discard"));
    m_cancel->setToolTip(tr("Throws this draft away. You can take that back for a moment."));
    retranslateMore();
    m_submit->setText(m_phase == Phase::Submitting ? tr("Saving…") : tr("Submit"));
    m_submit->setAccessibleName(tr("Submit"));
    m_progress->setAccessibleName(tr("Saving"));
    refreshHeader();
    refreshSubmit();
    Q_EMIT titleChanged();
}

void CasePage::refreshHeader()
{
    switch (m_draft->keeping()) {
    case CaseDraft::Keeping::Untouched:
        m_keeping->set(tr("draft"), Tone::Neutral);
        break;
    case CaseDraft::Keeping::Changed:
    case CaseDraft::Keeping::Saving:
        m_keeping->set(m_draft->savedAt().isValid()
                           ? tr("draft · saving… (last %1)").arg(secondsText(m_draft->savedAt()))
                           : tr("draft · saving…"),
                       Tone::Neutral);
        break;
    case CaseDraft::Keeping::Saved:
        m_keeping->set(tr("draft · saved %1").arg(secondsText(m_draft->savedAt())), Tone::Neutral);
        break;
    case CaseDraft::Keeping::Failed:
        m_keeping->set(tr("draft · could not be saved"), Tone::Danger);
        break;
    }
    m_keeping->setToolTip(m_draft->failure() ? failureText(*m_draft->failure()) : QString());
    const Case &content = m_draft->content();
    m_about->setVisible(!m_aboutSections.isEmpty());
    const QString by = content.applicant.kind == u"proxy" ? tr("by proxy: %1").arg(content.applicant.name)
                                                          : tr("by a member");
    // The card of the family tells its segment.
    m_about->setText(m_family ? by : u"%1 · %2"_s.arg(codeLabel(u"segment"_s, content.segment), by));
    m_about->setAccessibleName(tr("Segment and applicant: %1").arg(m_about->text()));
}

void CasePage::refreshSubmit()
{
    const Decision decision = m_draft->assessment().decision;
    if (m_saysUnready)
        sayUnready();
    m_submit->setToolTip(decision == Decision::Ready ? tr("Everything is there")
                                                     : tr("Shows what is still missing"));
}

QString CasePage::caseId() const
{
    return m_draft->content().id;
}

QString CasePage::service() const
{
    return m_draft->content().service;
}

bool CasePage::isPristine() const
{
    return m_draft->keeping() == CaseDraft::Keeping::Untouched;
}

QString CasePage::title() const
{
    const QString what = serviceName(m_port->rulebook(m_draft->content().date), service());
    if (m_family) {
        const MemberView *head = m_draft->known() ? knownHead(*m_draft->known()) : nullptr;
        return head ? u"%1 — %2"_s.arg(what, head->name) : what;
    }
    const QList<CaseMember> &members = m_draft->content().family.members;
    const QString name = members.isEmpty() ? QString() : members.first().name;
    return m_draft->familyNeed() == FamilyNeed::None && name.isEmpty()
        ? what
        : u"%1 — %2"_s.arg(what, name.isEmpty() ? tr("new family") : name);
}

bool CasePage::can(Act act) const
{
    switch (act) {
    case Act::Photo:
        return m_phase == Phase::Typing && m_draft->memberCount() > 0;
    case Act::NextProblem:
    case Act::Submit:
    case Act::SaveDraft:
        return m_phase == Phase::Typing;
    case Act::Print:
        return m_phase == Phase::Submitted || (m_phase == Phase::Typing && hasForm());
    }
    return false;
}

void CasePage::perform(Act act)
{
    switch (act) {
    case Act::Photo:
        photo();
        break;
    case Act::NextProblem:
        nextProblem();
        break;
    case Act::Submit:
        submit();
        break;
    case Act::SaveDraft:
        saveDraft();
        break;
    case Act::Print:
        if (m_phase == Phase::Submitted)
            m_navigator.showReceipt(caseId());
        else
            showForm();
        break;
    }
}

void CasePage::cameToFront()
{
    if (m_phase == Phase::Submitted) {
        m_summary->focusFirst();
        return;
    }
    m_draft->readKnown(); // another case or a sync may have changed what is known
    m_draft->assessNow();
    QWidget *now = QApplication::focusWidget();
    if (now && m_body->isAncestorOf(now))
        return;
    focusFirstOpen();
}

void CasePage::focusFirstOpen()
{
    if (m_elsewhere->isVisibleTo(this)) {
        m_elsewhere->printButton()->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (m_family && m_family->enterOpen())
        return;
    if (!focusNextOpen(m_submit)) // it is the last of the head, before everything that is filled in
        m_submit->setFocus(Qt::OtherFocusReason);
}

void CasePage::leaving()
{
    settle();
    m_draft->saveNow();
}

/// What is being typed goes into the draft.
void CasePage::settle()
{
    if (m_members)
        m_members->grid().commitEditing();
    QWidget *now = QApplication::focusWidget();
    if (auto *edit = qobject_cast<SuggestEdit *>(now); edit && isAncestorOf(edit))
        edit->settle(true);
    m_draft->endStep();
}

} // namespace Loket
