// SPDX-License-Identifier: Apache-2.0
#include "forms/desk/infodesk.h"

#include "forms/common/filterfield.h"
#include "forms/common/format.h"
#include "forms/common/language.h"
#include "forms/common/notelist.h"
#include "forms/common/office.h"
#include "forms/common/texts.h"
#include "forms/common/theme.h"
#include "forms/common/whypopup.h"
#include "forms/common/widgets.h"
#include "model/desk/devices.h"
#include "model/domain/rupiah.h"
#include "model/rulebook/codes.h"
#include "model/rulebook/rulebook.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {
constexpr int kDeskWidth = 760;
constexpr int kDeskHeight = 640;
constexpr int kDeskMargin = 60; // that is left of the window below
constexpr int kDaysAhead = 366; // of holidays
} // namespace

InfoDesk::InfoDesk(Office &office, QWidget *parent)
    : QDialog(parent)
    , m_office(office)
    , m_title(roleLabel(u"section"_s, this))
    , m_filter(new FilterField(this))
    , m_list(new NoteList(this))
    , m_close(new QPushButton(this))
{
    setObjectName("infoDesk"_L1);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    build();
    retranslate();
    connect(m_filter, &QLineEdit::textChanged, this, [this] {
        refill();
        m_list->setCurrent(m_filter->text().trimmed().isEmpty() ? -1 : m_list->firstRow());
    });
    connect(m_filter, &FilterField::moveAsked, m_list, &NoteList::moveBy);
    connect(m_filter, &FilterField::openAsked, this, [this] { showRule(m_list->currentRow()); });
    connect(m_list, &NoteList::opened, this, &InfoDesk::showRule);
    connect(m_list, &NoteList::whyAsked, this, &InfoDesk::showRule);
    WhyPopup::answerF1(m_filter, [this] { showRule(m_list->currentRow()); });
    WhyPopup::answerF1(m_list, [this] { showRule(m_list->currentRow()); });
    m_filter->setFocus();
}

void InfoDesk::build()
{
    const Theme &theme = Theme::current();
    m_filter->setObjectName("infoFilter"_L1);
    m_filter->setFixedHeight(theme.px(Metric::kInput));
    m_list->setObjectName("infoList"_L1);
    m_close->setAutoDefault(false); // Enter belongs to the list
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    auto *column = new QVBoxLayout(this);
    const int margin = theme.px(Metric::kSpace6);
    column->setContentsMargins(margin, theme.px(Metric::kSpace4), margin, theme.px(Metric::kSpace4));
    column->setSpacing(theme.px(Metric::kSpace3));
    column->addWidget(m_title);
    column->addWidget(m_filter);
    column->addWidget(m_list, 1);
    column->addWidget(m_close, 0, Qt::AlignRight);
    const QSize room = parentWidget() ? parentWidget()->size() - QSize(kDeskMargin, kDeskMargin)
                                      : QSize(kDeskWidth, kDeskHeight);
    resize(QSize(theme.px(kDeskWidth), theme.px(kDeskHeight)).boundedTo(room));
}

const Rulebook &InfoDesk::rules() const
{
    return m_office.context().rulebooks->on(m_office.today());
}

/// One entry for each value: a device that has the same for every class stands once.
QList<InfoEntry> InfoDesk::devices(const QString &language) const
{
    QList<InfoEntry> out;
    for (const QString &device : codesOf(u"device"_s)) {
        const auto value = [&](int careClass, const QString &part) {
            return deviceValue(rules(), device, careClass, part, language, m_office.today(), nullptr);
        };
        const bool byClass = value(1, u"full"_s).most != value(3, u"full"_s).most;
        for (int careClass = 1; careClass <= 3; ++careClass) {
            for (const QString &part : {u"full"_s, u"jaw"_s}) {
                const DeviceValue one = value(careClass, part);
                const auto isThere
                    = [&one](const InfoEntry &entry) { return entry.rule.file == one.rule.file; };
                if (std::any_of(out.cbegin(), out.cend(), isThere))
                    continue;
                InfoEntry entry;
                entry.id = one.rule.file;
                entry.title = codeLabel(u"device"_s, device);
                if (byClass)
                    entry.title += u", "_s + codeLabel(u"class"_s, QString::number(careClass));
                entry.text = tr("At most %1; again after %2 years. %3")
                                 .arg(Rupiah(one.most).text(), QString::number(one.years), one.note);
                entry.rule = one.rule;
                out += entry;
            }
        }
    }
    return out;
}

/// Those of the coming year.
QList<InfoEntry> InfoDesk::holidays(const QString &language) const
{
    QList<InfoEntry> out;
    const RuleTable &table = rules().table(u"holidays"_s);
    for (qsizetype i = 0; i < table.size(); ++i) {
        const RuleRow row = table.row(i);
        const QDate day = row.date(u"date"_s);
        const qint64 ahead = m_office.today().daysTo(day);
        if (ahead < 0 || ahead > kDaysAhead)
            continue;
        InfoEntry entry;
        entry.id = row.cell(u"date"_s);
        entry.title = dateText(day);
        entry.text = row.cell(language == "en"_L1 ? u"nameEn"_s : u"nameId"_s);
        entry.rule = row.fired();
        out += entry;
    }
    return out;
}

void InfoDesk::collect()
{
    m_sections.clear();
    if (!m_office.context().rulebooks)
        return;
    const QString language = currentLanguage();
    const QDate day = m_office.today();
    for (const QString &group : codesOf(u"info-group"_s))
        m_sections += {codeLabel(u"info-group"_s, group), infoTopics(rules(), group, language, day, nullptr)};
    m_sections += {tr("Not covered"), notCovered(rules(), language, day, nullptr)};
    m_sections += {tr("Illnesses of the PRB"), prbIllnesses(rules(), language, day, nullptr)};
    m_sections += {tr("Assistive devices"), devices(language)};
    QList<InfoEntry> channels = infoChannels(rules(), language, day, nullptr);
    for (InfoEntry &channel : channels)
        channel.text = u"%1 · %2\n%3"_s.arg(channel.contact, channel.hours, channel.text);
    m_sections += {tr("Where to turn"), channels};
    m_sections += {tr("Holidays"), holidays(language)};
}

/// Every typed word is part of the section's title, or of the entry's words.
void InfoDesk::refill()
{
    const QStringList typed = m_filter->text().split(u' ', Qt::SkipEmptyParts);
    QList<NoteRow> rows;
    for (const Section &section : std::as_const(m_sections)) {
        const qsizetype before = rows.size();
        NoteRow heading;
        heading.title = section.title;
        heading.isHeading = true;
        rows += heading;
        for (const InfoEntry &entry : section.entries) {
            const QString words = u"%1 %2 %3"_s.arg(section.title, entry.title, entry.text);
            const auto isIn
                = [&words](const QString &word) { return words.contains(word, Qt::CaseInsensitive); };
            if (!std::all_of(typed.cbegin(), typed.cend(), isIn))
                continue;
            NoteRow row;
            row.key = entry.rule.file;
            row.title = entry.title;
            row.detail = entry.text;
            row.tip = entry.rule.source;
            rows += row;
        }
        if (rows.size() == before + 1)
            rows.removeLast();
    }
    m_list->setRows(rows);
}

void InfoDesk::showRule(int row)
{
    if (row < 0 || row >= m_list->rows())
        return;
    const QString key = m_list->row(row).key;
    for (const Section &section : std::as_const(m_sections)) {
        for (const InfoEntry &entry : section.entries) {
            if (entry.rule.file == key) {
                WhyPopup::open(m_list, rules(), entry.title, {entry.rule});
                return;
            }
        }
    }
}

void InfoDesk::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void InfoDesk::retranslate()
{
    setWindowTitle(tr("Information"));
    m_title->setText(tr("What is asked?"));
    m_filter->setAccessibleName(tr("Find information"));
    m_filter->setPlaceholderText(tr("Type to find: glasses, newborn, ambulance, …"));
    m_list->setAccessibleName(tr("Information"));
    m_list->setAccessibleDescription(tr("Enter or F1 shows the rule"));
    m_close->setText(tr("Close"));
    collect();
    refill();
}

} // namespace Loket
