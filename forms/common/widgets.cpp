// SPDX-License-Identifier: Apache-2.0
#include "forms/common/widgets.h"

#include "forms/common/theme.h"

#include <QFrame>
#include <QLabel>
#include <QStyle>

namespace Loket {

using namespace Qt::StringLiterals;

void setLook(QWidget *widget, const char *property, const QString &value)
{
    if (widget->property(property).toString() == value)
        return;
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->updateGeometry();
    widget->update();
}

QString toneWord(Tone tone)
{
    switch (tone) {
    case Tone::Ok:
        return u"ok"_s;
    case Tone::Warning:
        return u"warning"_s;
    case Tone::Danger:
        return u"danger"_s;
    case Tone::Info:
        return u"info"_s;
    case Tone::Neutral:
        break;
    }
    return {};
}

QLabel *roleLabel(const QString &role, QWidget *parent, const QString &text)
{
    auto *label = new QLabel(text, parent);
    label->setProperty("role", role);
    label->setTextFormat(Qt::PlainText);
    return label;
}

void resizeOver(QWidget *dialog, int width, int height)
{
    const Theme &theme = Theme::current();
    const QWidget *behind = dialog->parentWidget() ? dialog->parentWidget()->window() : nullptr;
    const int around = Metric::kSpace6;
    QSize size(theme.px(width), theme.px(height));
    if (behind)
        size = size.boundedTo(behind->size() - QSize(2 * around, 2 * around));
    dialog->resize(size);
}

QWidget *ruleLine(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setProperty("role", u"line"_s);
    line->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return line;
}

} // namespace Loket
