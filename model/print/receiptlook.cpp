// SPDX-License-Identifier: Apache-2.0
#include "model/print/receiptlook.h"

namespace Loket {

QColor ReceiptLook::ink() const
{
    return isRoll() ? QColor(Qt::black) : QColor(0x1a, 0x23, 0x27);
}

QColor ReceiptLook::muted() const
{
    return isRoll() ? QColor(Qt::black) : QColor(0x4a, 0x58, 0x60);
}

QColor ReceiptLook::accent() const
{
    return isRoll() ? QColor(Qt::black) : QColor(0x00, 0x68, 0x5e);
}

QColor ReceiptLook::hairline() const
{
    return isRoll() ? QColor(Qt::black) : QColor(0xb9, 0xc4, 0xca);
}

TextStyle ReceiptLook::body() const
{
    TextStyle style;
    style.size = (isRoll() ? 3.0 : 2.75) * density;
    style.colour = ink();
    return style;
}

TextStyle ReceiptLook::strong() const
{
    TextStyle style = body();
    style.bold = true;
    return style;
}

TextStyle ReceiptLook::label() const
{
    TextStyle style = body();
    style.size = (isRoll() ? 2.7 : 2.3) * density;
    style.colour = muted();
    return style;
}

TextStyle ReceiptLook::heading() const
{
    TextStyle style = body();
    style.size = (isRoll() ? 3.2 : 2.9) * density;
    style.bold = true;
    style.colour = accent();
    return style;
}

} // namespace Loket
