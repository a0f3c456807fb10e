// SPDX-License-Identifier: Apache-2.0
#include "forms/calc/calclist.h"

#include "forms/common/language.h"
#include "forms/common/listtable.h"
#include "forms/common/theme.h"
#include "model/dues/calctexts.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {
constexpr int kNameRole = Qt::UserRole + 500;
}

CalcList::CalcList(QWidget *parent)
    : CardFrame(parent)
    , m_filter(new QLineEdit(this))
    , m_table(new ListTable(this))
    , m_model(new QStandardItemModel(this))
{
    setObjectName(u"calcList"_s);
    setFlush(true);
    m_filter->setObjectName(u"calcFilter"_s);
    m_filter->setClearButtonEnabled(false);
    m_filter->installEventFilter(this);
    m_table->setObjectName(u"calculators"_s);
    m_table->horizontalHeader()->hide();
    m_table->setModel(m_model);
    m_table->setWeights({1});
    auto *edge = new QWidget(this);
    auto *room = new QVBoxLayout(edge);
    const auto apply = [room] {
        const int side = Theme::current().px(Metric::kSpace2);
        room->setContentsMargins(side, side, side, side);
    };
    apply();
    connect(&Theme::current(), &Theme::changed, room, apply);
    room->addWidget(m_filter);
    body()->setSpacing(0);
    body()->addWidget(edge);
    body()->addWidget(m_table, 1);
    connect(m_filter, &QLineEdit::textChanged, this, &CalcList::refill);
    connect(m_table, &ListTable::opened, this, &CalcList::entered);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &now) { choose(now.row()); });
    retranslate();
}

void CalcList::retranslate()
{
    setTitle(tr("Calculations"));
    m_filter->setPlaceholderText(tr("Type to find"));
    m_filter->setAccessibleName(tr("Find a calculation"));
    m_table->setAccessibleName(tr("Calculations"));
    refill();
}

void CalcList::refill()
{
    m_isFilling = true;
    const QString wanted = m_filter->text().simplified();
    m_model->clear();
    int row = -1;
    for (const CalcInfo &info : calcInfos()) {
        const bool fits = wanted.isEmpty() || info.title.id.contains(wanted, Qt::CaseInsensitive)
            || info.title.en.contains(wanted, Qt::CaseInsensitive)
            || info.name.contains(wanted, Qt::CaseInsensitive);
        if (!fits)
            continue;
        auto *item = new QStandardItem(info.title.in(currentLanguage()));
        item->setData(info.name, kNameRole);
        item->setToolTip(info.hint.in(currentLanguage()));
        if (info.name == m_current)
            row = m_model->rowCount();
        m_model->appendRow(item);
    }
    m_table->setWeights({1});
    m_isFilling = false;
    const bool isOther = row < 0 && !wanted.isEmpty() && m_model->rowCount() > 0;
    m_table->selectRow(isOther ? 0 : row);
    if (isOther)
        choose(0);
}

void CalcList::choose(int row)
{
    const QModelIndex at = m_model->index(row, 0);
    const QString name = at.data(kNameRole).toString();
    if (m_isFilling || name.isEmpty() || name == m_current)
        return;
    m_current = name;
    Q_EMIT chosen(name);
}

QString CalcList::current() const
{
    return m_current;
}

void CalcList::setCurrent(const QString &name)
{
    m_filter->clear();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->index(row, 0).data(kNameRole).toString() == name)
            m_table->selectRow(row);
    }
}

void CalcList::focusFilter()
{
    m_filter->setFocus(Qt::OtherFocusReason);
    m_filter->selectAll();
}

bool CalcList::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (watched != m_filter || !isKey)
        return CardFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Escape && !m_filter->text().isEmpty()) {
        event->accept();
        if (event->type() == QEvent::KeyPress)
            m_filter->clear();
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return false;
    switch (key->key()) {
    case Qt::Key_Down:
        m_table->moveBy(1);
        return true;
    case Qt::Key_Up:
        m_table->moveBy(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT entered();
        return true;
    default:
        return false;
    }
}

} // namespace Loket
