// SPDX-License-Identifier: Apache-2.0
#include "forms/sync/conflictsheet.h"

#include "forms/common/office.h"
#include "forms/common/theme.h"
#include "forms/common/widgets.h"
#include "forms/sync/conflicttext.h"
#include "model/services/conflictresolution.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QRadioButton>

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {
enum Column { Label, Before, Mine, Theirs };
}

ConflictSheet::ConflictSheet(Office &office, QWidget *parent)
    : QWidget(parent)
    , m_office(office)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setColumnStretch(Label, 2);
    for (const Column column : {Before, Mine, Theirs})
        m_grid->setColumnStretch(column, 3);
    const auto apply = [this] {
        m_grid->setHorizontalSpacing(Theme::current().px(Metric::kSpace4));
        m_grid->setVerticalSpacing(Theme::current().px(6));
    };
    apply();
    connect(&Theme::current(), &Theme::changed, this, apply);
}

void ConflictSheet::show(const ConflictView &conflict)
{
    const bool isSame = m_conflict && m_conflict->record.id == conflict.record.id;
    m_conflict = conflict;
    if (!isSame || !conflict.isOpen())
        m_sides.clear();
    if (!conflict.isOpen())
        readDecision();
    retranslate();
}

/// What was chosen stands in the case that decided it.
void ConflictSheet::readDecision()
{
    for (const ConflictGroup &group : std::as_const(m_conflict->groups)) {
        if (m_conflict->isWithdrawn())
            m_sides.insert(group.key(), ConflictSide::Theirs);
        for (const WarningOverride &one :
             m_conflict->decidedBy ? m_conflict->decidedBy->content.overrides : QList<WarningOverride>()) {
            if (one.path == group.key() && (one.code == kConflictMine || one.code == kConflictTheirs))
                m_sides.insert(group.key(),
                               one.code == kConflictMine ? ConflictSide::Mine : ConflictSide::Theirs);
        }
    }
}

void ConflictSheet::clear()
{
    m_choices.clear();
    m_values.clear();
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void ConflictSheet::retranslate()
{
    if (!m_conflict)
        return;
    const QWidget *focus = focusWidget();
    const bool hadFocus = focus && isAncestorOf(focus) && focus->hasFocus();
    clear();
    addHeader();
    for (const ConflictGroup &group : std::as_const(m_conflict->groups)) {
        addGroup(group);
        addFields(group);
    }
    mark();
    if (hadFocus)
        takeFocus();
}

void ConflictSheet::addHeader()
{
    m_grid->addWidget(roleLabel(u"label"_s, this, tr("Before")), 0, Before);
    m_grid->addWidget(roleLabel(u"label"_s, this, tr("At this counter")), 0, Mine);
    m_grid->addWidget(roleLabel(u"label"_s, this, tr("At the centre")), 0, Theirs);
}

void ConflictSheet::addGroup(const ConflictGroup &group)
{
    const int row = m_grid->rowCount();
    m_grid->addWidget(ruleLine(this), row, Label, 1, 4);
    auto *title = roleLabel(u"strong"_s, this, conflictGroupText(group, *m_conflict));
    title->setWordWrap(true);
    m_grid->addWidget(title, row + 1, Label, 1, 2);
    auto *exclusive = new QButtonGroup(title);
    for (const ConflictSide side : {ConflictSide::Mine, ConflictSide::Theirs}) {
        QRadioButton *button = choice(this, group, side);
        exclusive->addButton(button);
        m_grid->addWidget(button, row + 1, side == ConflictSide::Mine ? Mine : Theirs);
    }
}

QRadioButton *ConflictSheet::choice(QWidget *holder, const ConflictGroup &group, ConflictSide side)
{
    auto *button
        = new QRadioButton(side == ConflictSide::Mine ? tr("Take this") : tr("Take the centre's"), holder);
    const QString key = group.key();
    button->setObjectName((side == ConflictSide::Mine ? u"mine "_s : u"theirs "_s) + key);
    button->setAccessibleName(
        tr("%1: %2", "group, choice").arg(conflictGroupText(group, *m_conflict), button->text()));
    button->setChecked(m_sides.contains(key) && m_sides.value(key) == side);
    button->setEnabled(m_conflict->isOpen());
    m_choices += {key, button};
    connect(button, &QRadioButton::toggled, this, [this, key, side](bool isOn) {
        if (!isOn)
            return;
        m_sides.insert(key, side);
        mark();
        Q_EMIT changed();
    });
    return button;
}

void ConflictSheet::addFields(const ConflictGroup &group)
{
    for (const ConflictField &field : group.fields) {
        const int row = m_grid->rowCount();
        auto *label = roleLabel(u"muted"_s, this, conflictFieldText(field.field, m_office));
        label->setWordWrap(true);
        m_grid->addWidget(label, row, Label, Qt::AlignTop);
        const auto value = [&](Column column, const QString &text, const QString &role) {
            auto *words = roleLabel(role, this, conflictValueText(field.field, text, m_office));
            words->setWordWrap(true);
            words->setTextFormat(Qt::PlainText);
            m_grid->addWidget(words, row, column, Qt::AlignTop);
            return words;
        };
        value(Before, field.base, u"muted"_s);
        m_values += {group.key(), ConflictSide::Mine, value(Mine, field.mine, QString())};
        m_values += {group.key(), ConflictSide::Theirs, value(Theirs, field.theirs, QString())};
    }
}

/// The chosen values stand out, the others step back.
void ConflictSheet::mark()
{
    for (const auto &[key, side, widget] : std::as_const(m_values)) {
        const bool isChosen = m_sides.contains(key) && m_sides.value(key) == side;
        const bool isLeft = m_sides.contains(key) && !isChosen;
        setLook(widget, "role", isChosen ? u"strong"_s : isLeft ? u"muted"_s : QString());
    }
}

bool ConflictSheet::isAllTheirs() const
{
    return std::all_of(m_sides.cbegin(), m_sides.cend(),
                       [](ConflictSide side) { return side == ConflictSide::Theirs; });
}

QList<QWidget *> ConflictSheet::choices() const
{
    QList<QWidget *> list;
    for (const auto &[key, button] : m_choices)
        list += button;
    return list;
}

void ConflictSheet::takeFocus()
{
    QRadioButton *first = nullptr;
    for (const auto &[key, button] : std::as_const(m_choices)) {
        if (!button->isEnabled())
            continue;
        first = first ? first : button;
        if (!m_sides.contains(key)) {
            button->setFocus(Qt::TabFocusReason);
            return;
        }
    }
    if (first)
        first->setFocus(Qt::TabFocusReason);
}

} // namespace Loket
