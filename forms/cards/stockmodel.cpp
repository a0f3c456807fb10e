// SPDX-License-Identifier: Apache-2.0
#include "forms/cards/stockmodel.h"

#include "forms/common/format.h"
#include "forms/common/texts.h"

namespace Loket {

using namespace Qt::StringLiterals;

StockModel::StockModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void StockModel::setEntries(const QList<StockEntry> &entries, const QDateTime &now,
                            const QHash<QString, QString> &officers)
{
    beginResetModel();
    m_entries = entries;
    m_now = now;
    m_officers = officers;
    endResetModel();
}

void StockModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_entries.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_entries.size()) - 1, ColumnCount - 1));
}

int StockModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int StockModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString StockModel::text(const StockEntry &entry, int column) const
{
    const StockInput &what = entry.what;
    switch (column) {
    case When:
        return momentText(entry.at, m_now);
    case Event:
        // Taken back: a card that counted as used turned out to be spoilt.
        return what.kind == StockEvent::Used && what.amount < 0
            ? tr("Used, taken back")
            : codeLabel(u"stock-event"_s, stockEventWord(what.kind));
    case Blank:
        return codeLabel(u"card-blank"_s, what.blank);
    case Change:
        return entry.change > 0 ? u"+"_s + numberText(entry.change) : numberText(entry.change);
    case Detail: {
        QStringList parts;
        if (!what.box.isEmpty())
            parts += tr("box %1").arg(what.box);
        if (what.kind == StockEvent::Counted)
            parts += tr("counted %1").arg(numberText(what.amount));
        if (!what.reasonCode.isEmpty())
            parts += codeLabel(u"spoil-reason"_s, what.reasonCode);
        if (!what.reason.isEmpty())
            parts += what.reason;
        if (!entry.card.isEmpty())
            parts += tr("card %1").arg(entry.card);
        return parts.join(u" · "_s);
    }
    case By:
        return m_officers.value(entry.officer, entry.officer);
    default:
        return {};
    }
}

QVariant StockModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const StockEntry &entry = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == Change ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case CellRole::kLook:
        return int(index.column() == Event        ? CellLook::Strong
                       : index.column() == Change ? CellLook::Mono
                                                  : CellLook::Normal);
    default:
        return {};
    }
}

QVariant StockModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case When:
        return tr("When");
    case Event:
        return tr("What");
    case Blank:
        return tr("Card");
    case Change:
        return tr("Number");
    case Detail:
        return tr("Detail");
    case By:
        return tr("Officer");
    default:
        return {};
    }
}

} // namespace Loket
