// SPDX-License-Identifier: Apache-2.0
#include "forms/calc/calcform.h"

#include "forms/calc/calcbox.h"
#include "forms/calc/calctyping.h"
#include "forms/casework/fieldflow.h"
#include "forms/common/theme.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

constexpr int kMostEntries = 12; ///< of a list

QString keyOf(const QString &place)
{
    return place.section(u'[', 0, 0);
}

int entryNumber(const QString &place)
{
    return place.section(u'[', 1).section(u']', 0, 0).toInt();
}

} // namespace

CalcForm::CalcForm(QWidget *parent)
    : QWidget(parent)
    , m_flow(new FieldFlow(this))
{
    setObjectName(u"calcForm"_s);
    const auto apply
        = [this] { m_flow->setGaps(Theme::current().px(Metric::kSpace3), Theme::current().px(10)); };
    apply();
    connect(&Theme::current(), &Theme::changed, this, apply);
}

CalcBox *CalcForm::makeBox(const CalcField &field, const QString &place)
{
    auto *box = new CalcBox(m_name, field, place, m_today, this);
    const bool startsEntry = place.contains(u'[') && !m_boxes.isEmpty()
        && (keyOf(m_boxes.last()->place()) != keyOf(place)
            || entryNumber(m_boxes.last()->place()) != entryNumber(place));
    m_flow->addField(box, box->room(), box->stretch(), startsEntry);
    m_boxes += box;
    connect(box, &CalcBox::changed, this, [this, box] {
        if (m_isFilling)
            return;
        keep();
        if (box->isClosed() && !box->value().isUndefined())
            m_shown.clear(); // another branch asks for other fields
        Q_EMIT changed();
        growLists();
    });
    connect(box, &CalcBox::entered, this, [this, box] { goOn(box); });
    return box;
}

void CalcForm::setCalculator(const QString &name, QDate today)
{
    for (CalcBox *box : std::as_const(m_boxes)) {
        box->disconnect(this);
        box->hide();
        box->deleteLater(); // may be in the middle of an event of its own
    }
    m_boxes.clear();
    m_shown.clear();
    m_name = name;
    m_today = today;
    const QList<CalcField> fields = calcFields(name);
    for (const CalcField &field : fields) {
        if (field.kind != "list"_L1 && !field.key.contains(u'.'))
            makeBox(field, field.key);
    }
    for (const CalcField &field : fields) {
        if (field.kind != "list"_L1)
            continue;
        for (int entry = 0; entry < kMostEntries; ++entry) {
            for (const CalcField &part : fields) {
                if (part.key.startsWith(field.key + u'.'))
                    makeBox(part, u"%1[%2].%3"_s.arg(field.key).arg(entry).arg(part.key.section(u'.', 1)));
            }
        }
    }
    if (!m_kept.contains(name)) {
        put({});
    } else {
        m_isFilling = true;
        const QHash<QString, QJsonValue> kept = m_kept.value(name);
        for (CalcBox *box : std::as_const(m_boxes))
            box->put(kept.value(box->place(), QJsonValue::Undefined));
        m_isFilling = false;
    }
    for (CalcBox *box : std::as_const(m_boxes))
        box->hide();
}

void CalcForm::setKnown(const QHash<QString, QJsonValue> &known)
{
    m_known = known;
    m_kept.clear();
    if (!m_name.isEmpty())
        fill({});
}

/// Every field gets its value of `input`, else its standard.
void CalcForm::put(const QJsonObject &input)
{
    QJsonObject values = input;
    for (const CalcField &field : calcFields(m_name)) {
        const QJsonValue standard = calcStandard(field, m_today, m_known);
        if (!values.contains(field.key) && !standard.isUndefined())
            values.insert(field.key, standard);
    }
    m_isFilling = true;
    for (CalcBox *box : std::as_const(m_boxes)) {
        const QJsonValue value = values.value(keyOf(box->place()));
        box->put(box->place().contains(u'[') ? value.toArray()
                                                   .at(entryNumber(box->place()))
                                                   .toObject()
                                                   .value(box->place().section(u"]."_s, 1))
                                             : value);
    }
    m_isFilling = false;
}

void CalcForm::fill(const QJsonObject &input)
{
    m_kept.remove(m_name);
    put(input);
    keep();
    Q_EMIT changed();
    growLists();
}

void CalcForm::keep()
{
    QHash<QString, QJsonValue> &kept = m_kept[m_name];
    for (const CalcBox *box : std::as_const(m_boxes))
        kept.insert(box->place(), box->value());
}

bool CalcForm::isInSight(const CalcBox *box) const
{
    return m_shown.contains(keyOf(box->place()));
}

QJsonObject CalcForm::input() const
{
    QJsonObject out;
    QHash<QString, QList<QJsonObject>> lists;
    for (const CalcBox *box : m_boxes) {
        if (box->value().isUndefined())
            continue;
        if (!box->place().contains(u'[')) {
            out.insert(box->place(), box->value());
            continue;
        }
        QList<QJsonObject> &entries = lists[keyOf(box->place())];
        while (entries.size() <= entryNumber(box->place()))
            entries += QJsonObject();
        entries[entryNumber(box->place())].insert(box->place().section(u"]."_s, 1), box->value());
    }
    for (auto it = lists.cbegin(); it != lists.cend(); ++it) {
        QJsonArray entries;
        for (const QJsonObject &entry : it.value())
            entries += entry;
        out.insert(it.key(), entries);
    }
    return out;
}

bool CalcForm::follow(const QList<CalcAsk> &asked, bool isWhole)
{
    const QStringList before = m_shown;
    QStringList keys;
    for (const CalcAsk &ask : asked)
        keys += ask.key;
    if (!isWhole) {
        for (const QString &key : std::as_const(m_shown)) {
            if (!keys.contains(key))
                keys += key;
        }
    }
    m_shown = keys;
    growLists();
    return m_shown != before;
}

/// Entries of a list up to the first empty one.
void CalcForm::growLists()
{
    QHash<QString, int> filled; // the last filled entry and one more
    for (const CalcBox *box : std::as_const(m_boxes)) {
        if (box->place().contains(u'[') && !box->value().isUndefined())
            filled[keyOf(box->place())]
                = std::max(filled[keyOf(box->place())], entryNumber(box->place()) + 1);
    }
    for (CalcBox *box : std::as_const(m_boxes)) {
        const bool isNear
            = !box->place().contains(u'[') || entryNumber(box->place()) <= filled.value(keyOf(box->place()));
        box->setVisible(isInSight(box) && isNear);
    }
    updateGeometry();
}

void CalcForm::markFault(const QString &place, const QString &sentence)
{
    for (CalcBox *box : std::as_const(m_boxes)) {
        const bool isIt = box->place() == place || keyOf(box->place()) == keyOf(place);
        const bool isExact = box->place() == place || (isIt && !box->place().contains(u'['));
        const QString words
            = isExact && !box->isTyping() && !box->value().isUndefined() ? sentence : QString();
        if (words != box->problem())
            box->setProblem(words);
    }
}

CalcBox *CalcForm::box(const QString &place) const
{
    for (CalcBox *box : m_boxes) {
        if (box->place() == place)
            return box;
    }
    return nullptr;
}

void CalcForm::focusFirst()
{
    CalcBox *first = nullptr;
    for (CalcBox *box : std::as_const(m_boxes)) {
        if (box->isHidden())
            continue;
        first = first ? first : box;
        if (box->value().isUndefined()) {
            first = box;
            break;
        }
    }
    if (!first)
        return;
    first->edit()->setFocus(Qt::TabFocusReason);
    first->edit()->selectAll();
}

/// Enter goes to the next field in sight; behind the last one it is done.
void CalcForm::goOn(const CalcBox *from)
{
    bool isBehind = false;
    for (CalcBox *box : std::as_const(m_boxes)) {
        if (isBehind && !box->isHidden()) {
            box->edit()->setFocus(Qt::TabFocusReason);
            box->edit()->selectAll();
            return;
        }
        isBehind |= box == from;
    }
    Q_EMIT finished();
}

void CalcForm::retranslate()
{
    if (m_name.isEmpty())
        return;
    keep(); // made anew, as other words need other room
    const QStringList shown = m_shown;
    setCalculator(m_name, m_today);
    m_shown = shown;
}

} // namespace Loket
