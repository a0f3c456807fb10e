// SPDX-License-Identifier: Apache-2.0
#include "forms/cards/handovermodel.h"

#include "forms/common/format.h"
#include "forms/common/texts.h"

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

QString collectorText(const HandOverInput &given)
{
    const QString who = codeLabel(u"card-collector"_s, given.collector);
    return given.name.isEmpty() ? who : u"%1: %2"_s.arg(who, given.name);
}

HandOverModel::HandOverModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void HandOverModel::setWaiting(const QList<PrintRecord> &cards, const QString &typed, QDate overdueBefore)
{
    beginResetModel();
    m_cards.clear();
    for (const PrintRecord &card : cards) {
        HandedCard one;
        one.print = card;
        m_cards += one;
    }
    m_typed = typed;
    m_overdueBefore = overdueBefore;
    endResetModel();
}

void HandOverModel::setHanded(const QList<HandedCard> &cards, const QString &typed)
{
    beginResetModel();
    m_cards = cards;
    m_typed = typed;
    m_overdueBefore = QDate();
    endResetModel();
}

bool HandOverModel::isOverdue(int row) const
{
    return m_overdueBefore.isValid() && m_cards.at(row).print.day < m_overdueBefore;
}

int HandOverModel::rowOf(qint64 print) const
{
    const auto found = std::find_if(m_cards.cbegin(), m_cards.cend(),
                                    [print](const HandedCard &card) { return card.print.id == print; });
    return found == m_cards.cend() ? -1 : int(found - m_cards.cbegin());
}

void HandOverModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_cards.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_cards.size()) - 1, ColumnCount - 1));
}

int HandOverModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_cards.size());
}

int HandOverModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString HandOverModel::text(const HandedCard &card, int column) const
{
    const PrintInput &input = card.print.input;
    switch (column) {
    case Name:
        return personName(input.name);
    case Nik:
        return input.nik.isEmpty() ? u"–"_s : maskedNumber(input.nik, m_typed);
    case CardNumber:
        return input.reference;
    case PrintedOn:
        return dateText(card.print.day);
    case State:
        if (!card.given.collector.isEmpty())
            return tr("%1, %2").arg(dateText(card.day), collectorText(card.given));
        return card.print.day < m_overdueBefore ? tr("overdue") : tr("waits");
    default:
        return {};
    }
}

QVariant HandOverModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const HandedCard &card = m_cards.at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(card, column);
    case CellRole::kTone:
        if (column != State || !card.given.collector.isEmpty())
            return {};
        return int(isOverdue(index.row()) ? Tone::Warning : Tone::Neutral);
    case CellRole::kLook:
        return int(column == Name                              ? CellLook::Strong
                       : column == CardNumber || column == Nik ? CellLook::Mono
                                                               : CellLook::Normal);
    default:
        return {};
    }
}

QVariant HandOverModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Nik:
        return tr("NIK");
    case CardNumber:
        return tr("Card number");
    case PrintedOn:
        return tr("Printed");
    case State:
        return m_overdueBefore.isValid() ? tr("State") : tr("Collected");
    default:
        return {};
    }
}

} // namespace Loket
