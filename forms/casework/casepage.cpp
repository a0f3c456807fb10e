// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/casepage.h"

#include "forms/casework/casedraft.h"
#include "forms/casework/casefield.h"
#include "forms/casework/casesummary.h"
#include "forms/casework/consentcard.h"
#include "forms/casework/documentpanel.h"
#include "forms/casework/duespanel.h"
#include "forms/casework/familysection.h"
#include "forms/casework/fieldflow.h"
#include "forms/casework/focusorder.h"
#include "forms/casework/issuetext.h"
#include "forms/casework/membergrid.h"
#include "forms/casework/membermodel.h"
#include "forms/casework/memberpath.h"
#include "forms/casework/memberscard.h"
#include "forms/casework/noticebar.h"
#include "forms/casework/problempanel.h"
#include "forms/common/dialogs.h"
#include "forms/common/format.h"
#include "forms/common/keybutton.h"
#include "forms/common/linkbutton.h"
#include "forms/common/navigator.h"
#include "forms/common/pill.h"
#include "forms/common/texts.h"
#include "forms/common/theme.h"
#include "forms/common/whendone.h"
#include "forms/common/widgets.h"
#include "model/rulebook/rulebook.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

/// The section of services.csv that a field of the catalogue belongs to, by the first word of its id.
QString sectionOfField(const Field &field)
{
    static const QHash<QString, QString> kSections
        = {{u"address"_s, u"family"_s}, {u"billing"_s, u"family"_s}, {u"member"_s, u"members"_s}};
    const QString word = field.id.section(u'.', 0, 0);
    return kSections.value(word, word);
}

/// Fields that the page sets itself.
bool isSetByPage(const Field &field)
{
    return field.path == u"date" || field.path == u"channel";
}

/// The problem that stands behind the decision; null: only documents are missing.
const Problem *deciding(const Assessment &assessment)
{
    for (const Problem &problem : assessment.problems) {
        if (assessment.decision == Decision::Refused          ? problem.refuses
                : assessment.decision == Decision::BackOffice ? problem.backOffice
                                                              : problem.severity == Severity::Error)
            return &problem;
    }
    return nullptr;
}

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

void CasePage::makeHeader(QWidget *parent)
{
    m_title = roleLabel(u"page"_s, parent);
    m_title->setObjectName(u"caseTitle"_s);
    m_keeping = new Pill(parent);
    m_keeping->setObjectName(u"draftState"_s);
    m_keeping->setSymbolVisible(false);
    m_about = new LinkButton(parent);
    m_about->setObjectName(u"aboutCase"_s);
    m_save = new QPushButton(parent);
    m_save->setObjectName(u"saveDraft"_s);
    m_cancel = new QPushButton(parent);
    m_cancel->setObjectName(u"cancelCase"_s);
    m_submit = new KeyButton(parent);
    m_submit->setObjectName(u"submitCase"_s);
    m_submit->setPrimary(true);
    m_submit->setKey(u"Ctrl ↵"_s);
    auto *words = new QWidget(parent);
    auto *left = new FieldFlow(words);
    left->setCentred(true);
    for (QWidget *part : std::initializer_list<QWidget *>{m_title, m_keeping, m_about})
        left->addField(part, 0, 0);
    auto *buttons = new QWidget(parent);
    auto *right = new QHBoxLayout(buttons);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(Theme::current().px(Metric::kSpace3));
    for (QPushButton *button : {m_save, m_cancel, static_cast<QPushButton *>(m_submit)})
        right->addWidget(button);
    auto *line = new FieldFlow(parent); // large text: the buttons below the words
    line->setCentred(true);
    line->addField(words, 0, 1);
    line->addField(buttons, 0, 0);
    for (FieldFlow *flow : {left, line})
        flow->setGaps(Theme::current().px(Metric::kSpace3), Theme::current().px(Metric::kSpace1));
}

QList<Field> CasePage::fieldsOf(const QString &section) const
{
    QList<Field> found;
    const Rulebook &rulebook = m_port->rulebook(m_draft->content().date);
    const Service *asked = Loket::service(rulebook, m_draft->content().service);
    for (const QString &id : asked ? asked->fields : QStringList()) {
        const Field *one = field(rulebook, id);
        if (one && sectionOfField(*one) == section && !isSetByPage(*one))
            found << *one;
    }
    return found;
}

void CasePage::makeSections(QWidget *parent)
{
    auto *layout = new QVBoxLayout(parent);
    layout->setObjectName(u"sections"_s);
    const Rulebook &rulebook = m_port->rulebook(m_draft->content().date);
    const Service *asked = Loket::service(rulebook, m_draft->content().service);
    auto *last = new QHBoxLayout; // short sections side by side
    auto *about = new QHBoxLayout;
    layout->addLayout(about);
    for (const QString &section : asked ? asked->sections : QStringList()) {
        const QList<Field> fields = fieldsOf(section);
        if (section == u"members") {
            QList<Field> details;
            for (const Field &one : fields) {
                if (MemberModel::columnOf(one.path.section(u'.', -1)) < 0)
                    details << one;
            }
            m_members = new MembersCard(details, *m_draft, parent);
            layout->addWidget(m_members);
        } else if (section == u"consent") {
            m_consent = new ConsentCard(*m_draft, parent);
            last->addWidget(m_consent, 1);
        } else if (section == u"family" && !fields.isEmpty()) {
            m_sections << new FamilySection(fields, *m_draft, parent);
            layout->addWidget(m_sections.last());
        } else if (!fields.isEmpty()) {
            auto *card = new CaseSection(section, fields, *m_draft, parent);
            const bool isAbout = section == u"case" || section == u"applicant";
            (isAbout ? m_aboutSections : m_sections) << card;
            (isAbout ? about : last)->addWidget(card, section == u"case" ? 1 : isAbout ? 2 : 1);
            card->setVisible(!isAbout);
        }
    }
    layout->addLayout(last);
    layout->addStretch(1);
}

void CasePage::makeSide(QWidget *parent)
{
    m_problems = new ProblemPanel(*m_draft, parent);
    m_documents = new DocumentPanel(*m_draft, parent);
    m_dues = new DuesPanel(*m_draft, parent);
    auto *layout = new QVBoxLayout(parent);
    layout->setObjectName(u"side"_s);
    layout->addWidget(m_problems);
    layout->addWidget(m_documents);
    layout->addWidget(m_dues);
    layout->addStretch(1);
}

void CasePage::connectParts()
{
    connect(m_draft, &CaseDraft::keepingChanged, this, &CasePage::refreshHeader);
    connect(m_draft, &CaseDraft::assessed, this, &CasePage::refreshSubmit);
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
    connect(m_dues, &DuesPanel::reasonsWanted, this, &CasePage::showReasons);
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
            m_aboutSections.first()->fields().first()->edit()->setFocus(Qt::OtherFocusReason);
    });
    connect(m_summary, &CaseSummary::receiptWanted, this, [this] { m_navigator.showReceipt(caseId()); });
    connect(m_summary, &CaseSummary::nextWanted, this, [this] { m_navigator.startCase(service()); });
    connect(m_summary, &CaseSummary::familyWanted, this,
            [this] { m_navigator.showFamily(m_draft->content().family.kk); });
    connect(m_draft, &CaseDraft::changed, this, [this] {
        refreshHeader();
        Q_EMIT titleChanged();
    });
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
    // A field that gets the focus by key or link is brought into sight.
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        for (QScrollArea *area : {m_left, m_side}) {
            if (now && area->isAncestorOf(now))
                area->ensureWidgetVisible(now, 0, Theme::current().px(Metric::kSpace6));
        }
    });
    connect(&Theme::current(), &Theme::changed, this, &CasePage::applyMetrics);
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

void CasePage::retranslate()
{
    m_title->setText(codeLabel(u"service"_s, m_draft->content().service));
    m_save->setText(tr("Save draft"));
    m_cancel->setText(tr("Discard"));
    m_cancel->setToolTip(tr("Throws this draft away. You can take that back for a moment."));
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
    m_about->setText(u"%1 · %2"_s.arg(codeLabel(u"segment"_s, content.segment),
                                      content.applicant.kind == u"proxy"
                                          ? tr("by proxy: %1").arg(content.applicant.name)
                                          : tr("by a member")));
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
    const QString what = codeLabel(u"service"_s, m_draft->content().service);
    const QList<CaseMember> &members = m_draft->content().family.members;
    const QString name = members.isEmpty() ? QString() : members.first().name;
    return u"%1 — %2"_s.arg(what, name.isEmpty() ? tr("new family") : name);
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
        return m_phase == Phase::Submitted;
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
        m_navigator.showReceipt(caseId());
        break;
    }
}

void CasePage::cameToFront()
{
    if (m_phase == Phase::Submitted) {
        m_summary->focusFirst();
        return;
    }
    m_draft->assessNow(); // another case or a sync may have changed what is known
    QWidget *now = QApplication::focusWidget();
    if (now && m_body->isAncestorOf(now))
        return;
    for (CaseSection *section : m_sections) {
        for (CaseField *field : section->fields()) {
            if (!field->isHidden() && m_draft->text(field->path()).isEmpty()) {
                field->edit()->setFocus(Qt::OtherFocusReason);
                return;
            }
        }
    }
    if (m_members)
        m_members->grid().setFocus(Qt::TabFocusReason);
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

void CasePage::saveDraft()
{
    settle();
    m_draft->saveNow();
    m_navigator.toast(tr("Draft saved. It is found again on the home page."));
}

void CasePage::giveUp()
{
    settle();
    const Case content = m_draft->content();
    m_draft->saveNow(); // kept until the message is gone
    Navigator *navigator = &m_navigator;
    if (!isPristine() || m_wasKept) {
        navigator->toastWithUndo(
            tr("Draft discarded"), tr("Take back"), [navigator, content] { navigator->openCase(content); },
            m_port->discarder(content.id));
    }
    Q_EMIT closeRequested();
}

void CasePage::nextProblem()
{
    settle();
    m_draft->assessNow();
    if (const Problem *problem = m_problems->next())
        showProblem(*problem);
}

void CasePage::showProblem(const Problem &problem)
{
    const Problem wanted = problem; // the list may change under it
    if (const auto place = MemberPath::parse(wanted.path)) {
        if (place->field == u"photo" || place->field == u"photoWaived")
            m_documents->focusFirstOpen();
        else if (m_members)
            m_members->showField(place->row, place->field);
        return;
    }
    if (wanted.path == u"family.members" && m_members) {
        m_members->grid().setFocus(Qt::TabFocusReason);
        return;
    }
    if (wanted.path.startsWith(u"consent"_s) && m_consent) {
        m_consent->box()->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (wanted.path.startsWith(u"documents"_s)) {
        m_documents->focusFirstOpen();
        return;
    }
    for (CaseSection *section : m_sections + m_aboutSections) {
        if (CaseField *field = section->field(wanted.path)) {
            if (m_aboutSections.contains(section)) {
                for (CaseSection *about : m_aboutSections)
                    about->show();
            }
            field->edit()->setFocus(Qt::OtherFocusReason);
            field->edit()->selectAll();
            return;
        }
    }
}

void CasePage::photo()
{
    settle();
    const QList<CaseMember> &members = m_draft->content().family.members;
    const auto needsPhoto = [&members](int row) {
        return row >= 0 && row < members.size() && members[row].photo.isEmpty()
            && members[row].photoWaived.isEmpty();
    };
    int row = m_members ? m_members->grid().currentIndex().row() : -1;
    // The member at hand; once that one has a photo, the next who has none.
    for (int i = 0; !needsPhoto(row) && i < members.size(); ++i) {
        if (needsPhoto(i))
            row = i;
    }
    if (row >= 0 && row < members.size())
        takePhoto(row);
}

void CasePage::takePhoto(int member)
{
    if (m_phase != Phase::Typing || member >= m_draft->memberCount())
        return;
    QPointer<CasePage> page = this;
    const QString who = m_draft->content().family.members[member].name;
    m_port->takePhoto(this, who.isEmpty() ? memberCallName(m_draft->content(), member) : who,
                      [page, member](const QString &photo) {
                          if (!page || member >= page->m_draft->memberCount())
                              return;
                          page->m_draft->setText(memberPath(member, u"photo"_s), photo);
                          page->m_draft->endStep();
                      });
}

void CasePage::showReasons()
{
    QStringList lines;
    for (const FiredRule &rule : m_draft->assessment().fired)
        lines << u"%1 · %2: %3"_s.arg(rule.table, rule.row, rule.source);
    m_dialogs.tell(this, tr("Rules behind this page"), lines.join(u'\n'));
}

void CasePage::setShowsAll()
{
    m_showsAll = true;
    m_problems->setEmptyIsProblem(true);
    for (CaseSection *section : m_sections + m_aboutSections)
        section->setShowsAll(true);
    if (m_members)
        m_members->setShowsAll(true);
    if (m_consent)
        m_consent->setShowsAll(true);
}

void CasePage::submit()
{
    if (m_phase != Phase::Typing)
        return;
    settle();
    m_draft->assessNow();
    m_saysUnready = false;
    m_notice->clear();
    if (refuseUnready() || askForReasons())
        return;
    setPhase(Phase::Submitting);
    m_draft->pauseKeeping([this] { send(); });
}

/// Says why the case can't be submitted and leads there. False: it can.
bool CasePage::refuseUnready()
{
    const Assessment &assessment = m_draft->assessment();
    if (assessment.decision == Decision::Ready)
        return false;
    setShowsAll();
    m_saysUnready = true;
    sayUnready();
    const auto first = deciding(assessment);
    if (first)
        showProblem(*first);
    else
        m_documents->focusFirstOpen();
    return true;
}

void CasePage::sayUnready()
{
    const Assessment &assessment = m_draft->assessment();
    const Rulebook &rulebook = m_port->rulebook(m_draft->content().date);
    const auto first = deciding(assessment);
    const QString sentence = first ? issueText(*first, m_draft->content(), &rulebook) : QString();
    const auto missing = std::count_if(assessment.documents.cbegin(), assessment.documents.cend(),
                                       [](const DocumentNeed &need) { return need.required && !need.seen; });
    if (assessment.decision == Decision::Ready) {
        m_saysUnready = false;
        m_notice->clear();
    } else if (assessment.decision == Decision::Refused) {
        m_notice->say(tr("Not allowed: %1").arg(sentence), Tone::Danger);
    } else if (assessment.decision == Decision::BackOffice) {
        m_notice->say(
            tr("The counter may not decide this: %1. Keep the draft and hand it to the back office.")
                .arg(sentence),
            Tone::Info);
    } else if (m_problems->errors() > 0) {
        m_notice->say(tr("Not submitted yet: %n problem(s) to mend; F6 goes from one to the next.", nullptr,
                         m_problems->errors()),
                      Tone::Danger);
    } else {
        m_notice->say(tr("Not submitted yet: %n document(s) still to be seen (F7).", nullptr, int(missing)),
                      Tone::Danger);
    }
}

/// Asks once for a reason to pass each warning. False: nothing to ask, or asked before.
bool CasePage::askForReasons()
{
    bool isNew = false;
    for (const Problem &problem : m_draft->assessment().problems) {
        const QString key = problem.code + u' ' + problem.path;
        if (problem.severity == Severity::Warning && !problem.overridden && !m_askedWarnings.contains(key)) {
            m_askedWarnings.insert(key);
            isNew = true;
        }
    }
    if (!isNew)
        return false;
    m_notice->say(tr("%n warning(s): give a reason, or submit again to go on without one.", nullptr,
                     m_problems->openWarnings()),
                  Tone::Warning);
    m_problems->askReasons();
    return true;
}

void CasePage::send()
{
    for (const Problem &problem : m_draft->assessment().problems) {
        if (problem.severity == Severity::Warning && !problem.overridden)
            m_draft->passWarning(problem.code, problem.path, {});
    }
    m_draft->assessNow();
    whenDone(m_port->submit(m_draft->content()), this,
             [this](const Outcome<Submitted> &answer) { finish(answer); });
}

void CasePage::finish(const Outcome<Submitted> &answer)
{
    if (answer && answer.value().record) {
        m_summary->show(*answer.value().record);
        setPhase(Phase::Submitted);
        m_summary->focusFirst();
        Q_EMIT submitted(caseId());
        Q_EMIT titleChanged();
        return;
    }
    setPhase(Phase::Typing);
    m_draft->resumeKeeping();
    if (!answer) {
        m_notice->say(tr("Not saved. %1 The draft stays as it is.").arg(failureText(answer.error())),
                      Tone::Danger);
    } else if (answer.value().kind == Submitted::Kind::OtherContent) {
        m_notice->say(tr("This case was saved before with other content; see the family's page."),
                      Tone::Danger);
    } else {
        const QList<Problem> problems = answer.value().assessment.problems;
        const Rulebook &rulebook = m_port->rulebook(m_draft->content().date);
        QStringList sentences;
        for (const Problem &problem : problems) {
            if (problem.severity == Severity::Error)
                sentences << issueText(problem, m_draft->content(), &rulebook);
        }
        m_notice->say(tr("Not saved: %1").arg(sentences.join(u"; "_s)), Tone::Danger);
        m_draft->assessNow();
    }
    m_submit->setFocus(Qt::OtherFocusReason);
}

void CasePage::setPhase(Phase phase)
{
    m_phase = phase;
    const bool isTyping = phase == Phase::Typing;
    m_body->setEnabled(isTyping);
    for (QPushButton *button : {m_save, m_cancel, static_cast<QPushButton *>(m_submit)})
        button->setEnabled(isTyping);
    m_about->setEnabled(isTyping);
    m_progress->setVisible(phase == Phase::Submitting);
    m_stack->setCurrentWidget(phase == Phase::Submitted ? static_cast<QWidget *>(m_summary) : m_typing);
    retranslate();
}

} // namespace Loket
