// SPDX-License-Identifier: Apache-2.0
#include "forms/shell/closedwindow.h"

#include "forms/common/emptystate.h"
#include "forms/common/format.h"
#include "forms/common/language.h"
#include "forms/common/theme.h"
#include "forms/common/widgets.h"

#include <QDir>
#include <QLabel>
#include <QVBoxLayout>

namespace Loket {

using namespace Qt::StringLiterals;

ClosedWindow::ClosedWindow(const WipeMark &mark, const QString &dir, QWidget *parent)
    : QWidget(parent)
    , m_mark(mark)
    , m_dir(dir)
    , m_what(new EmptyState(Icon::Delete, this))
    , m_reason(roleLabel(u"strong"_s, this))
    , m_sealed(roleLabel(QString(), this))
    , m_told(roleLabel(u"muted"_s, this))
{
    const Theme &theme = Theme::current();
    setObjectName("closedWindow"_L1);
    setWindowTitle(tr("Counter closed"));
    m_reason->setObjectName("closedReason"_L1);
    m_sealed->setObjectName("closedSealed"_L1);
    m_told->setObjectName("closedTold"_L1);
    auto *layout = new QVBoxLayout(this);
    const int edge = theme.px(Metric::kSpace4);
    layout->setContentsMargins(edge, edge, edge, edge);
    layout->setSpacing(theme.px(Metric::kSpace3));
    layout->addStretch(1);
    layout->addWidget(m_what);
    for (QLabel *label : {m_reason, m_sealed, m_told}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText); // the reason was typed by somebody at the centre
        label->setAlignment(Qt::AlignHCenter);
        layout->addWidget(label);
    }
    m_sealed->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    layout->addStretch(2);
    resize(theme.px(620), theme.px(420));
    fill();
}

void ClosedWindow::setMark(const WipeMark &mark)
{
    m_mark = mark;
    fill();
}

void ClosedWindow::fill()
{
    const QString when = longDateText(m_mark.at.toLocalTime().date()) + u' ' + timeText(m_mark.at);
    m_what->set(tr("This counter is closed"),
                tr("The centre ordered that everything on counter %1 is deleted. Cases, drafts, families, "
                   "pictures and keys were deleted on %2. Nothing more can be done here.")
                    .arg(m_mark.workstation, when));
    const QString reason = currentLanguage() == "en"_L1 ? m_mark.reasonEn() : m_mark.reasonId();
    m_reason->setText(tr("Reason: %1").arg(reason));
    m_reason->setVisible(!reason.isEmpty());
    const QString folder = QDir::toNativeSeparators(m_dir);
    m_sealed->setText(
        m_mark.sealed.isEmpty()
            ? tr("Everything that was saved here is at the centre.")
            : tr("%n case(s) that the centre may not have stayed, sealed: only the centre can "
                 "read the files. Bring them to a counter with a connection. They lie in %1: %2",
                 nullptr, m_mark.cases)
                  .arg(folder, m_mark.sealed.join(u", "_s)));
    m_told->setText(m_mark.isTold ? tr("The centre knows that it is done.")
                                  : tr("The centre does not know yet that it is done. Leave Loket open while "
                                       "there is a connection."));
}

} // namespace Loket
