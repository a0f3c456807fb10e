// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/suggestlist.h"

#include "forms/common/theme.h"

#include <QListWidget>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {
constexpr int kMostRows = 8;
constexpr int kRowHeight = 26;
} // namespace

SuggestList::SuggestList(QWidget *window)
    : QFrame(window)
    , m_list(new QListWidget(this))
{
    setObjectName(u"suggestions"_s);
    setProperty("role", u"overlay"_s);
    setFocusPolicy(Qt::NoFocus);
    m_list->setObjectName(u"suggestionList"_s);
    m_list->setAccessibleName(tr("Suggestions"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addWidget(m_list);
    connect(m_list, &QListWidget::itemClicked, this,
            [this](QListWidgetItem *item) { Q_EMIT clicked(m_list->row(item)); });
    hide();
}

void SuggestList::open(QWidget *editor, const QList<Suggestion> &suggestions, int current)
{
    const Theme &theme = Theme::current();
    const QFontMetrics metrics(theme.font(Type::Base));
    int wanted = 0;
    m_suggestions = suggestions;
    m_list->clear();
    for (const Suggestion &suggestion : suggestions) {
        auto *item = new QListWidgetItem(suggestion.detail.isEmpty()
                                             ? suggestion.text
                                             : u"%1 — %2"_s.arg(suggestion.text, suggestion.detail),
                                         m_list);
        item->setToolTip(item->text());
        item->setSizeHint(QSize(0, theme.px(kRowHeight)));
        wanted = std::max(wanted, metrics.horizontalAdvance(item->text()));
    }
    if (suggestions.isEmpty()) {
        hide();
        return;
    }
    m_list->setCurrentRow(current);

    const int rows = std::min(int(suggestions.size()), kMostRows);
    const QWidget *area = parentWidget();
    const int edge = theme.px(16);
    const int width
        = std::clamp(wanted + 2 * edge, editor->width(), std::max(editor->width(), area->width() - 2 * edge));
    const int height = rows * theme.px(kRowHeight) + 2;
    const QPoint below = editor->mapTo(area, QPoint(0, editor->height() + 2));
    const int y
        = below.y() + height <= area->height() ? below.y() : below.y() - editor->height() - height - 4;
    const int x = std::clamp(below.x(), 0, std::max(0, area->width() - width));
    setGeometry(x, std::max(0, y), width, height);
    raise();
    show();
}

int SuggestList::current() const
{
    return m_list->currentRow();
}

void SuggestList::step(int by)
{
    const int count = m_list->count();
    if (count > 0)
        m_list->setCurrentRow((m_list->currentRow() + by + count) % count);
}

} // namespace Loket
