// SPDX-License-Identifier: Apache-2.0
#include "forms/common/whypopup.h"

#include "forms/common/format.h"
#include "forms/common/language.h"
#include "forms/common/theme.h"
#include "forms/common/widgets.h"
#include "model/rulebook/rulebook.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWhyWidth = 480;
constexpr int kWhyHeight = 520;

/// Takes F1 before the window's own key does.
class WhyKey final : public QObject
{
public:
    WhyKey(QWidget *widget, std::function<void()> ask)
        : QObject(widget)
        , m_ask(std::move(ask))
    {
        widget->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
            return false;
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() != Qt::Key_F1 || key->modifiers() != Qt::NoModifier)
            return false;
        event->accept();
        if (event->type() == QEvent::KeyPress)
            m_ask();
        return true;
    }

private:
    std::function<void()> m_ask;
};

QLabel *wrapped(const QString &role, QWidget *parent, const QString &text)
{
    QLabel *label = roleLabel(role, parent, text);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

WhyPopup::WhyPopup(const QString &about, const QList<RuleText> &rules, QWidget *parent)
    : QDialog(parent)
{
    setObjectName("whyPopup"_L1);
    setWindowTitle(tr("Why?"));
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    const Theme &theme = Theme::current();
    const int margin = theme.px(Metric::kSpace4);

    auto *sheet = new QWidget;
    sheet->setProperty("role", u"sheet"_s);
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(0, 0, theme.px(Metric::kSpace2), 0);
    column->setSpacing(theme.px(Metric::kSpace3));
    for (const RuleText &rule : rules)
        addRule(column, sheet, rule);
    if (rules.isEmpty())
        column->addWidget(
            wrapped(u"muted"_s, sheet,
                    tr("No rule is behind this: it is a matter of form, and the same everywhere.")));
    column->addStretch(1);
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(sheet);

    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName("closeWhy"_L1);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, theme.px(Metric::kSpace3));
    layout->setSpacing(theme.px(Metric::kSpace3));
    layout->addWidget(roleLabel(u"section"_s, this, tr("Why?")));
    QLabel *words = wrapped(u"muted"_s, this, about);
    words->setVisible(!about.isEmpty());
    layout->addWidget(words);
    layout->addWidget(area, 1);
    layout->addWidget(close, 0, Qt::AlignRight);

    const int width = theme.px(kWhyWidth);
    const int inner = width - 2 * margin - theme.px(Metric::kSpace3);
    const int content = sheet->layout()->heightForWidth(inner) + theme.px(Metric::kSpace6)
        + layout->heightForWidth(width) - area->sizeHint().height();
    resize(width, std::clamp(content, theme.px(200), theme.px(kWhyHeight)));
    close->setFocus();
}

void WhyPopup::addRule(QVBoxLayout *column, QWidget *sheet, const RuleText &rule)
{
    const Theme &theme = Theme::current();
    auto *card = new QFrame(sheet);
    card->setProperty("role", u"card"_s);
    card->setObjectName("whyRule"_L1);
    card->setAccessibleName(rule.title);
    auto *lines = new QVBoxLayout(card);
    const int edge = theme.px(Metric::kSpace3);
    lines->setContentsMargins(edge, theme.px(Metric::kSpace2), edge, theme.px(Metric::kSpace2));
    lines->setSpacing(theme.px(Metric::kSpace1));
    QLabel *title = wrapped(u"strong"_s, card, rule.title);
    title->setObjectName("whyTitle"_L1);
    lines->addWidget(title);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(theme.px(Metric::kSpace3));
    grid->setVerticalSpacing(theme.px(2));
    grid->setColumnMinimumWidth(0, theme.px(150));
    grid->setColumnStretch(1, 1);
    for (int i = 0; i < rule.cells.size(); ++i) {
        QLabel *label = wrapped(u"label"_s, card, rule.cells.at(i).label);
        label->setFixedWidth(theme.px(150));
        QLabel *value = wrapped(QString(), card, rule.cells.at(i).value);
        value->setObjectName("whyValue"_L1);
        grid->addWidget(label, i, 0, Qt::AlignTop);
        grid->addWidget(value, i, 1, Qt::AlignTop);
    }
    lines->addLayout(grid);
    QLabel *source = wrapped(u"title"_s, card, tr("Source: %1").arg(rule.source));
    source->setObjectName("whySource"_L1);
    lines->addWidget(source);
    QString edition = tr("Edition %1").arg(rule.edition);
    if (rule.effectiveFrom.isValid())
        edition = tr("Edition %1, in force from %2").arg(rule.edition, dateText(rule.effectiveFrom));
    QLabel *place = wrapped(u"small"_s, card, u"%1 · %2"_s.arg(edition, rule.file));
    place->setObjectName("whyEdition"_L1);
    lines->addWidget(place);
    column->addWidget(card);
}

void WhyPopup::place(const QWidget *anchor)
{
    const QWidget *window = anchor->window();
    const QRect room(window->mapToGlobal(QPoint(0, 0)), window->size());
    QPoint corner = anchor->mapToGlobal(QPoint(0, anchor->height() + Theme::current().px(Metric::kSpace1)));
    corner.setX(std::clamp(corner.x(), room.left(), std::max(room.left(), room.right() - width())));
    corner.setY(std::clamp(corner.y(), room.top(), std::max(room.top(), room.bottom() - height())));
    move(corner);
}

void WhyPopup::open(QWidget *anchor, const Rulebook &rulebook, const QString &about,
                    const QList<FiredRule> &rules)
{
    QList<RuleText> texts;
    for (const FiredRule &rule : rules)
        texts += ruleText(rulebook, rule, currentLanguage());
    auto *popup = new WhyPopup(about, texts, anchor->window());
    popup->place(anchor);
    popup->QDialog::open();
}

void WhyPopup::answerF1(QWidget *widget, std::function<void()> ask)
{
    new WhyKey(widget, std::move(ask));
}

QList<FiredRule> rulesBehind(const QList<FiredRule> &own, const QString &source,
                             const QList<FiredRule> &fired)
{
    QList<FiredRule> rules;
    for (const FiredRule &rule : own) {
        if (!rule.table.isEmpty() && !rules.contains(rule))
            rules += rule;
    }
    if (!rules.isEmpty() || source.isEmpty())
        return rules;
    for (const FiredRule &rule : fired) {
        if (rule.source == source)
            rules += rule;
    }
    return rules;
}

} // namespace Loket
