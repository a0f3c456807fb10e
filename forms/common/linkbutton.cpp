// SPDX-License-Identifier: Apache-2.0
#include "forms/common/linkbutton.h"

#include "forms/common/widgets.h"

#include <QKeyEvent>

namespace Loket {

using namespace Qt::StringLiterals;

LinkButton::LinkButton(QWidget *parent)
    : QPushButton(parent)
{
    setProperty("role", u"link"_s);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

LinkButton::LinkButton(const QString &text, QWidget *parent)
    : LinkButton(parent)
{
    setText(text);
}

void LinkButton::setTone(Tone tone)
{
    setLook(this, "tone", toneWord(tone));
}

void LinkButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QPushButton::keyPressEvent(event);
}

} // namespace Loket
