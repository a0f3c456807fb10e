// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/knownfamilycard.h"

#include "forms/casework/casedraft.h"
#include "forms/casework/familyfinder.h"
#include "forms/casework/focusorder.h"
#include "forms/casework/issuetext.h"
#include "forms/casework/knownfamily.h"
#include "forms/casework/knownmembermodel.h"
#include "forms/casework/memberchooser.h"
#include "forms/common/format.h"
#include "forms/common/language.h"
#include "forms/common/linkbutton.h"
#include "forms/common/pill.h"
#include "forms/common/texts.h"
#include "forms/common/theme.h"
#include "forms/common/widgets.h"
#include "model/domain/casefields.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {
constexpr int kMembersInSight = 12;
} // namespace

KnownFamilyCard::KnownFamilyCard(CaseDraft &draft, QWidget *parent)
    : CardFrame(parent)
    , m_draft(draft)
    , m_status(addMark())
    , m_facts(roleLabel(u"muted"_s, this))
    , m_problem(roleLabel(u"error"_s, this))
    , m_question(roleLabel(u"label"_s, this))
    , m_model(new KnownMemberModel(this))
    , m_change(new LinkButton(this))
{
    setObjectName(u"section knownFamily"_s);
    setFlush(true);
    const Theme &theme = Theme::current();
    m_members = new MemberChooser(*m_model, this);
    m_whom = draft.whomPath();
    m_members->setObjectName(m_whom);
    m_model->setNumbered(choosesMember());
    m_members->setWeights({0, 3, 1, 1, 1, 3, 0});
    m_members->setFitRows(kMembersInSight);
    m_members->setProperty("mayShorten", QVariantList{KnownMemberModel::Fktp});
    m_members->setChoosing(choosesMember());
    if (!choosesMember())
        m_members->setColumnHidden(KnownMemberModel::Number, true);
    m_members->horizontalHeader()->setVisible(choosesMember()); // only shown: the values speak for themselves
    m_finder = new FamilyFinder(draft.port(), draft.familyNeed() == FamilyNeed::Any, this);
    m_facts->setObjectName(u"familyFacts"_s);
    m_facts->setWordWrap(true);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_problem->setWordWrap(true);
    m_change->setObjectName(u"otherFamily"_s);
    m_change->setFocusPolicy(Qt::ClickFocus); // by key: Alt+K
    m_change->setShortcut(QKeySequence(Qt::ALT | Qt::Key_K));
    addToHeader(m_change);
    auto *words = new QWidget(this);
    auto *column = new QVBoxLayout(words);
    column->setContentsMargins(theme.px(14), theme.px(Metric::kSpace2), theme.px(14),
                               theme.px(Metric::kSpace2));
    column->setSpacing(theme.px(Metric::kSpace1));
    column->addWidget(m_facts);
    column->addWidget(m_finder);
    column->addWidget(m_problem);
    column->addWidget(m_question);
    body()->addWidget(words);
    body()->addWidget(m_members);
    connect(m_finder, &FamilyFinder::found, this, &KnownFamilyCard::take);
    connect(m_finder, &FamilyFinder::withoutWanted, this, [this] {
        m_goesWithout = true;
        m_isChanging = false;
        if (m_draft.known())
            m_draft.leaveFamily();
        refresh();
        Q_EMIT settled();
    });
    connect(m_members, &MemberChooser::chosen, this, [this](const QString &key) {
        m_draft.setText(m_whom, key);
        m_draft.endStep();
        m_draft.assessNow(); // what it makes the rules ask for is there before the focus goes on
    });
    connect(m_members, &MemberChooser::typedChanged, this, [this](const QString &typed) {
        setHint(typed.isEmpty() ? QString() : tr("looking for “%1”").arg(typed));
    });
    connect(m_change, &QAbstractButton::clicked, this, [this] {
        m_isChanging = !m_isChanging || m_goesWithout;
        m_goesWithout = false;
        refresh();
        if (m_isChanging)
            m_finder->field()->setFocus(Qt::OtherFocusReason);
    });
    connect(&draft, &CaseDraft::changed, this, &KnownFamilyCard::refresh);
    connect(&draft, &CaseDraft::assessed, this, &KnownFamilyCard::refresh);
    retranslate();
}

bool KnownFamilyCard::choosesMember() const
{
    return !m_whom.isEmpty();
}

void KnownFamilyCard::take(const SearchHit &hit)
{
    Case named;
    named.service = m_draft.content().service;
    named.date = m_draft.content().date;
    named.family.kk = hit.kk;
    named.family.card = hit.kk.isEmpty() ? hit.card : QString();
    const auto family = m_draft.port().family(named);
    if (!family) {
        m_finder->say(tr("This family can't be opened at this counter now."));
        return;
    }
    m_isChanging = false;
    m_goesWithout = false;
    // Whoever was looked for is most often the one whom it is about.
    QString key;
    for (const MemberView &member : family->members) {
        const bool isHit
            = hit.card.isEmpty() ? member.nik == hit.nik && member.name == hit.name : member.card == hit.card;
        if (isHit)
            key = memberKey(member);
    }
    m_draft.takeFamily(*family, key);
    m_draft.assessNow();
    Q_EMIT settled();
}

QString KnownFamilyCard::factsOf(const FamilyView &family) const
{
    QStringList facts = {tr("KK %1").arg(groupedDigits(family.kk)), codeLabel(u"segment"_s, family.segment)};
    if (family.careClass > 0)
        facts << tr("class %1").arg(romanClass(family.careClass));
    if (!family.va.isEmpty())
        facts << tr("VA %1").arg(groupedDigits(family.va, 5));
    if (!family.paidUntil.isEmpty())
        facts << tr("paid until %1").arg(monthText(family.paidUntil));
    if (!family.phone.isEmpty())
        facts << family.phone;
    return facts.join(u" · "_s);
}

void KnownFamilyCard::showFamily(const FamilyView &family)
{
    setTitle(knownFamilyName(family));
    if (!family.pendingCase.isEmpty())
        m_status->set(tr("Waits for the centre"), Tone::Info);
    else
        m_status->set(memberStatusText(family.status), memberStatusTone(family.status));
    m_facts->setText(factsOf(family));
    m_model->setFamily(family, m_draft.port().facilities(), m_draft.text(m_whom));
}

void KnownFamilyCard::refresh()
{
    const auto &known = m_draft.known();
    const CaseFamily &named = m_draft.content().family;
    const bool isNamed = !named.kk.isEmpty() || !named.card.isEmpty();
    const bool asks = (!known && !m_goesWithout) || m_isChanging;
    m_finder->setVisible(asks);
    m_members->setVisible(known.has_value() && !asks);
    m_question->setVisible(choosesMember() && known && !asks);
    m_facts->setVisible(!asks);
    m_status->setVisible(known.has_value());
    m_change->setVisible(known.has_value() || m_goesWithout);
    m_change->setText(m_isChanging ? tr("keep this family")
                          : known  ? tr("another family")
                                   : tr("choose a family"));
    m_change->setShortcut(QKeySequence(Qt::ALT | Qt::Key_K)); // the text took it away
    if (known) {
        showFamily(*known);
    } else if (m_goesWithout) {
        setTitle(tr("Without a family"));
        m_facts->setText(tr("This case is about no family."));
    } else {
        setTitle(tr("Family"));
        if (isNamed)
            m_finder->say(tr("The family of KK %1 is not known at this counter.")
                              .arg(groupedDigits(named.kk.isEmpty() ? named.card : named.kk)));
    }
    showProblem();
}

void KnownFamilyCard::showProblem()
{
    const Rulebook &rulebook = m_draft.port().rulebook(m_draft.content().date);
    QString sentence;
    for (const Problem &problem : m_draft.assessment().problems) {
        const bool isHere = problem.path == m_whom || problem.path == u"family.kk"
            || problem.path == u"family.card" || problem.path == u"family";
        if (isHere && sentence.isEmpty() && !problem.overridden && (m_showsAll || !isStillEmpty(problem)))
            sentence = issueText(problem, m_draft.content(), &rulebook);
    }
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    m_members->setAccessibleDescription(sentence);
}

bool KnownFamilyCard::enterOpen()
{
    if (!m_finder->isHidden())
        return enterFamily();
    return m_members->isWaiting() && enterMember();
}

bool KnownFamilyCard::enterFamily()
{
    if (m_finder->isHidden()) {
        if (!m_draft.known())
            return false;
        m_isChanging = true;
        refresh();
    }
    m_finder->field()->setFocus(Qt::OtherFocusReason);
    return true;
}

bool KnownFamilyCard::enterMember()
{
    if (!m_draft.known())
        return enterFamily();
    if (!choosesMember())
        return false;
    m_members->setFocus(Qt::OtherFocusReason);
    return true;
}

void KnownFamilyCard::setShowsAll(bool showsAll)
{
    m_showsAll = showsAll;
    refresh();
}

void KnownFamilyCard::changeEvent(QEvent *event)
{
    CardFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void KnownFamilyCard::retranslate()
{
    m_finder->retranslate();
    const Field *whom = m_draft.field(m_whom);
    const QString question
        = whom ? currentLanguage() == u"en" ? whom->labelEn : whom->labelId : tr("Members");
    m_question->setText(tr("%1 — number, part of the name or ↑↓", "label of a list").arg(question));
    m_members->setAccessibleName(question);
    const Rulebook &rulebook = m_draft.port().rulebook(m_draft.content().date);
    const Service *asked = service(rulebook, m_draft.content().service);
    if (whom && asked && !asked->required.contains(whom->id))
        m_model->setNobody(m_whom == u"details.member" ? tr("Everybody in the family")
                                                       : tr("Nobody of them"));
    m_change->setToolTip(tr("Alt+K"));
    refresh();
}

} // namespace Loket
