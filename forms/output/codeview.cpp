// SPDX-License-Identifier: Apache-2.0
#include "forms/output/codeview.h"

#include "forms/common/theme.h"

#include <QPainter>

namespace Loket {

namespace {
constexpr int kUsualCode = 340;
constexpr int kLeastCode = 240;
} // namespace

CodeView::CodeView(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void CodeView::setText(const QString &text)
{
    m_modules = qrModules(text).value_or(Modules());
    update();
}

QSize CodeView::sizeHint() const
{
    const int side = Theme::current().px(kUsualCode);
    return {side, side};
}

QSize CodeView::minimumSizeHint() const
{
    const int side = Theme::current().px(kLeastCode);
    return {side, side};
}

void CodeView::paintEvent(QPaintEvent *)
{
    if (isEmpty())
        return;
    QPainter painter(this);
    const int modules = m_modules.columns + 2 * kQrQuiet;
    const int pixels = qMax(1, qMin(width(), height()) / modules);
    const int side = pixels * modules;
    const QPoint at((width() - side) / 2, (height() - side) / 2);
    painter.fillRect(QRect(at, QSize(side, side)), lightTokens().surface);
    const QPoint first = at + QPoint(kQrQuiet, kQrQuiet) * pixels;
    for (int row = 0; row < m_modules.rows; ++row) {
        for (int column = 0; column < m_modules.columns; ++column) {
            if (m_modules.isDark(column, row))
                painter.fillRect(QRect(first + QPoint(column, row) * pixels, QSize(pixels, pixels)),
                                 lightTokens().text);
        }
    }
}

} // namespace Loket
