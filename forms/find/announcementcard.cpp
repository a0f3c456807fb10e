// SPDX-License-Identifier: Apache-2.0
#include "forms/find/announcementcard.h"

#include "forms/common/format.h"
#include "forms/common/language.h"
#include "forms/common/navigator.h"
#include "forms/common/office.h"
#include "forms/common/pill.h"
#include "forms/common/texts.h"
#include "forms/common/whendone.h"
#include "forms/common/widgets.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Loket {

using namespace Qt::StringLiterals;

AnnouncementCard::AnnouncementCard(Office &office, Navigator &navigator, QWidget *parent)
    : CardFrame(parent)
    , m_office(office)
    , m_navigator(navigator)
    , m_level(new Pill(this))
    , m_title(roleLabel(u"strong"_s, this))
    , m_text(roleLabel(QString(), this))
    , m_until(roleLabel(u"small"_s, this))
    , m_read(new QPushButton(this))
{
    setObjectName("announcement"_L1);
    m_read->setObjectName("announcementRead"_L1);
    addToHeader(m_level);
    for (QLabel *label : {m_title, m_text}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    body()->addWidget(m_title);
    body()->addWidget(m_text);
    body()->addWidget(m_until);
    body()->addWidget(m_read, 0, Qt::AlignRight);
    connect(m_read, &QPushButton::clicked, this, &AnnouncementCard::markRead);
    fill();
}

void AnnouncementCard::reread()
{
    const auto list = m_office.announcements();
    if (list)
        m_list = list.value(); // what could not be read stays as it was: the other lists tell the failure
    fill();
}

void AnnouncementCard::fill()
{
    setVisible(!m_list.isEmpty());
    setTitle(tr("From the centre"));
    setCount(m_list.size() > 1 ? numberText(m_list.size()) : QString());
    m_read->setText(tr("Read"));
    if (m_list.isEmpty())
        return;
    const Announcement &one = m_list.first();
    const bool isEnglish = currentLanguage() == "en"_L1;
    m_level->set(one.isWarning ? tr("Important") : tr("Notice"), one.isWarning ? Tone::Warning : Tone::Info);
    m_title->setText(isEnglish ? one.titleEn : one.titleId);
    m_text->setText(isEnglish ? one.textEn : one.textId);
    m_text->setVisible(!m_text->text().isEmpty());
    m_until->setText(tr("until %1").arg(longDateText(one.until)));
    m_read->setAccessibleName(tr("Read: %1").arg(m_title->text()));
}

void AnnouncementCard::markRead()
{
    if (m_list.isEmpty())
        return;
    whenDone(m_office.readAnnouncement(m_list.first().id), this, [this](const Outcome<Nothing> &answer) {
        if (!answer)
            m_navigator.toast(failureText(answer.error()));
    });
}

void AnnouncementCard::changeEvent(QEvent *event)
{
    CardFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

} // namespace Loket
