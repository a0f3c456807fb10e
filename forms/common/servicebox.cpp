// SPDX-License-Identifier: Apache-2.0
#include "forms/common/servicebox.h"

#include "forms/common/availabilitytexts.h"
#include "forms/common/filterfield.h"
#include "forms/common/texts.h"
#include "forms/common/theme.h"
#include "forms/common/whypopup.h"
#include "model/rulebook/catalogue.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {
const QString kServiceKey = u"service "_s;

QString groupOf(const Rulebook &rules, const QString &code)
{
    const Service *known = service(rules, code);
    return known ? known->group : QString();
}
} // namespace

ServiceBox::ServiceBox(QWidget *parent)
    : QWidget(parent)
    , m_filter(new FilterField(this))
    , m_list(new NoteList(this))
{
    m_filter->setObjectName("serviceFilter"_L1);
    m_list->setObjectName("services"_L1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_above = new QVBoxLayout;
    m_above->addWidget(m_filter);
    column->addLayout(m_above);
    column->addWidget(m_list, 1);
    connect(m_filter, &QLineEdit::textChanged, this, [this] {
        refill();
        // The first that can be done; what is typed in full may be one that can't.
        m_list->setCurrent(-1);
        if (m_filter->text().trimmed().isEmpty())
            return;
        int first = m_list->firstRow();
        for (int i = 0; i < m_list->rows(); ++i) {
            if (!m_list->row(i).isHeading && !m_list->row(i).isQuiet) {
                first = i;
                break;
            }
        }
        m_list->setCurrent(first);
    });
    connect(m_filter, &FilterField::moveAsked, m_list, &NoteList::moveBy);
    connect(m_filter, &FilterField::openAsked, this, &ServiceBox::openCurrent);
    connect(m_list, &NoteList::opened, this, &ServiceBox::open);
    connect(m_list, &NoteList::whyAsked, this, &ServiceBox::askWhy);
    const auto why = [this] {
        if (m_list->currentRow() < 0)
            m_list->setCurrent(m_list->firstRow());
        if (const ServiceAvailability *one = current())
            Q_EMIT whyAsked(one->service);
    };
    WhyPopup::answerF1(m_filter, why);
    WhyPopup::answerF1(m_list, why);
    connect(&Theme::current(), &Theme::changed, this, &ServiceBox::applyMetrics);
    applyMetrics();
    retranslate();
}

void ServiceBox::setContent(const QList<ServiceAvailability> &services, const Rulebook &rules,
                            const QString &heading, const QList<NoteRow> &acts)
{
    m_services = services;
    m_rules = &rules;
    m_heading = heading;
    m_acts = acts;
    refill();
}

NoteRow ServiceBox::rowOf(const ServiceAvailability &one) const
{
    NoteRow row;
    row.key = kServiceKey + one.service;
    row.title = codeLabel(u"service"_s, one.service);
    row.mark = possibilityText(one.answer);
    row.tone = possibilityTone(one.answer);
    row.detail = possibilityReason(one);
    row.isQuiet = !one.isPossible();
    return row;
}

/// Every typed word is part of the row's words, its code or its group.
bool ServiceBox::fits(const NoteRow &row, const QString &group) const
{
    const QString words = row.title + u' ' + row.key + u' ' + group;
    const QStringList typed = m_filter->text().split(u' ', Qt::SkipEmptyParts);
    return std::all_of(typed.cbegin(), typed.cend(),
                       [&words](const QString &word) { return words.contains(word, Qt::CaseInsensitive); });
}

void ServiceBox::refill()
{
    QList<NoteRow> rows;
    const auto addHeading = [&rows](const QString &title) {
        NoteRow heading;
        heading.title = title;
        heading.isHeading = true;
        rows += heading;
    };
    const auto addGroup = [&](const QString &title, const QList<NoteRow> &group) {
        const qsizetype before = rows.size();
        addHeading(title);
        for (const NoteRow &row : group) {
            if (fits(row, title))
                rows += row;
        }
        if (rows.size() == before + 1)
            rows.removeLast();
    };
    if (!m_acts.isEmpty())
        addGroup(m_heading, m_acts);
    QStringList groups;
    QHash<QString, QList<ServiceAvailability>> byGroup;
    for (const ServiceAvailability &one : std::as_const(m_services)) {
        const QString group = groupOf(*m_rules, one.service);
        if (!groups.contains(group))
            groups += group;
        byGroup[group] += one;
    }
    for (const QString &group : std::as_const(groups)) {
        QList<ServiceAvailability> &list = byGroup[group];
        std::stable_sort(list.begin(), list.end(),
                         [](const ServiceAvailability &a, const ServiceAvailability &b) {
                             return a.answer.state < b.answer.state;
                         });
        QList<NoteRow> ofGroup;
        for (const ServiceAvailability &one : std::as_const(list))
            ofGroup += rowOf(one);
        addGroup(codeLabel(u"service-group"_s, group), ofGroup);
    }
    m_list->setRows(rows);
}

const ServiceAvailability *ServiceBox::serviceOf(int row) const
{
    if (row < 0 || row >= m_list->rows())
        return nullptr;
    const QString &key = m_list->row(row).key;
    for (const ServiceAvailability &one : m_services) {
        if (key == kServiceKey + one.service)
            return &one;
    }
    return nullptr;
}

const ServiceAvailability *ServiceBox::current() const
{
    return serviceOf(m_list->currentRow());
}

void ServiceBox::setPadded(bool padded)
{
    m_padded = padded;
    applyMetrics();
}

const ServiceAvailability *ServiceBox::answerOf(const QString &code) const
{
    for (const ServiceAvailability &one : m_services) {
        if (one.service == code)
            return &one;
    }
    return nullptr;
}

void ServiceBox::showWhy(const QString &code, const FamilyView &family)
{
    if (const ServiceAvailability *one = answerOf(code))
        WhyPopup::open(m_list, *m_rules, possibilityWhy(*one, family, *m_rules), one->answer.rules);
}

int ServiceBox::possible() const
{
    return int(std::count_if(m_services.cbegin(), m_services.cend(),
                             [](const ServiceAvailability &one) { return one.isPossible(); }));
}

void ServiceBox::openCurrent()
{
    if (m_list->currentRow() >= 0)
        open(m_list->currentRow());
}

void ServiceBox::open(int row)
{
    const ServiceAvailability *one = serviceOf(row);
    if (!one)
        Q_EMIT actChosen(m_list->row(row).key);
    else if (one->isPossible())
        Q_EMIT serviceChosen(one->service);
    else
        Q_EMIT whyAsked(one->service);
}

void ServiceBox::askWhy(int row)
{
    if (const ServiceAvailability *one = serviceOf(row))
        Q_EMIT whyAsked(one->service);
    else
        open(row);
}

void ServiceBox::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (m_rules)
            refill();
    }
}

void ServiceBox::applyMetrics()
{
    const Theme &theme = Theme::current();
    const int side = theme.px(Metric::kSpace2);
    m_filter->setFixedHeight(theme.px(Metric::kInput));
    m_above->setContentsMargins(m_padded ? theme.px(14) : 0, m_padded ? side : 0, m_padded ? theme.px(14) : 0,
                                0);
    layout()->setSpacing(side);
}

void ServiceBox::retranslate()
{
    m_filter->setAccessibleName(tr("Find a service"));
    m_filter->setPlaceholderText(tr("Type to find a service"));
    m_list->setAccessibleName(tr("Services"));
    m_list->setAccessibleDescription(tr("Enter begins, F1 tells why"));
}

} // namespace Loket
