// SPDX-License-Identifier: Apache-2.0
#include "forms/find/searchmodel.h"

#include "forms/common/format.h"
#include "forms/common/texts.h"
#include "model/domain/facilities.h"

namespace Loket {

using namespace Qt::StringLiterals;

SearchModel::SearchModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void SearchModel::setAnswer(const SearchAnswer &answer, const QString &typed, const FacilityIndex *facilities)
{
    beginResetModel();
    m_hits = answer.hits;
    m_typed = typed;
    m_fktpNames.clear();
    for (const SearchHit &one : m_hits) {
        const auto facility = facilities ? facilities->facility(one.fktp) : std::nullopt;
        m_fktpNames += facility ? facility->name : one.fktp;
    }
    endResetModel();
}

void SearchModel::clear()
{
    setAnswer({}, {}, nullptr);
}

QString SearchModel::onlyFamily() const
{
    QString kk;
    for (const SearchHit &one : m_hits) {
        if (!kk.isEmpty() && one.kk != kk)
            return {};
        kk = one.kk;
    }
    return kk;
}

void SearchModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_hits.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_hits.size()) - 1, ColumnCount - 1));
}

int SearchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_hits.size());
}

int SearchModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString SearchModel::text(const SearchHit &one, int column) const
{
    switch (column) {
    case Name:
        return personName(one.name);
    case Nik:
        return one.nik.isEmpty() ? u"–"_s : maskedNumber(one.nik, m_typed);
    case Born:
        return dateText(one.birthDate);
    case Segment:
        return segmentShort(one.segment);
    case CareClass:
        return romanClass(one.careClass);
    case Status:
        return memberStatusText(one.status);
    default:
        return {};
    }
}

QVariant SearchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SearchHit &one = m_hits.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Fktp ? m_fktpNames.at(index.row()) : text(one, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == Name ? personName(one.name) + u", "_s + memberStatusText(one.status)
                                      : data(index, Qt::DisplayRole);
    case CellRole::kBold:
        return index.column() == Name ? QVariant::fromValue(matchedParts(personName(one.name), m_typed))
                                      : QVariant();
    case CellRole::kLook:
        return index.column() == Nik ? int(CellLook::Mono) : int(CellLook::Normal);
    case CellRole::kTone:
        return index.column() == Status ? QVariant(int(memberStatusTone(one.status))) : QVariant();
    case FamilyKkRole:
        return one.kk;
    case CaseIdRole:
        return one.caseId;
    case MemberIdRole:
        return one.memberId;
    default:
        return {};
    }
}

QVariant SearchModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Nik:
        return tr("NIK");
    case Born:
        return tr("Born");
    case Segment:
        return tr("Segment");
    case CareClass:
        return tr("Class");
    case Fktp:
        return tr("FKTP");
    case Status:
        return tr("Status");
    default:
        return {};
    }
}

QList<int> SearchModel::matchedParts(const QString &name, const QString &typed)
{
    QList<int> parts;
    const QString haystack = name.toLower();
    const QStringList words = typed.toLower().split(u' ', Qt::SkipEmptyParts);
    for (qsizetype at = 0; at < haystack.size();) {
        const bool isWordStart = at == 0 || !haystack.at(at - 1).isLetterOrNumber();
        qsizetype longest = 0;
        if (isWordStart) {
            for (const QString &word : words) {
                if (QStringView(haystack).sliced(at).startsWith(word))
                    longest = qMax(longest, word.size());
            }
        }
        if (longest > 0)
            parts << int(at) << int(longest);
        at += qMax(longest, qsizetype(1));
    }
    return parts;
}

} // namespace Loket
