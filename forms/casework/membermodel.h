// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/casework/casedraft.h"

#include <QAbstractTableModel>

namespace Loket {

/// The members of a draft as a table, with one empty row at the end that becomes a member when typed into.
/// Cells show what people read, Qt::EditRole is what they type. Reads and changes the draft only.
class MemberModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        Photo,
        Relation,
        Number,
        Name,
        BirthPlace,
        BirthDate,
        Sex,
        Marital,
        Citizenship,
        Facility,
        Columns
    };
    enum Role {
        SeverityRole = Qt::UserRole, ///< 0 none, 1 warning, 2 error, 3 still empty
        ProblemRole,                 ///< the sentences, one a line
        FromNikRole,                 ///< bool: filled from the NIK, not typed
        PhotoRole,                   ///< PhotoState
        HintRole,                    ///< quiet text in an empty cell
        ForeignRole                  ///< bool: a WNA
    };
    enum class PhotoState { None, Missing, Taken, Waived };

    /// Both outlive the model.
    explicit MemberModel(CaseDraft &draft, QObject *parent = nullptr);

    static QString fieldOf(int column);        ///< "nik" of Number; empty for Photo
    static int columnOf(const QString &field); ///< -1: no column of its own
    /// relation | sex | marital | citizenship of a coded column; empty for another.
    static QString choiceKind(int column);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// A typed text: understood as far as possible, else kept as typed.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

    /// The text of a key being typed, before the cell is left.
    void typeInto(const QModelIndex &index, const QString &text);
    bool isEntryRow(int row) const { return row == m_count; }
    /// Whether the service asks for what stands in a column.
    bool isAsked(int column) const;
    /// Where typing begins in the empty row.
    int entryColumn() const;
    /// Whether a cell waits for somebody to type into it: empty, and its member has need of it.
    bool isOpen(const QModelIndex &index) const;
    /// Whether to call a still empty field a problem.
    void setEmptyIsProblem(bool isProblem);
    /// The language changed.
    void retranslate();
    /// The cells as text for other programs: tabs between, a line each.
    QString copied(const QModelIndexList &indexes) const;
    QString nameOf(int row) const; ///< "Bima", else "Anak 2"

private:
    void follow();
    void refreshProblems();
    QString shown(const CaseMember &member, int row, int column) const;
    QVariant problemData(const QModelIndex &index, int role) const;

    CaseDraft &m_draft;
    QList<CaseMember> m_members; // as shown now
    int m_count = 0;
    bool m_emptyIsProblem = false;
    QHash<QString, QList<Problem>> m_problems; // by path of a cell
};

} // namespace Loket
