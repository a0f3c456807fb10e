// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

class QAbstractItemView;

namespace Loket {

class CaseDraft;
class CellEdit;
class MemberModel;

/// Draws the cells of the member grid (marks, problems, what came from the NIK) and makes their editors.
class MemberDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    MemberDelegate(CaseDraft &draft, MemberModel &model, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

Q_SIGNALS:
    void cellLeft(int key);
    void rowsPasted();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void paintContent(QPainter &painter, const QRect &cell, const QModelIndex &index) const;
    void paintEntryHint(QPainter &painter, const QRect &cell, const QAbstractItemView &view) const;
    void giveSource(CellEdit *editor, const QModelIndex &index) const;

    CaseDraft &m_draft;
    MemberModel &m_model;
};

} // namespace Loket
