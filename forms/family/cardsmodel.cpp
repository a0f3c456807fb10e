// SPDX-License-Identifier: Apache-2.0
#include "forms/family/cardsmodel.h"

#include "forms/common/format.h"
#include "forms/common/texts.h"
#include "forms/family/cardwords.h"

namespace Loket {

using namespace Qt::StringLiterals;

CardsModel::CardsModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void CardsModel::setFamilies(const QList<FamilyView> &families, const Context &context)
{
    beginResetModel();
    m_rows.clear();
    for (const FamilyView &family : families) {
        for (const MemberView &member : family.members)
            m_rows
                += {member, family.kk, family.members.first().name, cardStandingOf(context, family, member)};
    }
    const auto isPrintable = [](const Row &row) { return row.standing.refusal.isEmpty(); };
    std::stable_sort(m_rows.begin(), m_rows.end(),
                     [&](const Row &a, const Row &b) { return isPrintable(a) && !isPrintable(b); });
    m_printable = int(std::count_if(m_rows.cbegin(), m_rows.cend(), isPrintable));
    endResetModel();
}

QStringList CardsModel::printableCards() const
{
    QStringList cards;
    for (const Row &row : m_rows.first(m_printable)) // they stand first
        cards += row.member.card;
    return cards;
}

void CardsModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

int CardsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CardsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant CardsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case CardNumberRole:
        return row.member.card;
    case FamilyKkRole:
        return row.kk;
    case IsPrintableRole:
        return row.standing.refusal.isEmpty();
    case CellRole::kTone:
        if (index.column() == Printable)
            return int(cardPillTone(row.standing));
        return index.column() == Status ? QVariant(int(memberStatusTone(row.member.status))) : QVariant();
    case CellRole::kLook:
        return int(index.column() == Name             ? CellLook::Strong
                       : index.column() == CardNumber ? CellLook::Mono
                                                      : CellLook::Normal);
    case Qt::ToolTipRole:
        return index.column() == Printable ? cardStandingText(row.standing) : QVariant();
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (index.column()) {
    case Name:
        return personName(row.member.name);
    case CardNumber:
        return row.member.card.isEmpty() ? u"–"_s : row.member.card;
    case Family:
        return tr("Family of %1").arg(personName(row.head));
    case Status:
        return memberStatusText(row.member.status);
    case Printable:
        return cardPillText(row.standing);
    default:
        return {};
    }
}

QVariant CardsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case CardNumber:
        return tr("Card number");
    case Family:
        return tr("Family");
    case Status:
        return tr("Status");
    case Printable:
        return tr("Card");
    default:
        return {};
    }
}

} // namespace Loket
