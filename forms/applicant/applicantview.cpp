// SPDX-License-Identifier: Apache-2.0
#include "forms/applicant/applicantview.h"

#include "forms/common/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QPainter>
#include <QTextDocument>

#include <chrono>

namespace Loket {

using namespace std::chrono_literals;

static constexpr auto kReadingTime = 12s; ///< of one page
static constexpr double kViewEdge = 0.05; ///< of the height, around everything
static constexpr double kFoot = 0.11;     ///< of the height: the question
static constexpr double kQuestion = 0.05; ///< its type
static constexpr double kGreeting = 0.07;

ApplicantView::ApplicantView(QWidget *parent)
    : QWidget(parent)
{
    setMinimumSize(320, 240);
    m_turning.setInterval(kReadingTime);
    connect(&m_turning, &QTimer::timeout, this, &ApplicantView::turn);
    connect(&Theme::current(), &Theme::changed, this, &ApplicantView::layOut);
    layOut();
}

void ApplicantView::show(const ApplicantFacts &facts)
{
    if (facts == m_facts)
        return;
    const bool isOther = facts.title != m_facts.title || facts.subject != m_facts.subject;
    m_facts = facts;
    if (isOther)
        m_page = 0;
    layOut();
}

void ApplicantView::turn()
{
    m_page = pageCount() > 0 ? (m_page + 1) % pageCount() : 0;
    update();
}

int ApplicantView::edge() const
{
    return qRound(height() * kViewEdge);
}

QSizeF ApplicantView::room() const
{
    return {double(width() - 2 * edge()), height() * (1 - kFoot) - 2 * edge()};
}

void ApplicantView::layOut()
{
    m_pages
        = m_facts.isEmpty() ? ApplicantPages() : applicantPages(m_facts, room(), Theme::current().tokens());
    m_page = std::clamp(m_page, 0, std::max(0, pageCount() - 1));
    if (pageCount() > 1)
        m_turning.start();
    else
        m_turning.stop();
    QTextDocument plain;
    plain.setHtml(m_pages.pages.join(QString()));
    setAccessibleName(m_facts.isEmpty() ? tr("Welcome") : plain.toPlainText());
    update();
}

void ApplicantView::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::current().tokens();
    QPainter painter(this);
    painter.fillRect(rect(), tokens.surface);
    QFont large = font();
    large.setWeight(QFont::DemiBold);
    if (m_pages.pages.isEmpty()) {
        large.setPixelSize(std::max(1, qRound(height() * kGreeting)));
        painter.setFont(large);
        painter.setPen(tokens.primary);
        painter.drawText(rect(), Qt::AlignCenter, tr("Welcome"));
        return;
    }
    QTextDocument document;
    layOutApplicantText(document, m_pages.pages[m_page], room().width(), m_pages.size);
    painter.save();
    painter.translate(edge(), edge());
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, tokens.text);
    document.documentLayout()->draw(&painter, context);
    painter.restore();

    const QRect foot(0, qRound(height() * (1 - kFoot)), width(), height() - qRound(height() * (1 - kFoot)));
    painter.fillRect(foot, tokens.primarySoft);
    large.setPixelSize(std::max(1, qRound(height() * kQuestion)));
    painter.setFont(large);
    painter.setPen(tokens.primary);
    painter.drawText(foot.adjusted(edge(), 0, -edge(), 0), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("Is everything right?"));
    if (pageCount() > 1)
        painter.drawText(foot.adjusted(edge(), 0, -edge(), 0), Qt::AlignRight | Qt::AlignVCenter,
                         tr("%1 of %2", "page").arg(m_page + 1).arg(pageCount()));
}

void ApplicantView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void ApplicantView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        layOut();
}

} // namespace Loket
