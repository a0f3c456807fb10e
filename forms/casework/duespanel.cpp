// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/duespanel.h"

#include "forms/casework/casedraft.h"
#include "forms/casework/wraplink.h"
#include "forms/common/format.h"
#include "forms/common/theme.h"
#include "forms/common/whypopup.h"
#include "forms/common/widgets.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace Loket {

DuesPanel::DuesPanel(CaseDraft &draft, QWidget *parent)
    : CardFrame(parent)
    , m_draft(draft)
    , m_grid(new QGridLayout)
    , m_nothing(roleLabel(u"muted"_s, this))
    , m_why(new WrapLink(this))
{
    setObjectName(u"dues"_s);
    m_nothing->setWordWrap(true);
    m_why->setObjectName(u"whyDues"_s);
    m_why->setMinimumHeight(24);
    m_grid->setColumnStretch(0, 1);
    m_grid->setVerticalSpacing(Theme::current().px(5));
    m_grid->setHorizontalSpacing(Theme::current().px(Metric::kSpace2));
    body()->addWidget(m_nothing);
    body()->addLayout(m_grid);
    body()->addWidget(m_why);
    connect(m_why, &QAbstractButton::clicked, this, &DuesPanel::showWhy);
    WhyPopup::answerF1(m_why, [this] { showWhy(); });
    connect(&draft, &CaseDraft::assessed, this, &DuesPanel::refresh);
    retranslate();
}

void DuesPanel::changeEvent(QEvent *event)
{
    CardFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DuesPanel::retranslate()
{
    setTitle(m_draft.familyNeed() == FamilyNeed::New ? tr("Dues") : tr("Dues and dates"));
    m_nothing->setText(tr("Choose a class and enter the members to see what they will owe."));
    refresh();
}

void DuesPanel::showLine(int index, const QString &what, const QString &value, const QString &role)
{
    while (m_lines.size() <= index) {
        const Line line{roleLabel({}, this), roleLabel({}, this)};
        const int row = int(m_lines.size());
        m_grid->addWidget(line.what, row, 0);
        m_grid->addWidget(line.value, row, 1, Qt::AlignRight);
        line.what->setWordWrap(true);
        m_lines << line;
    }
    const Line &line = m_lines[index];
    line.what->setText(what);
    line.value->setText(value);
    setLook(line.what, "role", role);
    setLook(line.value, "role", role == u"small" ? u"muted"_s : role);
    line.what->setVisible(true);
    line.value->setVisible(true);
}

void DuesPanel::refresh()
{
    const Assessment &assessment = m_draft.assessment();
    const CaseFamily &family = m_draft.content().family;
    int line = 0;
    QStringList sources;
    if (assessment.dues) {
        const DuesSum &dues = *assessment.dues;
        const bool isNew = m_draft.familyNeed() == FamilyNeed::New;
        const bool isByClass = isNew && dues.employer == 0;
        showLine(line++,
                 isByClass ? tr("%1 × class %2", "number of people, class")
                                 .arg(family.members.size())
                                 .arg(romanClass(family.careClass))
                           : tr("The whole family, a month"),
                 moneyText(dues.gross));
        if (dues.government > 0)
            showLine(line++, tr("help of the state"), moneyText(-dues.government), u"muted"_s);
        if (dues.localGovernment > 0)
            showLine(line++, tr("help of the region"), moneyText(-dues.localGovernment), u"muted"_s);
        if (dues.employer > 0)
            showLine(line++, tr("share of the employer"), moneyText(-dues.employer), u"muted"_s);
        showLine(line++, tr("To pay every month"), moneyText(dues.member), u"strong"_s);
        sources << dues.source;
    }
    if (assessment.dates.firstPaymentFrom.isValid()) {
        showLine(line++, tr("First payment"),
                 dateRangeText(assessment.dates.firstPaymentFrom, assessment.dates.firstPaymentUntil));
        sources << assessment.dates.source;
        const qint64 left = m_draft.port().numbersLeft();
        showLine(line++, tr("Card numbers and VA"),
                 left >= family.members.size() ? tr("given when saved") : tr("follow from the centre"), {});
    }
    line = showDates(line);
    if (line > 0)
        sources << assessment.dates.source;
    setVisible(line > 0 || m_draft.familyNeed() == FamilyNeed::New);
    for (qsizetype i = line; i < m_lines.size(); ++i) {
        m_lines[i].what->hide();
        m_lines[i].value->hide();
    }
    m_nothing->setVisible(line == 0);
    sources.removeAll(QString());
    sources.removeDuplicates();
    m_why->setVisible(!sources.isEmpty());
    m_why->say({}, tr("Why? %1").arg(sources.join(u"; "_s)), Tone::Neutral);
}

/// From when on, until when, and in which parts.
int DuesPanel::showDates(int line)
{
    const Assessment &assessment = m_draft.assessment();
    const AssessmentDates &dates = assessment.dates;
    if (dates.effective.isValid())
        showLine(line++, tr("Holds from"), longDateText(dates.effective), u"strong"_s);
    if (dates.until.isValid())
        showLine(line++, tr("Covered until"), longDateText(dates.until), u"strong"_s);
    if (dates.arrearsDue.isValid())
        showLine(line++, tr("Old arrears to be paid by"), longDateText(dates.arrearsDue));
    const QList<qint64> &stages = assessment.instalments;
    if (!stages.isEmpty()) {
        const bool isEven = stages.first() == stages.last();
        showLine(line++, tr("%n instalment(s)", nullptr, int(stages.size())), moneyText(stages.first()),
                 u"strong"_s);
        if (!isEven)
            showLine(line++, tr("the last one"), moneyText(stages.last()));
    }
    return line;
}

void DuesPanel::showWhy()
{
    const Assessment &assessment = m_draft.assessment();
    QList<FiredRule> rules;
    if (assessment.dues)
        rules = rulesBehind(assessment.dues->rules, assessment.dues->source, assessment.fired);
    for (const FiredRule &rule :
         rulesBehind(assessment.dates.rules, assessment.dates.source, assessment.fired)) {
        if (!rules.contains(rule))
            rules += rule;
    }
    WhyPopup::open(m_why, m_draft.port().rulebook(m_draft.content().date), title(), rules);
}

} // namespace Loket
