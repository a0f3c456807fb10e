// SPDX-License-Identifier: Apache-2.0
#include "forms/find/actioncard.h"

#include "forms/common/correction.h"
#include "forms/common/format.h"
#include "forms/common/linkbutton.h"
#include "forms/common/navigator.h"
#include "forms/common/office.h"
#include "forms/common/texts.h"
#include "forms/common/theme.h"
#include "forms/common/widgets.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {
constexpr int kShown = 3; ///< the rest is one step away on the sync page
}

ActionCard::ActionCard(Office &office, Navigator &navigator, QWidget *parent)
    : CardFrame(parent)
    , m_office(office)
    , m_navigator(navigator)
{
    rebuild();
}

void ActionCard::reread()
{
    const auto returned = returnedCases(m_office);
    m_failure = returned ? QString() : failureText(returned.error());
    m_cases = returned ? returned.value() : QList<CaseRecord>();
    rebuild();
}

void ActionCard::rebuild()
{
    setTitle(tr("Needs action"));
    setCount(m_cases.isEmpty() ? QString() : numberText(m_cases.size()), Tone::Danger);
    delete m_content;
    m_content = new QWidget(this);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::current().px(Metric::kSpace3));
    if (m_cases.isEmpty()) {
        QLabel *none
            = roleLabel(u"muted"_s, m_content,
                        m_failure.isEmpty() ? tr("Nothing. The centre has sent nothing back.") : m_failure);
        none->setWordWrap(true);
        column->addWidget(none);
    }
    for (const CaseRecord &record : m_cases.first(qMin(m_cases.size(), qsizetype(kShown))))
        column->addWidget(entry(record));
    if (m_cases.size() > kShown) {
        auto *more = new LinkButton(tr("All %1 cases →").arg(m_cases.size()), m_content);
        connect(more, &QPushButton::clicked, this, [this] { m_navigator.showSync(); });
        column->addWidget(more);
    }
    body()->addWidget(m_content);
}

QWidget *ActionCard::entry(const CaseRecord &record)
{
    auto *box = new QWidget(m_content);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    QLabel *what = roleLabel(u"strong"_s, box,
                             tr("%1 — %2").arg(familyTitle(record.content), caseStateText(record.state)));
    what->setWordWrap(true);
    column->addWidget(what);
    if (!record.reason.isEmpty()) {
        QLabel *why = roleLabel(u"muted"_s, box, record.reason);
        why->setWordWrap(true);
        column->addWidget(why);
    }
    auto *open = new LinkButton(tr("Open correction →"), box);
    open->setAccessibleName(tr("Open correction of %1").arg(familyTitle(record.content)));
    connect(open, &QPushButton::clicked, this,
            [this, record] { m_navigator.openCase(correctionOf(m_office, record)); });
    column->addWidget(open);
    return box;
}

void ActionCard::changeEvent(QEvent *event)
{
    CardFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        rebuild();
}

} // namespace Loket
