// SPDX-License-Identifier: Apache-2.0
#include "forms/output/cardbatchmodel.h"

#include "forms/common/format.h"
#include "forms/common/texts.h"
#include "forms/output/cardbatchdesk.h"
#include "forms/output/jobtext.h"

namespace Loket {

using namespace Qt::StringLiterals;

CardBatchModel::CardBatchModel(const CardBatchDesk &desk, QObject *parent)
    : QAbstractTableModel(parent)
    , m_desk(desk)
{
}

void CardBatchModel::relist()
{
    beginResetModel();
    endResetModel();
}

void CardBatchModel::restate()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int CardBatchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_desk.rows().size());
}

int CardBatchModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

CardBatchModel::Words CardBatchModel::wordsOf(int row) const
{
    const CardBatchRow &line = m_desk.rows().at(row);
    const CardRunItem *item = m_desk.item(row);
    if (!item) {
        if (!line.refusal.isEmpty())
            return {tr("not in the batch"), codeLabel(u"problem"_s, line.refusal), Tone::Neutral};
        return line.isChosen ? Words{tr("will be printed"), {}, Tone::Info}
                             : Words{tr("left out"), tr("Space takes it in again."), Tone::Neutral};
    }
    switch (item->fate) {
    case CardFate::Waiting:
        return item->print == 0 ? Words{tr("waits"), {}, Tone::Neutral}
                                : Words{tr("did not come out"), {}, Tone::Warning};
    case CardFate::Noting:
        if (!isOver(item->report.state))
            return {tr("being sent"), {}, Tone::Info};
        [[fallthrough]];
    case CardFate::Sent:
        return {jobStateText(item->report), printerReasonsText(item->report.reasons),
                jobStateTone(item->report)};
    case CardFate::Out:
        return {tr("came out"), {}, Tone::Ok};
    case CardFate::Unclear:
        return {tr("did it come out?"), tr("Only a look at the printer can tell."), Tone::Danger};
    case CardFate::Withheld:
        return {tr("may not be printed"), codeLabel(u"problem"_s, item->withheld), Tone::Warning};
    case CardFate::Spoilt:
        break;
    }
    return {tr("spoilt"), tr("Print it again from its own window."), Tone::Warning};
}

QVariant CardBatchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CardBatchRow &row = m_desk.rows().at(index.row());
    if (role == CellRole::kLook)
        return int(index.column() == Name       ? CellLook::Strong
                       : index.column() == Card ? CellLook::Mono
                                                : CellLook::Normal);
    if (role == CellRole::kTone)
        return index.column() == State ? QVariant(int(wordsOf(index.row()).tone)) : QVariant();
    if (role == Qt::ToolTipRole)
        return index.column() == State ? QVariant(wordsOf(index.row()).more) : QVariant();
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Number:
        return QString::number(index.row() + 1);
    case Name:
        return row.name.isEmpty() ? u"–"_s : personName(row.name);
    case Card:
        return groupedDigits(row.card);
    case State:
        return wordsOf(index.row()).text;
    default:
        return {};
    }
}

QVariant CardBatchModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return tr("No");
    case Name:
        return tr("Name");
    case Card:
        return tr("Card number");
    case State:
        return tr("State");
    default:
        return {};
    }
}

} // namespace Loket
