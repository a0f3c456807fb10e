// SPDX-License-Identifier: Apache-2.0
#include "forms/shell/settingspage.h"

#include "forms/casework/focusorder.h"
#include "forms/common/cardframe.h"
#include "forms/common/fieldbox.h"
#include "forms/common/format.h"
#include "forms/common/office.h"
#include "forms/common/officewords.h"
#include "forms/common/preferences.h"
#include "forms/common/texts.h"
#include "forms/common/theme.h"
#include "forms/common/widgets.h"
#include "forms/shell/officermenu.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

/// Fills a box with {text, value} pairs and shows the one that is on, without telling anybody.
void fillChoice(FieldBox *field, const QList<std::pair<QString, QVariant>> &lines, const QVariant &now)
{
    auto *box = field->editorAs<QComboBox>();
    const QSignalBlocker quiet(box);
    box->clear();
    for (const auto &[text, value] : lines)
        box->addItem(text, value);
    box->setCurrentIndex(box->findData(now));
}

} // namespace

SettingsPage::SettingsPage(Office &office, Preferences &preferences, QWidget *parent)
    : Page(parent)
    , m_office(office)
    , m_preferences(preferences)
    , m_workplace(new CardFrame(this))
    , m_look(new CardFrame(this))
    , m_training(new CardFrame(this))
{
    setObjectName("settingsPage"_L1);
    m_officer = choice(m_workplace, "settingOfficer");
    m_channel = choice(m_workplace, "settingChannel");
    m_paper = choice(m_workplace, "settingPaper");
    m_applicant = choice(m_workplace, "settingApplicant");
    m_centre = roleLabel(u"label"_s, m_workplace);
    m_centreWords = roleLabel(QString(), m_workplace);
    m_centreWords->setObjectName("centreWords"_L1);
    m_centreWords->setWordWrap(true);
    m_enrol = new QPushButton(m_workplace);
    m_enrol->setObjectName("enrol"_L1);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_centre, m_centreWords, m_enrol})
        m_workplace->body()->addWidget(widget);
    m_language = choice(m_look, "settingLanguage");
    m_theme = choice(m_look, "settingTheme");
    m_size = choice(m_look, "settingTextSize");

    m_dayWords = roleLabel(u"muted"_s, m_training);
    m_dayWords->setWordWrap(true);
    m_training->body()->addWidget(m_dayWords);
    auto *day = new QLineEdit(m_training);
    day->setObjectName("settingDay"_L1);
    m_day = new FieldBox(QString(), day, m_training);
    m_training->body()->addWidget(m_day);
    m_setDay = new QPushButton(m_training);
    m_setDay->setObjectName("setTrialDay"_L1);
    m_realDay = new QPushButton(m_training);
    m_realDay->setObjectName("realDay"_L1);
    m_training->body()->addWidget(m_setDay);
    m_training->body()->addWidget(m_realDay);

    auto *row = new QHBoxLayout;
    for (CardFrame *card : {m_workplace, m_look, m_training})
        row->addWidget(card, 1, Qt::AlignTop);
    auto *sheet = new QWidget;
    sheet->setProperty("role", u"sheet"_s);
    auto *scroll = new QScrollArea(this); // large text on a small screen
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(sheet);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
    m_column = new QVBoxLayout(sheet);
    const auto apply = [this, row] {
        const Theme &theme = Theme::current();
        m_column->setContentsMargins(theme.px(Metric::kSpace4), theme.px(14), theme.px(Metric::kSpace4),
                                     theme.px(14));
        row->setSpacing(theme.px(14));
    };
    apply();
    connect(&Theme::current(), &Theme::changed, this, apply);
    m_column->addLayout(row);
    m_column->addStretch(1);
    wire();
    refill();
}

FieldBox *SettingsPage::choice(CardFrame *card, const char *name)
{
    auto *box = new QComboBox(card);
    box->setObjectName(QLatin1StringView(name));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(10);
    auto *field = new FieldBox(QString(), box, card);
    card->body()->addWidget(field);
    return field;
}

void SettingsPage::wire()
{
    const auto chosen = [this](FieldBox *field, auto act) {
        auto *box = field->editorAs<QComboBox>();
        connect(box, &QComboBox::activated, this, [box, act] { act(box->currentData()); });
    };
    chosen(m_officer, [this](const QVariant &value) { Q_EMIT officerAsked(value.toString()); });
    chosen(m_channel, [this](const QVariant &value) { m_preferences.setChannel(value.toString()); });
    chosen(m_paper, [this](const QVariant &value) { m_preferences.setReceiptPaper(value.toString()); });
    chosen(m_applicant, [this](const QVariant &value) { m_preferences.setApplicantScreen(value.toBool()); });
    chosen(m_language, [this](const QVariant &value) { m_preferences.setLanguage(value.toString()); });
    chosen(m_theme, [this](const QVariant &value) { m_preferences.setDark(value.toBool()); });
    chosen(m_size, [this](const QVariant &value) { m_preferences.setTextSize(value.toInt()); });
    connect(m_setDay, &QPushButton::clicked, this, &SettingsPage::applyDay);
    connect(m_day->editorAs<QLineEdit>(), &QLineEdit::returnPressed, this, &SettingsPage::applyDay);
    connect(m_realDay, &QPushButton::clicked, this, [this] { m_office.setTrialDay({}); });
    connect(&m_office, &Office::dayChanged, this, &SettingsPage::refill);
    connect(&m_office, &Office::officerChanged, this, &SettingsPage::refill);
    connect(&m_office, &Office::enrolled, this, &SettingsPage::refill);
    connect(m_enrol, &QPushButton::clicked, this, &SettingsPage::enrolAsked);
    // The officer menu changes the same settings. After the look itself has changed: queued.
    connect(&m_preferences, &Preferences::changed, this, &SettingsPage::refill, Qt::QueuedConnection);
}

void SettingsPage::addBelow(QWidget *card)
{
    m_column->insertWidget(m_column->count() - 1, card); // above the stretch
    putInReadingOrder(this);
}

QString SettingsPage::title() const
{
    return tr("Settings");
}

void SettingsPage::cameToFront()
{
    refill();
    m_officer->editor()->setFocus();
}

void SettingsPage::applyDay()
{
    const QDate day = typedDate(m_day->editorAs<QLineEdit>()->text(), m_office.today());
    if (!day.isValid()) {
        m_day->setProblem(tr("This is no date. Write it as 21-11-2026."));
        return;
    }
    m_day->setProblem({});
    m_office.setTrialDay(day);
}

void SettingsPage::refill()
{
    m_workplace->setTitle(tr("Workplace"));
    m_look->setTitle(tr("Language and look"));
    m_training->setTitle(tr("Training day"));
    m_officer->setLabel(tr("Officer"));
    m_channel->setLabel(tr("Where this counter stands"));
    m_paper->setLabel(tr("Paper of the receipt"));
    m_language->setLabel(tr("Language"));
    m_theme->setLabel(tr("Look"));
    m_size->setLabel(tr("Text size"));
    m_day->setLabel(tr("Day at this counter"));
    m_setDay->setText(tr("Use this day"));
    m_realDay->setText(tr("Today's real day"));
    m_dayWords->setText(
        tr("Only in trial mode: the counter may live on another day, so that a first payment is due and its "
           "card can be printed. Cases get this date."));

    QList<std::pair<QString, QVariant>> officers;
    for (const Officer &one : m_office.officers())
        officers += {tr("%1 · %2").arg(one.name, roleText(one.role)), one.id};
    fillChoice(m_officer, officers, m_office.officer().id);
    QList<std::pair<QString, QVariant>> channels;
    for (const QVariant &code : Preferences::allowed("channel"))
        channels += {codeLabel(u"channel"_s, code.toString()), code};
    fillChoice(m_channel, channels, m_preferences.channel());
    fillChoice(m_paper, {{tr("A5 sheet"), u"a5"_s}, {tr("80 mm roll"), u"roll80"_s}},
               m_preferences.receiptPaper());
    m_applicant->setLabel(tr("Screen for the applicant"));
    fillChoice(m_applicant, {{tr("Off"), false}, {tr("On the second monitor"), true}},
               m_preferences.hasApplicantScreen());
    fillChoice(m_language, {{u"Bahasa Indonesia"_s, u"id"_s}, {u"English"_s, u"en"_s}},
               m_preferences.language());
    fillChoice(m_theme, {{tr("Light"), false}, {tr("Dark"), true}}, m_preferences.isDark());
    QList<std::pair<QString, QVariant>> sizes;
    for (const int percent : {100, 115, 130, 150})
        sizes += {tr("%1 %").arg(percent), percent};
    fillChoice(m_size, sizes, m_preferences.textSize());

    const StoreStatus status = m_office.status();
    m_centre->setText(tr("Centre"));
    m_centreWords->setText(status.isTrial
                               ? tr("None: a trial counter, nothing leaves this computer")
                               : tr("%1 · counter %2 · %3")
                                     .arg(status.office, status.workstation, centreText(m_office.centre())));
    m_enrol->setText(tr("Connect to a centre…"));
    m_enrol->setVisible(status.isTrial);
    m_training->setVisible(status.isTrial);
    m_training->setCount(m_office.isDayMoved() ? tr("moved") : QString(), Tone::Warning);
    m_realDay->setEnabled(m_office.isDayMoved());
    if (!m_day->editor()->hasFocus())
        m_day->editorAs<QLineEdit>()->setText(dateText(m_office.today()));
}

void SettingsPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        refill();
        Q_EMIT titleChanged();
    }
}

} // namespace Loket
