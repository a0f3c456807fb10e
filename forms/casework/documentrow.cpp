// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/documentrow.h"

#include "forms/casework/reasonline.h"
#include "forms/common/linkbutton.h"
#include "forms/common/widgets.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Loket {

DocumentRow::DocumentRow(QWidget *parent)
    : QWidget(parent)
    , m_box(new QCheckBox(this))
    , m_photo(new LinkButton(u"F4"_s, this))
    , m_waive(new LinkButton(this))
    , m_reason(new ReasonLine(this))
{
    m_box->setObjectName(u"document"_s);
    m_box->setProperty("role", u"row"_s);
    m_photo->setObjectName(u"takePhoto"_s);
    m_waive->setObjectName(u"waivePhoto"_s);
    m_photo->setFocusPolicy(Qt::ClickFocus); // the box and F4 do the same by key
    auto *line = new QHBoxLayout;
    line->setSpacing(0);
    line->addWidget(m_box);
    line->addWidget(m_photo);
    line->addWidget(m_waive);
    line->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addWidget(m_reason);
    connect(m_box, &QCheckBox::clicked, this, &DocumentRow::click);
    connect(m_photo, &QAbstractButton::clicked, this, &DocumentRow::photoWanted);
    connect(m_waive, &QAbstractButton::clicked, this, [this] {
        if (m_waived.isEmpty())
            m_reason->ask(tr("Why there is no photo: %1").arg(m_box->text()), tr("Reason, e.g. newborn baby"),
                          tr("Waive"));
        else
            Q_EMIT unwaived();
    });
    connect(m_reason, &ReasonLine::given, this, &DocumentRow::waived);
    connect(m_reason, &ReasonLine::givenUp, this, [this] { m_waive->setFocus(Qt::OtherFocusReason); });
}

bool DocumentRow::isPhoto() const
{
    return m_need.code == u"PHOTO" && m_need.member.has_value();
}

void DocumentRow::show(const DocumentNeed &need, const QString &text, const QString &waived)
{
    if (need.code != m_need.code || need.member != m_need.member)
        m_reason->hide();
    m_need = need;
    m_waived = waived;
    m_box->setText(text);
    m_box->setAccessibleName(text);
    m_box->setChecked(need.seen);
    m_box->setToolTip(need.source.isEmpty() ? QString() : tr("Source: %1").arg(need.source));
    const bool isOpenPhoto = isPhoto() && !need.seen;
    m_photo->setVisible(isOpenPhoto);
    m_photo->setAccessibleName(tr("Take photo: %1").arg(text));
    m_waive->setVisible(isOpenPhoto || !waived.isEmpty());
    m_waive->setText(waived.isEmpty() ? tr("waive") : tr("waived: %1 – take back").arg(waived));
    m_waive->setAccessibleName(u"%1: %2"_s.arg(m_waive->text(), text));
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
