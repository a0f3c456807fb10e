// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/memberdelegate.h"

#include "forms/casework/celledit.h"
#include "forms/casework/fieldsources.h"
#include "forms/casework/membermodel.h"
#include "forms/common/pill.h"
#include "forms/common/theme.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

const char *const kTakenValue = "takenValue";

void paintPhotoCell(QPainter &painter, const QRect &cell, MemberModel::PhotoState state)
{
    switch (state) {
    case MemberModel::PhotoState::Taken:
        Pill::paint(painter, cell, u"✓"_s, Tone::Ok, false);
        break;
    case MemberModel::PhotoState::Missing:
        Pill::paint(painter, cell, u"F4"_s, Tone::Warning, false);
        break;
    case MemberModel::PhotoState::Waived:
        Pill::paint(painter, cell, u"–"_s, Tone::Neutral, false);
        break;
    case MemberModel::PhotoState::None:
        break;
    }
}

/// What is wrong with a cell: a frame, and a symbol that says it without colour.
QRect paintProblemMark(QPainter &painter, const QRect &cell, int severity)
{
    const Theme &theme = Theme::current();
    const QColor colour = severity == 2 ? theme.tokens().danger : theme.tokens().warning;
    painter.setPen(QPen(colour, severity == 2 ? 2 : 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(cell).adjusted(1, 1, -1, -2));
    const int size = theme.px(10);
    const QRect mark(cell.right() - size - 3, cell.top() + 3, size, size);
    painter.setFont(theme.font(Type::Tiny));
    painter.drawText(mark, Qt::AlignCenter, severity == 2 ? u"■"_s : u"▲"_s);
    return cell;
}

} // namespace

/// The words of the empty row run over all its cells; each cell paints its part of them.
void MemberDelegate::paintEntryHint(QPainter &painter, const QRect &cell, const QAbstractItemView &view) const
{
    const Theme &theme = Theme::current();
    const int row = m_model.rowCount() - 1;
    const QModelIndex first = m_model.index(row, MemberModel::Relation);
    const QRect start = view.visualRect(first);
    painter.save();
    painter.setClipRect(cell);
    painter.setFont(theme.font(Type::Base));
    painter.setPen(theme.tokens().muted);
    painter.drawText(
        QRect(start.left() + theme.px(10), cell.top(), view.viewport()->width(), cell.height() - 1),
        Qt::AlignVCenter | Qt::AlignLeft, first.data(MemberModel::HintRole).toString());
    painter.restore();
}

MemberDelegate::MemberDelegate(CaseDraft &draft, MemberModel &model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_draft(draft)
    , m_model(model)
{
}

void MemberDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const Theme &theme = Theme::current();
    const Tokens &tokens = theme.tokens();
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const QModelIndex current = view ? view->currentIndex() : QModelIndex();
    const bool isCurrentRow = current.isValid() && current.row() == index.row();
    const bool isCurrent = current == index && view->hasFocus();

    painter->save();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected)
        && (!m_model.isEntryRow(index.row()) || (view && view->hasFocus()));
    painter->fillRect(option.rect,
                      isSelected || (isCurrentRow && !m_model.isEntryRow(index.row())) ? tokens.primarySoft
                                                                                       : tokens.surface);
    const bool isEntryRow = m_model.isEntryRow(index.row());
    if (!isEntryRow)
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          tokens.line);
    const QRect cell = option.rect.adjusted(theme.px(10), 0, -theme.px(2), -1);
    if (isEntryRow && view)
        paintEntryHint(*painter, option.rect, *view);

    paintContent(*painter, cell, index);
    const int severity = index.data(MemberModel::SeverityRole).toInt();
    if (severity == 1 || severity == 2)
        paintProblemMark(*painter, option.rect, severity);
    if (isCurrent) {
        painter->setPen(QPen(severity == 2 ? tokens.danger : tokens.primary, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(option.rect).adjusted(1, 1, -1, -2));
    }
    painter->restore();
}

/// The cell's words, its mark, or what to call an empty one.
void MemberDelegate::paintContent(QPainter &painter, const QRect &cell, const QModelIndex &index) const
{
    const Theme &theme = Theme::current();
    const Tokens &tokens = theme.tokens();
    const QString text = index.data(Qt::DisplayRole).toString();
    const QString hint = text.isEmpty() && !m_model.isEntryRow(index.row())
        ? index.data(MemberModel::HintRole).toString()
        : QString();
    if (index.column() == MemberModel::Photo) {
        paintPhotoCell(painter, cell, MemberModel::PhotoState(index.data(MemberModel::PhotoRole).toInt()));
    } else if (index.column() == MemberModel::Citizenship && index.data(MemberModel::ForeignRole).toBool()) {
        Pill::paint(painter, cell, text, Tone::Info, false);
    } else if (!hint.isEmpty()) {
        painter.setFont(theme.font(Type::Base));
        painter.setPen(tokens.muted);
        painter.drawText(cell, Qt::AlignVCenter | Qt::AlignLeft, hint);
    } else if (!m_model.isEntryRow(index.row())) {
        painter.setFont(theme.font(index.column() == MemberModel::Number ? Type::Mono : Type::Base));
        painter.setPen(tokens.text);
        const QString elided = painter.fontMetrics().elidedText(text, Qt::ElideRight, cell.width());
        painter.drawText(cell, Qt::AlignVCenter | Qt::AlignLeft, elided);
        if (index.data(MemberModel::FromNikRole).toBool()) {
            const int middle = cell.center().y() + painter.fontMetrics().height() / 2;
            painter.setPen(QPen(tokens.primary, 1, Qt::DotLine));
            painter.drawLine(cell.left(), middle,
                             cell.left() + painter.fontMetrics().horizontalAdvance(elided), middle);
        }
    }
}

void MemberDelegate::giveSource(CellEdit *editor, const QModelIndex &index) const
{
    const QString kind = MemberModel::choiceKind(index.column());
    if (!kind.isEmpty()) {
        editor->setSource(choiceSource(kind));
        editor->setOpensAtOnce(true);
    } else if (index.column() == MemberModel::Facility) {
        editor->setSource(facilitySource(m_draft.port()));
    }
}

QWidget *MemberDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                      const QModelIndex &index) const
{
    if (index.column() == MemberModel::Photo)
        return nullptr;
    auto *editor = new CellEdit(parent);
    editor->setObjectName(u"memberCell"_s);
    editor->setAccessibleName(index.data(Qt::AccessibleTextRole).toString());
    if (index.column() == MemberModel::Number)
        editor->setFont(Theme::current().font(Type::Mono));
    giveSource(editor, index);
    auto *self = const_cast<MemberDelegate *>(this); // the view makes editors through a const function
    const QPersistentModelIndex place(index);
    connect(editor, &QLineEdit::textEdited, self, [self, editor, place](const QString &text) {
        editor->setProperty(kTakenValue, {});
        self->m_model.typeInto(place, text);
    });
    connect(editor, &SuggestEdit::taken, self, [editor](const QString &value) {
        editor->setProperty(kTakenValue, value);
        editor->setModified(true);
    });
    connect(editor, &CellEdit::left, self, [self, editor](int key) {
        Q_EMIT self->commitData(editor);
        Q_EMIT self->closeEditor(editor, NoHint);
        Q_EMIT self->cellLeft(key);
    });
    connect(editor, &CellEdit::rowsPasted, self, [self, editor] {
        Q_EMIT self->closeEditor(editor, NoHint);
        Q_EMIT self->rowsPasted();
    });
    return editor;
}

void MemberDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *edit = static_cast<CellEdit *>(editor);
    if (!edit->isModified()) // what is being typed is never replaced by what it was understood as
        edit->setText(index.data(Qt::EditRole).toString());
}

void MemberDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    auto *edit = static_cast<CellEdit *>(editor);
    if (!edit->isModified())
        return;
    const QVariant value = edit->property(kTakenValue);
    model->setData(index, value.isValid() ? value : QVariant(edit->text()), Qt::EditRole);
    edit->setModified(false);
}

void MemberDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                          const QModelIndex &index) const
{
    // Narrow cells get the room that a typed word needs.
    const int least = index.column() == MemberModel::Photo ? 0 : Theme::current().px(64);
    QRect place = option.rect;
    place.setWidth(std::max(place.width(), least));
    editor->setGeometry(place);
}

bool MemberDelegate::eventFilter(QObject *object, QEvent *event)
{
    auto *editor = qobject_cast<CellEdit *>(object);
    if (!editor)
        return QStyledItemDelegate::eventFilter(object, event);
    if (event->type() == QEvent::KeyPress) {
        if (static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape || editor->isListOpen())
            return false; // the editor knows
        m_draft.cancelStep();
        editor->setModified(false);
        Q_EMIT closeEditor(editor, RevertModelCache);
        return true;
    }
    if (event->type() == QEvent::FocusOut)
        editor->settle(static_cast<QFocusEvent *>(event)->reason() != Qt::MouseFocusReason);
    return QStyledItemDelegate::eventFilter(object, event);
}

} // namespace Loket
