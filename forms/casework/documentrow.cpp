// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/documentrow.h"

#include "forms/casework/fieldflow.h"
#include "forms/casework/reasonline.h"
#include "forms/casework/wraplink.h"
#include "forms/common/linkbutton.h"
#include "forms/common/whypopup.h"
#include "forms/common/widgets.h"

#include <QCheckBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {
constexpr int kLeastTarget = 24; // pixels that a finger or an unsteady hand finds
} // namespace

DocumentRow::DocumentRow(QWidget *parent)
    : QWidget(parent)
    , m_box(new QCheckBox(this))
    , m_photo(new LinkButton(u"F4"_s, this))
    , m_waive(new LinkButton(this))
    , m_scan(new LinkButton(this))
    , m_view(new LinkButton(this))
    , m_drop(new LinkButton(this))
    , m_why(new LinkButton(u"?"_s, this))
    , m_waived(new WrapLink(this))
    , m_reason(new ReasonLine(this))
{
    m_box->setObjectName(u"document"_s);
    m_box->setMinimumHeight(kLeastTarget);
    m_photo->setMinimumWidth(kLeastTarget);
    m_box->setProperty("role", u"row"_s);
    m_photo->setObjectName(u"takePhoto"_s);
    m_waive->setObjectName(u"waivePhoto"_s);
    m_photo->setFocusPolicy(Qt::ClickFocus); // the box and F4 do the same by key
    m_why->setObjectName(u"whyDocument"_s);
    m_why->setMinimumWidth(kLeastTarget);
    m_why->setFocusPolicy(Qt::ClickFocus); // F1 on the box does the same by key
    m_waived->setObjectName(u"takeBackWaiver"_s);
    auto *line = new QWidget(this);
    auto *flow = new FieldFlow(line); // the links go below where the words leave them no room
    flow->setGaps(0, 0);
    flow->setCentred(true);
    flow->addField(m_box, 0, 0);
    flow->addField(m_photo, 0, 0);
    flow->addField(m_waive, 0, 0);
    for (LinkButton *link : {m_view, m_scan, m_drop})
        flow->addField(link, 0, 0);
    flow->addField(m_why, 0, 0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(line);
    layout->addWidget(m_waived);
    layout->addWidget(m_reason);
    connect(m_box, &QCheckBox::clicked, this, &DocumentRow::click);
    connect(m_photo, &QAbstractButton::clicked, this, &DocumentRow::photoWanted);
    connect(m_waive, &QAbstractButton::clicked, this, [this] {
        m_reason->ask(tr("Why there is no photo: %1").arg(m_box->text()), tr("Reason, e.g. newborn baby"),
                      tr("Waive"));
    });
    connect(m_why, &QAbstractButton::clicked, this, &DocumentRow::whyAsked);
    WhyPopup::answerF1(m_box, [this] { Q_EMIT whyAsked(); });
    bindScan();
    connect(m_waived, &QAbstractButton::clicked, this, &DocumentRow::unwaived);
    connect(m_reason, &ReasonLine::given, this, &DocumentRow::waived);
    connect(m_reason, &ReasonLine::givenUp, this, [this] { m_waive->setFocus(Qt::OtherFocusReason); });
}

void DocumentRow::bindScan()
{
    m_scan->setObjectName(u"scanDocument"_s);
    m_view->setObjectName(u"viewScan"_s);
    m_drop->setObjectName(u"dropScan"_s);
    for (LinkButton *link : {m_scan, m_view, m_drop}) {
        link->setFocusPolicy(Qt::ClickFocus); // keys on the box do the same
        link->setMinimumHeight(kLeastTarget);
    }
    connect(m_scan, &QAbstractButton::clicked, this, &DocumentRow::scanWanted);
    connect(m_view, &QAbstractButton::clicked, this, &DocumentRow::scanViewWanted);
    connect(m_drop, &QAbstractButton::clicked, this, [this] {
        m_box->setFocus(Qt::OtherFocusReason); // the link goes away with the scan
        Q_EMIT scanDropped();
    });
}

void DocumentRow::showScan(const QString &text, bool hasScan)
{
    m_scan->setText(hasScan ? tr("again") : tr("scan"));
    m_scan->setToolTip(hasScan ? tr("Scan it again (S)") : tr("Scan it (S)"));
    m_scan->setAccessibleName(u"%1: %2"_s.arg(m_scan->toolTip(), text));
    m_scan->setVisible(!isPhoto());
    m_view->setText(tr("scanned"));
    m_view->setToolTip(tr("Show the scan (V)"));
    m_view->setAccessibleName(u"%1: %2"_s.arg(m_view->toolTip(), text));
    m_view->setVisible(hasScan);
    m_drop->setText(tr("remove"));
    m_drop->setToolTip(tr("Remove the scan (Del)"));
    m_drop->setAccessibleName(u"%1: %2"_s.arg(m_drop->toolTip(), text));
    m_drop->setVisible(hasScan);
    m_box->setAccessibleDescription(isPhoto() ? QString()
                                        : hasScan
                                        ? tr("Scanned. S scans it again, V shows the scan, Del removes it")
                                        : tr("S scans it"));
}

bool DocumentRow::takeKey(int key)
{
    const bool hasScan = m_view->isVisibleTo(this);
    if (key == Qt::Key_S && !isPhoto())
        Q_EMIT scanWanted();
    else if (key == Qt::Key_V && hasScan)
        Q_EMIT scanViewWanted();
    else if ((key == Qt::Key_Delete || key == Qt::Key_Backspace) && hasScan)
        Q_EMIT scanDropped();
    else
        return false;
    return true;
}

bool DocumentRow::isPhoto() const
{
    return m_need.code == u"PHOTO" && m_need.member.has_value();
}

void DocumentRow::show(const DocumentNeed &need, const QString &text, const QString &waived, bool hasScan)
{
    if (need.code != m_need.code || need.member != m_need.member)
        m_reason->hide();
    m_need = need;
    m_box->setText(text);
    m_box->setAccessibleName(text);
    m_box->setChecked(need.seen);
    m_box->setToolTip(need.source.isEmpty() ? QString() : tr("Source: %1").arg(need.source));
    m_why->setVisible(!need.source.isEmpty());
    m_why->setToolTip(tr("Why? (F1)"));
    m_why->setAccessibleName(tr("Why? %1").arg(text));
    showScan(text, hasScan);
    const bool isOpenPhoto = isPhoto() && !need.seen;
    m_photo->setVisible(isOpenPhoto);
    m_photo->setAccessibleName(tr("Take photo: %1").arg(text));
    m_waive->setVisible(isOpenPhoto);
    m_waive->setText(tr("waive"));
    m_waive->setAccessibleName(u"%1: %2"_s.arg(m_waive->text(), text));
    m_waived->setVisible(!waived.isEmpty());
    m_waived->say(u"–"_s, tr("waived: %1 – take back").arg(waived), Tone::Neutral);
    if (need.seen)
        m_reason->hide();
    // A photo that was taken is seen in the member's row.
    setVisible(!isPhoto() || !need.seen || !waived.isEmpty());
}

void DocumentRow::click()
{
    const bool wants = m_box->isChecked();
    m_box->setChecked(m_need.seen); // the draft says what is seen, the box only shows it
    if (!isPhoto())
        Q_EMIT ticked(wants);
    else if (!m_need.seen)
        Q_EMIT photoWanted();
}

} // namespace Loket
