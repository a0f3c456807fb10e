// SPDX-License-Identifier: Apache-2.0
#include "forms/calc/calcpage.h"

#include "forms/calc/calcanswercard.h"
#include "forms/calc/calcbox.h"
#include "forms/calc/calccase.h"
#include "forms/calc/calcform.h"
#include "forms/calc/calcknown.h"
#include "forms/calc/calclist.h"
#include "forms/calc/calcstepsmodel.h"
#include "forms/casework/focusorder.h"
#include "forms/casework/knownfamily.h"
#include "forms/common/emptystate.h"
#include "forms/common/format.h"
#include "forms/common/keybutton.h"
#include "forms/common/language.h"
#include "forms/common/listtable.h"
#include "forms/common/navigator.h"
#include "forms/common/office.h"
#include "forms/common/sidecolumn.h"
#include "forms/common/texts.h"
#include "forms/common/theme.h"
#include "forms/common/whypopup.h"
#include "forms/common/widgets.h"
#include "model/print/calcsheet.h"
#include "model/rulebook/rulebook.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {
constexpr int kListWidth = 232;
constexpr int kAnswerWidth = 320;
constexpr int kWidestAnswer = 360;
constexpr int kLeastSteps = 230;
constexpr int kLargeText = 130; // percent
} // namespace

CalcPage::CalcPage(Office &office, Navigator &navigator, QWidget *parent)
    : Page(parent)
    , m_office(office)
    , m_navigator(navigator)
    , m_list(new CalcList(this))
    , m_form(new CalcForm)
    , m_result(new CalcAnswerCard)
    , m_steps(new CalcStepsModel(this))
    , m_table(new ListTable)
{
    setObjectName("calcPage"_L1);
    auto *layout = pageLayout(this);
    layout->addWidget(m_list);
    layout->addWidget(makeRight(), 1);

    connect(m_list, &CalcList::chosen, this, &CalcPage::choose);
    connect(m_list, &CalcList::entered, m_form, &CalcForm::focusFirst);
    connect(m_form, &CalcForm::changed, this, &CalcPage::calculateNow);
    connect(m_form, &CalcForm::finished, m_table, [this] { m_table->setFocus(Qt::TabFocusReason); });
    connect(m_table, &ListTable::opened, this, &CalcPage::showWhy);
    connect(m_table, &ListTable::cellClicked, this, [this](int row, int column) {
        if (column == CalcStepsModel::Why)
            showWhy(row);
    });
    WhyPopup::answerF1(m_table, [this] { showWhy(m_table->currentRow()); });
    connect(m_clear, &QPushButton::clicked, this, &CalcPage::startOver);
    connect(m_take, &QPushButton::clicked, this, &CalcPage::takeIntoCase);
    connect(m_print, &QPushButton::clicked, this, &CalcPage::print);
    connect(&m_office, &Office::dayChanged, this, &CalcPage::calculateNow);
    connect(&Theme::current(), &Theme::changed, this, &CalcPage::applyMetrics);
    applyMetrics();
    retranslate();
    m_list->setCurrent(calcInfos().first().name);
}

CalcPage::~CalcPage()
{
    disconnect(qApp, nullptr, this, nullptr);
}

QWidget *CalcPage::makeHead()
{
    auto *head = new QWidget(this);
    m_title = roleLabel(u"page"_s, head);
    m_title->setObjectName("calcTitle"_L1);
    m_hint = roleLabel(u"muted"_s, head);
    m_hint->setWordWrap(true);
    m_clear = new QPushButton(head);
    m_clear->setObjectName("clearCalc"_L1);
    m_take = new QPushButton(head);
    m_take->setObjectName("takeIntoCase"_L1);
    m_print = new KeyButton(head);
    m_print->setObjectName("printCalc"_L1);
    m_print->setKey(u"Ctrl P"_s);
    m_print->setPrimary(true);
    m_about = roleLabel(u"hint"_s, head);
    m_about->setObjectName("calcAbout"_L1);
    m_about->setWordWrap(true);
    m_about->hide();
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_title);
    words->addWidget(m_hint);
    words->addWidget(m_about);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->addLayout(words, 1);
    row->addWidget(m_clear);
    row->addWidget(m_take);
    row->addWidget(m_print);
    return head;
}

QWidget *CalcPage::makeRight()
{
    auto *right = new QWidget(this);
    right->setObjectName("calcRight"_L1);
    m_inputCard = new CardFrame(right);
    m_inputCard->body()->addWidget(m_form);
    m_inputCard->body()->addStretch(1);
    m_stepCard = new CardFrame(right);
    m_stepCard->setFlush(true);
    m_table->setObjectName("calcSteps"_L1);
    m_table->setModel(m_steps);
    m_table->setWeights({3, 2, 0, 2, 0});
    // The whole text of a shortened cell is its tool tip, and on the printed sheet.
    m_table->setProperty("mayShorten",
                         QVariantList{CalcStepsModel::Step, CalcStepsModel::Sum, CalcStepsModel::Source});
    m_stepStack = new QStackedWidget(m_stepCard);
    m_noSteps = new EmptyState(Icon::Sum, m_stepStack);
    m_stepStack->addWidget(m_noSteps);
    m_stepStack->addWidget(m_table);
    m_stepCard->body()->addWidget(m_stepStack);
    auto *sheet = new QWidget;
    sheet->setProperty("role", u"sheet"_s);
    auto *lower = new QVBoxLayout(sheet);
    lower->setContentsMargins(0, 0, 0, 0);
    auto *upper = new QHBoxLayout;
    upper->setObjectName("calcUpper"_L1);
    upper->addWidget(m_inputCard, 1);
    upper->addWidget(m_result);
    lower->addLayout(upper);
    lower->addWidget(m_stepCard, 1);
    m_area = new QScrollArea(right);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setWidget(sheet);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(makeHead());
    column->addWidget(m_area, 1);
    // A field that gets the focus by key is brought into sight.
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (now && m_area->isAncestorOf(now)) {
            m_area->ensureWidgetVisible(now == m_table ? m_stepCard : now, 0,
                                        now == m_table ? 0 : Theme::current().px(Metric::kSpace6));
        }
    });
    return right;
}

void CalcPage::applyMetrics()
{
    const Theme &theme = Theme::current();
    m_list->setFixedWidth(theme.px(kListWidth));
    m_result->setFixedWidth(std::min(theme.px(kAnswerWidth), kWidestAnswer));
    const int gap = theme.px(14);
    m_stepCard->setMinimumHeight(theme.px(kLeastSteps));
    // Large text leaves the sources no room; "Mengapa?" and the sheet have them.
    m_table->setColumnHidden(CalcStepsModel::Source, theme.scale() >= kLargeText);
    m_area->parentWidget()->layout()->setSpacing(gap);
    m_area->widget()->layout()->setSpacing(gap);
    m_area->widget()->findChild<QHBoxLayout *>("calcUpper"_L1)->setSpacing(gap);
}

QString CalcPage::calculator() const
{
    return m_form->calculator();
}

QString CalcPage::title() const
{
    return tr("Calculate");
}

void CalcPage::choose(const QString &name)
{
    m_form->setCalculator(name, m_office.today());
    const CalcInfo *info = calcInfo(name);
    m_title->setText(info->title.in(currentLanguage()));
    m_hint->setText(info->hint.in(currentLanguage()));
    calculateNow();
}

void CalcPage::setFamily(const FamilyView &family)
{
    m_kk = family.kk;
    m_familyName = family.members.isEmpty() ? QString() : personName(family.members.first().name);
    m_form->setKnown(calcKnownOf(family, m_office.today()));
    showAbout();
}

void CalcPage::startOver()
{
    m_kk.clear();
    m_familyName.clear();
    m_form->setKnown({});
    showAbout();
    m_form->focusFirst();
}

void CalcPage::showAbout()
{
    m_about->setText(m_familyName.isEmpty() ? QString() : tr("Family of %1").arg(m_familyName));
    m_about->setVisible(!m_familyName.isEmpty());
}

void CalcPage::openWith(const QString &name, const QJsonObject &input, const QString &kk)
{
    if (calcInfo(name))
        m_list->setCurrent(name);
    if (!input.isEmpty())
        m_form->fill(input);
    if (!kk.isEmpty())
        m_kk = kk;
    if (m_answer.error)
        m_form->focusFirst();
    else
        m_table->setFocus(Qt::OtherFocusReason); // nothing is missing: the sum is what is looked at
}

void CalcPage::calculateNow()
{
    const Context &world = m_office.context();
    CalcContext context{world.rulebooks, m_office.today(), world.regions};
    context.holidayTable = true;
    m_answer = explainCalculation(calculator(), m_form->input(), context);
    const bool isOther = m_form->follow(m_answer.asked, !m_answer.error);
    m_result->show(calculator(), m_answer);
    m_form->markFault(m_answer.fault.place, m_answer.error ? m_result->problem() : QString());
    m_steps->setSteps(m_answer.steps);
    m_stepStack->setCurrentIndex(m_answer.steps.isEmpty() ? 0 : 1);
    m_stepCard->setHint(m_answer.steps.isEmpty() ? QString() : tr("Enter or F1: why?"));
    m_stepCard->setCount(m_answer.steps.isEmpty() ? QString() : QString::number(m_answer.steps.size()));
    m_table->selectRow(m_answer.steps.isEmpty() ? -1 : 0);
    m_print->setEnabled(!m_answer.error);
    const Rulebook &rulebook = world.rulebooks->on(m_office.today());
    const QString service = calcService(rulebook, calculator(), m_form->input());
    m_take->setVisible(!service.isEmpty());
    m_take->setToolTip(codeLabel(u"service"_s, service));
    if (isOther)
        putInReadingOrder(this);
}

void CalcPage::showWhy(int row)
{
    if (row < 0 || row >= m_steps->rowCount() || !m_answer.rulebook)
        return;
    const CalcLine &line = m_steps->line(row);
    QList<FiredRule> rules;
    if (!line.rule.table.isEmpty())
        rules += line.rule;
    WhyPopup::open(m_table, *m_answer.rulebook, u"%1: %2 = %3"_s.arg(line.label, line.sum, line.value),
                   rules);
}

void CalcPage::takeIntoCase()
{
    const Rulebook &rulebook = m_office.context().rulebooks->on(m_office.today());
    Case content;
    content.service = calcService(rulebook, calculator(), m_form->input());
    if (content.service.isEmpty())
        return;
    content.date = m_office.today();
    content.channel = m_office.channel();
    if (const auto family
        = m_kk.isEmpty() ? Outcome<std::optional<FamilyView>>(std::nullopt) : m_office.family(m_kk);
        family && family.value())
        putFamily(content, rulebook, asOf(*family.value(), content.date), {});
    putCalcInput(content, rulebook, calculator(), m_form->input(), m_answer.out);
    m_navigator.openCase(content);
}

void CalcPage::print()
{
    if (!m_answer.error)
        m_navigator.showSheet(calcSheet(calculator(), m_form->input(), m_answer, currentLanguage()));
}

bool CalcPage::can(Act act) const
{
    return act == Act::Print && !m_answer.error;
}

void CalcPage::perform(Act act)
{
    if (act == Act::Print)
        print();
}

void CalcPage::cameToFront()
{
    QWidget *now = QApplication::focusWidget();
    if (now && isAncestorOf(now))
        return;
    m_list->focusFilter();
}

void CalcPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CalcPage::retranslate()
{
    m_list->retranslate();
    m_inputCard->setTitle(tr("What is known"));
    m_stepCard->setTitle(tr("Steps"));
    m_noSteps->set(tr("No steps yet"), tr("They appear here as soon as everything above is filled in."));
    m_table->setAccessibleName(tr("Steps"));
    m_clear->setText(tr("Start over"));
    m_take->setText(tr("Take into a case"));
    m_print->setText(tr("Print"));
    showAbout();
    m_form->retranslate();
    m_steps->retranslate();
    if (const CalcInfo *info = calcInfo(calculator())) {
        m_title->setText(info->title.in(currentLanguage()));
        m_hint->setText(info->hint.in(currentLanguage()));
        calculateNow();
        putInReadingOrder(this); // the fields are new ones
    }
    Q_EMIT titleChanged();
}

} // namespace Loket
