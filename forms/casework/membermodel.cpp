// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/membermodel.h"

#include "forms/casework/issuetext.h"
#include "forms/casework/memberpath.h"
#include "forms/casework/pastedrows.h"
#include "forms/casework/typedinput.h"
#include "forms/common/language.h"
#include "model/domain/facilities.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

constexpr std::array<const char16_t *, MemberModel::Columns> kMemberFields
    = {u"",          u"relation", u"nik",     u"name",        u"birthPlace",
       u"birthDate", u"sex",      u"marital", u"citizenship", u"fktp"};

/// Most of them are health centres, and the column is narrow.
QString shortFacility(QString name)
{
    return name.replace(u"Puskesmas "_s, u"Pusk. "_s);
}

MemberModel::PhotoState photoState(const CaseMember &member)
{
    if (!member.photo.isEmpty())
        return MemberModel::PhotoState::Taken;
    return member.photoWaived.isEmpty() ? MemberModel::PhotoState::Missing : MemberModel::PhotoState::Waived;
}

} // namespace

MemberModel::MemberModel(CaseDraft &draft, QObject *parent)
    : QAbstractTableModel(parent)
    , m_draft(draft)
{
    m_members = draft.content().family.members;
    m_count = int(m_members.size());
    refreshProblems();
    connect(&draft, &CaseDraft::changed, this, &MemberModel::follow);
    connect(&draft, &CaseDraft::assessed, this, &MemberModel::refreshProblems);
}

QString MemberModel::fieldOf(int column)
{
    return QString::fromUtf16(kMemberFields[size_t(column)]);
}

int MemberModel::columnOf(const QString &field)
{
    for (int column = Relation; column < Columns; ++column) {
        if (fieldOf(column) == field)
            return column;
    }
    return field.startsWith(u"photo"_s) ? int(Photo) : -1;
}

QString MemberModel::choiceKind(int column)
{
    const QString field = fieldOf(column);
    return Typed::choices(field).isEmpty() ? QString() : field;
}

int MemberModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_count + 1;
}

int MemberModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Columns);
}

Qt::ItemFlags MemberModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags usual = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return index.column() == Photo ? usual : usual | Qt::ItemIsEditable;
}

QString MemberModel::shown(const CaseMember &member, int row, int column) const
{
    const QString text = m_draft.text(memberPath(row, fieldOf(column)));
    const QString kind = choiceKind(column);
    if (!kind.isEmpty())
        return Typed::choiceLabel(kind, text, currentLanguage());
    if (column == BirthDate)
        return Typed::shownDate(member.birthDate);
    if (column == Facility) {
        const FacilityIndex *facilities = m_draft.port().facilities();
        const auto facility = facilities ? facilities->facility(text) : std::nullopt;
        return facility ? shortFacility(facility->name) : text;
    }
    return text;
}

QVariant MemberModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() > m_count)
        return {};
    const int row = index.row();
    const int column = index.column();
    if (isEntryRow(row)) {
        if (role == HintRole && column == Relation)
            return tr("+ type to add a member · paste from a family card");
        if (role == Qt::AccessibleTextRole)
            return tr("New member, %1").arg(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        return {};
    }
    const CaseMember &member = m_members[row];
    switch (role) {
    case Qt::DisplayRole:
        return column == Photo ? QVariant() : shown(member, row, column);
    case Qt::EditRole:
        return column == Facility ? member.fktp : column == Photo ? QString() : shown(member, row, column);
    case PhotoRole:
        return QVariant::fromValue(int(photoState(member)));
    case FromNikRole:
        return column != Photo && m_draft.isFromNik(memberPath(row, fieldOf(column)));
    case ForeignRole:
        return member.citizenship == u"WNA";
    case HintRole:
        return column == Number && member.nik.isEmpty() && problemData(index, SeverityRole).toInt() < 2
            ? tr("none yet")
            : QString();
    case Qt::AccessibleTextRole:
        return u"%1, %2: %3"_s.arg(nameOf(row),
                                   headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(),
                                   data(index, Qt::DisplayRole).toString());
    default:
        return problemData(index, role);
    }
}

QVariant MemberModel::problemData(const QModelIndex &index, int role) const
{
    if (role != SeverityRole && role != ProblemRole && role != Qt::ToolTipRole
        && role != Qt::AccessibleDescriptionRole)
        return {};
    const QString path = memberPath(index.row(), fieldOf(index.column()));
    int severity = 0;
    QStringList sentences;
    for (const Problem &problem : m_problems.value(path)) {
        const bool isEmpty = isStillEmpty(problem) && !m_emptyIsProblem;
        if (problem.overridden)
            continue;
        sentences << issueText(problem, m_draft.content(), nullptr);
        severity = std::max(severity, isEmpty ? 0 : problem.severity == Severity::Error ? 2 : 1);
    }
    if (severity == 0 && !sentences.isEmpty())
        severity = 3;
    if (role == SeverityRole)
        return severity;
    if (role == Qt::ToolTipRole && sentences.isEmpty() && index.column() == Facility) {
        const CaseMember &member = m_members[index.row()];
        return QString(shown(member, index.row(), Facility) + u' ' + member.fktp).trimmed();
    }
    if (role == Qt::ToolTipRole && sentences.isEmpty() && m_draft.isFromNik(path))
        return tr("Taken from the NIK. Type over it if the identity card says otherwise.");
    return sentences.join(u'\n');
}

QVariant MemberModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const bool isLong = role == Qt::ToolTipRole;
    switch (section) {
    case Photo:
        return tr("Photo");
    case Relation:
        return isLong ? tr("Relation to the head: 1 head, 2 husband, 3 wife, 4 child, 5 extra")
                      : tr("Relation");
    case Number:
        return isLong ? tr("NIK, or KITAS/KITAP of a foreign citizen") : tr("NIK / KITAS");
    case Name:
        return tr("Name");
    case BirthPlace:
        return isLong ? tr("Place of birth") : tr("Birth place");
    case BirthDate:
        return isLong ? tr("Date of birth, e.g. 29091965 or 29-9-65") : tr("Born");
    case Sex:
        return isLong ? tr("Sex: 1 or L male, 2 or P female") : tr("M/F");
    case Marital:
        return isLong ? tr("Marital status: 1 single, 2 married, 3 divorced, 4 widowed") : tr("Marital");
    case Citizenship:
        return isLong ? tr("Citizenship: 1 WNI, 2 WNA") : tr("Cit.");
    default:
        return isLong ? tr("Primary care facility: code or part of the name") : tr("FKTP");
    }
}

bool MemberModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::EditRole || index.column() == Photo)
        return false;
    const QString field = fieldOf(index.column());
    m_draft.setMemberText(index.row(), field,
                          memberTextFrom(field, value.toString(), m_draft.port().today()));
    m_draft.endStep();
    return true;
}

void MemberModel::typeInto(const QModelIndex &index, const QString &text)
{
    const int column = index.column();
    // A code word or facility is only chosen when the cell is left; half of it is nothing to assess.
    if (!choiceKind(column).isEmpty() || column == Facility || column == Photo)
        return;
    m_draft.setMemberText(index.row(), fieldOf(column),
                          column == BirthDate ? Typed::date(text, m_draft.port().today())
                              : column == Name || column == BirthPlace ? text.toUpper()
                                                                       : text);
}

bool MemberModel::isAsked(int column) const
{
    const QString field = column == Photo ? u"photo"_s : fieldOf(column);
    // A service that nobody knows shows everything.
    return !m_draft.asksAnything() || m_draft.field(u"family.members[]."_s + field);
}

int MemberModel::entryColumn() const
{
    // The first of a new family is its head.
    return m_count == 0 && m_draft.familyNeed() == FamilyNeed::New ? Number : Relation;
}

bool MemberModel::isOpen(const QModelIndex &index) const
{
    const int column = index.column();
    if (column == Photo || !isAsked(column))
        return false;
    if (isEntryRow(index.row()))
        return column == entryColumn();
    const QString path = memberPath(index.row(), fieldOf(column));
    return m_draft.text(path).isEmpty() || m_draft.isNotUnderstood(path);
}

void MemberModel::setEmptyIsProblem(bool isProblem)
{
    m_emptyIsProblem = isProblem;
    refreshProblems();
}

void MemberModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, Columns - 1);
    Q_EMIT dataChanged(index(0, 0), index(m_count, Columns - 1));
}

QString MemberModel::nameOf(int row) const
{
    return memberCallName(m_draft.content(), row);
}

QString MemberModel::copied(const QModelIndexList &indexes) const
{
    QModelIndexList sorted = indexes;
    std::sort(sorted.begin(), sorted.end());
    QString text;
    int row = -1;
    for (const QModelIndex &cell : std::as_const(sorted)) {
        if (isEntryRow(cell.row()) || cell.column() == Photo)
            continue;
        if (row >= 0)
            text += cell.row() == row ? u'\t' : u'\n';
        row = cell.row();
        // The facility by its code: that is what can be pasted again.
        text += cell.data(cell.column() == Facility ? Qt::EditRole : Qt::DisplayRole).toString();
    }
    return text;
}

/// Brings the rows to those of the draft with the fewest changes, so that a cell being edited stays where it
/// is. A member added at the end takes the place of the empty row, and a new empty row comes after it.
void MemberModel::follow()
{
    const QList<CaseMember> &members = m_draft.content().family.members;
    const int before = m_count;
    const int after = int(members.size());
    const int common = std::min(before, after);
    int first = 0;
    while (first < common && m_members[first] == members[first])
        ++first;
    const int moved = first == common ? common + 1 : first;
    if (after > before) {
        beginInsertRows({}, moved, moved + after - before - 1);
        m_members = members;
        m_count = after;
        endInsertRows();
    } else if (after < before) {
        beginRemoveRows({}, moved, moved + before - after - 1);
        m_members = members;
        m_count = after;
        endRemoveRows();
    } else {
        m_members = members;
    }
    Q_EMIT dataChanged(index(0, 0), index(m_count, Columns - 1));
}

void MemberModel::refreshProblems()
{
    m_problems.clear();
    for (const Problem &problem : m_draft.assessment().problems) {
        if (const auto place = MemberPath::parse(problem.path)) {
            // A problem of the whole member, or of a field without a column, is shown at the name.
            const QString field = columnOf(place->field) > Photo ? place->field : u"name"_s;
            m_problems[memberPath(place->row, field)].append(problem);
        }
    }
    if (m_count >= 0)
        Q_EMIT dataChanged(index(0, 0), index(m_count, Columns - 1));
}

} // namespace Loket
