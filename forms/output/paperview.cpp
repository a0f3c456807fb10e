// SPDX-License-Identifier: Apache-2.0
#include "forms/output/paperview.h"

#include "forms/output/papersheets.h"

#include <QKeyEvent>
#include <QWheelEvent>

namespace Loket {

static constexpr double kPaperZoomStep = 1.2;
static constexpr double kSmallestScale = 1;
static constexpr double kLargestScale = 24;

PaperView::PaperView(QWidget *parent)
    : QScrollArea(parent)
    , m_sheets(new PaperSheets)
{
    setWidget(m_sheets);
    setAlignment(Qt::AlignCenter);
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
}

void PaperView::setDocument(std::shared_ptr<const PrintDocument> document)
{
    m_sheets->setDocument(std::move(document));
    if (m_fits)
        fit();
}

void PaperView::setScale(double scale)
{
    m_scale = scale;
    m_sheets->setScale(scale);
}

void PaperView::zoomIn()
{
    m_fits = false;
    setScale(qMin(kLargestScale, m_scale * kPaperZoomStep));
}

void PaperView::zoomOut()
{
    m_fits = false;
    setScale(qMax(kSmallestScale, m_scale / kPaperZoomStep));
}

void PaperView::fit()
{
    m_fits = true;
    setScale(m_sheets->scaleFor(maximumViewportSize()));
}

void PaperView::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    if (m_fits)
        fit();
}

void PaperView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomIn();
        return;
    case Qt::Key_Minus:
        zoomOut();
        return;
    case Qt::Key_0:
        fit();
        return;
    default:
        QScrollArea::keyPressEvent(event);
    }
}

void PaperView::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QScrollArea::wheelEvent(event);
        return;
    }
    event->angleDelta().y() > 0 ? zoomIn() : zoomOut();
    event->accept();
}

} // namespace Loket
